/** Every file of one build; `integrations/offline.ts` writes the list into the worker. */
export interface FileList {
  /** Short hash over all addresses and content hashes: it changes when any file changes. */
  version: string;
  /** Bytes of all files as the browser keeps them, that is, unpacked. */
  bytes: number;
  /** Address under the worker's scope (`en/paths/`, `assets/x.js`, '' for the root index.html) and content hash. */
  files: readonly (readonly [address: string, hash: string])[];
}

/** Hex digits of SHA-256 that stand in the list: enough to detect a damaged or outdated file. It is no protection from the host itself, which also serves the worker. */
export const HASH_DIGITS = 16;

/** The page that is shown for addresses that are not in the list. */
export const MISSING_PAGE = '404.html';
