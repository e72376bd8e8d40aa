import { edition, kept } from '../core/edition/index.ts';
import { takeOver } from './take-over.ts';

/**
 * Where a record is kept: this browser, memory only, or a host (a shell or LMS that owns the state).
 *
 * Asynchronous throughout, because a host answers by message. `set` and `get` reject when the browser's storage is full or blocked.
 */
export interface RecordStorage {
  get(key: string): Promise<string | null>;
  set(key: string, value: string): Promise<void>;
  delete(key: string): Promise<void>;
  /**
   * Runs `work` while no other tab runs one, so that nothing is written between its reading and its writing. Where there
   * are no locks it runs at once.
   */
  exclusive<T>(work: () => Promise<T>): Promise<T>;
  /** Calls back when another tab has changed a key; returns a function that stops it. */
  watch(key: string, changed: () => void): () => void;
}

/** Storage in this tab's memory: nothing is left when it closes. */
export function memoryStorage(entries: Iterable<[string, string]> = []): RecordStorage {
  const map = new Map(entries);
  return {
    get: async (key) => map.get(key) ?? null,
    set: async (key, value) => {
      map.set(key, value);
    },
    delete: async (key) => {
      map.delete(key);
    },
    exclusive: (work) => work(),
    watch: () => () => {},
  };
}

/** The browser's local storage; every call rejects where it is blocked. */
export function browserStorage(): RecordStorage {
  // Where there was no room for taking over, what is there is used as it stands; the next page tries again.
  const ready = takeOverHere().catch(() => undefined);
  return {
    get: async (key) => {
      await ready;
      return localStorage.getItem(key);
    },
    set: async (key, value) => {
      await ready;
      localStorage.setItem(key, value);
    },
    delete: async (key) => {
      await ready;
      localStorage.removeItem(key);
    },
    exclusive: withLock,
    watch: (key, changed) => {
      const listener = (event: StorageEvent) => {
        if (event.key === key || event.key === null) changed();
      };
      // No event reaches a page that the browser keeps to show it again.
      const shownAgain = ({ persisted }: PageTransitionEvent) => {
        if (persisted) changed();
      };
      addEventListener('storage', listener);
      addEventListener('pageshow', shownAgain);
      return () => {
        removeEventListener('storage', listener);
        removeEventListener('pageshow', shownAgain);
      };
    },
  };
}

/** Takes over what an earlier version of this edition kept in this browser. To be awaited before the record is read. */
export async function takeOverHere(): Promise<void> {
  // Absent on plain http and in files.
  const cacheNames = (await globalThis.caches?.keys().catch(() => [])) ?? [];
  takeOver(localStorage, edition, cacheNames);
}

/** All tabs of this edition wait for one another under this name. */
const LOCK = kept('record');

/** Runs `work` holding a lock of the Web Locks API; at once where the browser or this page has none. */
async function withLock<T>(work: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks;
  if (!locks) return work();
  let hasBegun = false;
  try {
    return await locks.request(LOCK, () => {
      hasBegun = true;
      return work();
    });
  } catch (error) {
    // Pages without an origin (opened from a file, or in a sandbox) have the API and may not use it.
    if (hasBegun) throw error;
    return work();
  }
}
