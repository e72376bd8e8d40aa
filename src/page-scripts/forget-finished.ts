/** On the page where one erases: a lesson that was noted as finished and could not be kept must not come back. */
import { learner } from '../stores/browser.ts';
import { clearFinished } from './finished.ts';

learner.subscribe(({ record }, before) => {
  if (record.erasedMs !== before.record.erasedMs) clearFinished();
});
