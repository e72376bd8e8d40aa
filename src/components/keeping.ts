/** Tells the learner when the record cannot be kept; what was done stays in memory while the page is open. */
import { learner } from '../stores/browser.ts';

export function sayKeeping(): void {
  const place = document.querySelector<HTMLElement>('#keeping');
  if (!place) return;
  const words: Record<string, string | undefined> = {
    'full-or-blocked': place.dataset.full,
    newer: place.dataset.newer,
    unreadable: place.dataset.unreadable,
  };
  const show = () => {
    const { problem } = learner.getState();
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
