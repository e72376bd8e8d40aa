import type { Example } from '../example.ts';
import { islandExamples } from './islands.ts';
import { pageExamples } from './pages.ts';

/** Every example of the gallery. */
export const examples: readonly Example[] = [...islandExamples, ...pageExamples];
const ids = examples.map(({ id }) => id);
const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
if (twice.length > 0) throw new Error(`Two examples are called ${twice.join(', ')}.`);
