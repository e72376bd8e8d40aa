/** Every file of one build, as the integration writes it into the worker. */
export interface FileList {
  /** Short hash of all that follows: another byte in any file is another version. */
  version: string;
  /** Bytes of all files as the browser keeps them, that is, unpacked. */
  bytes: number;
  /** Address under the worker's scope (`en/paths/`, `assets/x.js`, '' for the door) and content hash. */
  files: readonly (readonly [address: string, hash: string])[];
}

/** Hex digits of SHA-256 that stand in the list: enough against a mistake, and nobody gains by forging their own host. */
export const HASH_DIGITS = 16;

/** The page that answers for all that is not there. */
export const MISSING_PAGE = '404.html';
