import { browserStorage } from '../adapters/storage.ts';
import { createLearnerStore } from './learner.ts';

/** The one place where stores meet the browser. Every script and island of a page shares this store. */
export const learner = createLearnerStore(browserStorage(), () => Date.now());
