/** Marks what has been finished in the outline, and keeps what the page before has said was finished. No React. */
import { finishLesson } from '../core/progress/changes.ts';
import { learner } from '../stores/browser.ts';
import { sayKeeping } from './keeping.ts';

function show(): void {
  const { record, isReady } = learner.getState();
  if (!isReady) return;
  const entries = [...document.querySelectorAll<HTMLElement>('[data-lesson-entry]')];
  let done = 0;
  for (const entry of entries) {
    const isDone = (entry.dataset.lessonEntry ?? '') in record.lessons;
    if (isDone) done++;
    if (isDone && !('done' in entry.dataset)) {
      entry.dataset.done = '';
      const label = document.createElement('span');
      label.className = 'hidden-visually';
      label.textContent = ` (${entry.dataset.doneLabel ?? ''})`;
      entry.querySelector('a')?.append(label);
    }
  }
  for (const bar of document.querySelectorAll<HTMLProgressElement>('[data-module-progress]'))
    bar.value = done;
}

/**
 * "Finished" travels in the address of the next page (`#finished=module/lesson`), so that it is kept even when somebody
 * goes on before a script of this page has loaded, or in a new tab.
 */
const finished = new URLSearchParams(location.hash.slice(1)).get('finished');
if (finished && /^[a-z0-9-]{1,80}\/[a-z0-9-]{1,80}$/.test(finished)) {
  history.replaceState(history.state, '', location.pathname + location.search);
  learner.getState().change((record) => finishLesson(record, finished, Date.now()));
}
learner.subscribe(show);
show();
sayKeeping();
