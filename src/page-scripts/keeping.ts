/** Tells the learner when the record cannot be kept; what was done stays in memory while the page is open. */
import { learner } from '../stores/browser.ts';
import type { KeepingProblem } from '../stores/learner.ts';

/**
 * Shows a notice in `#keeping` for as long as the record cannot be kept. On every page that changes the record or reads
 * results from it; `/record/` says it in its own words.
 */
export function sayKeeping(): void {
  const place = document.querySelector<HTMLElement>('#keeping');
  if (!place) return;
  const words: Record<KeepingProblem, string | undefined> = {
    'full-or-blocked': place.dataset.full,
    newer: place.dataset.newer,
    unreadable: place.dataset.unreadable,
  };
  let said: KeepingProblem | null = null;
  const show = () => {
    const { problem } = learner.getState();
    // A new element would be read aloud again at every change of the record.
    if (problem === said) return;
    said = problem;
    place.hidden = problem === null;
    place.replaceChildren();
    if (problem === null) return;
    const notice = document.createElement('p');
    notice.className = 'notice bad';
    notice.setAttribute('role', 'alert');
    notice.textContent = words[problem] ?? '';
    place.append(notice);
  };
  learner.subscribe(show);
  show();
}
