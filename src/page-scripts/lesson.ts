/** Marks what has been finished in the outline. No React. */
import './keep-finished.ts';
import { learner } from '../stores/browser.ts';
import { sayKeeping } from './keeping.ts';
import { showMeanings } from './terms.ts';

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
    // Erased in the meantime, in another tab or before the page was shown again.
    if (!isDone && 'done' in entry.dataset) {
      delete entry.dataset.done;
      entry.querySelector('a > .hidden-visually')?.remove();
    }
  }
  for (const bar of document.querySelectorAll<HTMLProgressElement>('[data-module-progress]'))
    bar.value = done;
}

showMeanings();
learner.subscribe(show);
show();
sayKeeping();
