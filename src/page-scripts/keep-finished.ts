import { finishLesson } from '../core/progress/changes.ts';
import { learner } from '../stores/browser.ts';
import { isKept } from '../stores/learner.ts';
import { clearFinished, pendingFinished } from './finished.ts';

/** Takes lessons that were noted as finished into the record. */
export function keepFinished(): void {
  const lessons = pendingFinished();
  if (lessons.length === 0) return;
  learner
    .getState()
    .change((record) => lessons.reduce((kept, lesson) => finishLesson(kept, lesson, Date.now()), record));
  // Removed only after the record was saved: the page may close at any moment; after a failure the next page tries again.
  void learner
    .getState()
    .settled()
    .then(() => {
      if (isKept(learner.getState().problem)) clearFinished();
    });
}

keepFinished();
