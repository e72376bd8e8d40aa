/** Marks what has been finished in the outline, and keeps "finished" when the reader goes on. No React. */
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
  for (const bar of document.querySelectorAll<HTMLProgressElement>('[data-module-progress]')) bar.value = done;
}

const here = document.querySelector<HTMLElement>('[data-lesson]')?.dataset.lesson;
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-finish]')) {
  link.addEventListener('click', (event) => {
    if (!here) return;
    learner.getState().change((record) => finishLesson(record, here, Date.now()));
    // A plain click waits until the record is kept; a new tab needs no waiting.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void learner.getState().settled().then(() => location.assign(link.href));
  });
}
learner.subscribe(show);
show();
sayKeeping();
