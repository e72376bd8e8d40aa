import type { Example } from '../example.ts';
import { assessmentExamples } from './assessment.ts';
import { certificateExamples } from './certificate.ts';
import { homeExamples } from './home.ts';
import { islandExamples } from './islands.ts';
import { pageExamples } from './pages.ts';
import { pathExamples } from './path.ts';
import { recordExamples } from './record.ts';
import { reviewExamples } from './review.ts';
import { testExamples } from './tests-around.ts';

/** Every example of the gallery. */
export const examples: readonly Example[] = [
  ...islandExamples,
  ...homeExamples,
  ...pathExamples,
  ...assessmentExamples,
  ...certificateExamples,
  ...recordExamples,
  ...reviewExamples,
  ...testExamples,
  ...pageExamples,
];
const ids = examples.map(({ id }) => id);
const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
if (twice.length > 0) throw new Error(`Two examples are called ${twice.join(', ')}.`);
