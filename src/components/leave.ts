/**
 * The way out. Blanks the page at once, then leaves so that going back does not show the course.
 *
 * What a page can do about this tab's history: `location.replace` removes the page that is left. The course's pages
 * before it stay in the list until a new page is opened from an earlier place, so we first go back to the first of
 * them (sessionStorage remembers how far) and leave from there by way of `away/`, a blank page that replaces it and
 * then opens the neutral page, which drops everything after it. The browser's own history is out of reach, and the
 * about page says so.
 */
import { leaveByKey } from './exit-key.ts';
import { arrival, GO_BACK_LIMIT_MS, isLeaving, markFirst, markLeaving, placesBack } from './leaving.ts';

export function leaveBy(link: HTMLAnchorElement, status: HTMLElement | null): void {
  if (isLeaving(arrival() === 'back_forward')) {
    blank();
    location.replace(link.dataset.away ?? link.href);
    return;
  }
  markFirst();

  const leave = () => {
    blank();
    if (status) status.textContent = status.dataset.leaving ?? '';
    if (globalThis.listenFirstHost) return globalThis.listenFirstHost.leave();
    const back = placesBack();
    markLeaving();
    if (back > 0 && isLeaving(false)) {
      history.go(-back);
      // A history that does not reach so far does nothing; leave from here then. Going back may have to load a page.
      setTimeout(() => location.replace(link.dataset.away ?? link.href), GO_BACK_LIMIT_MS);
    } else location.replace(link.dataset.away ?? link.href);
  };
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  // A page that comes back from the browser's cache must not show itself while leaving.
  addEventListener('pageshow', ({ persisted }) => {
    if (!isLeaving(persisted)) return;
    blank();
    location.replace(link.dataset.away ?? link.href);
  });

  leaveByKey(leave, (presses) => {
    if (status) status.textContent = ['', status.dataset.once, status.dataset.twice][presses] ?? '';
  });
}

/** Takes away all that is shown. Head and body stay, empty, for scripts of the page that arrive while it is left. */
function blank(): void {
  document.documentElement.replaceChildren(document.createElement('head'), document.createElement('body'));
  document.title = '';
}
