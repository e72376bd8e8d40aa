import { browserStorage, memoryStorage } from '../adapters/storage.ts';
import { createLearnerStore } from './learner.ts';

/**
 * The one place where stores meet the browser. Every script and island of a page shares this store. While pages are
 * built there is no browser, and islands render the empty record. Inside a shell or a learning platform that one keeps it.
 */
const storage =
  typeof document === 'undefined'
    ? memoryStorage()
    : (globalThis.listenFirstHost?.storage ?? browserStorage());
export const learner = createLearnerStore(storage, () => Date.now());
// A page that is closed while it waits for other tabs would lose what was done last.
globalThis.addEventListener?.('pagehide', () => learner.getState().flush());
