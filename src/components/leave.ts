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
import { enter, GO_BACK_LIMIT_MS, goToFirst, isLeaving, markLeaving } from './leaving.ts';

/** A link that was followed just before leaving may still open its page. */
const LEAVING_TAKES_MS = 5_000;

export function leaveBy(link: HTMLAnchorElement, status: HTMLElement | null): void {
  let isGoing = false;
  let waiting = 0;
  const away = () => {
    isGoing = true;
    clearTimeout(waiting);
    blank();
    location.replace(link.dataset.away ?? link.href);
  };
  if (!enter(LEAVING_TAKES_MS)) {
    away();
    return;
  }

  const leave = () => {
    // Who is afraid presses again and again, and each going back would add to the one before.
    if (isGoing) return;
    isGoing = true;
    blank();
    if (globalThis.listenFirstHost) {
      globalThis.listenFirstHost.leave();
      return;
    }
    markLeaving();
    // Going back may have to load a page, and on a slow network that takes long; leave from here then.
    if (goToFirst()) waiting = window.setTimeout(away, GO_BACK_LIMIT_MS);
    else away();
  };
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  // The first place may be of this very document. Not within the event: Firefox would replace another place.
  addEventListener('popstate', () => isGoing && setTimeout(away));
  // A page that comes back from the browser's cache must not show itself.
  addEventListener('pageshow', ({ persisted }) => persisted && isLeaving() && away());

  leaveByKey(leave, (presses) => {
    if (status) status.textContent = ['', status.dataset.once, status.dataset.twice][presses] ?? '';
  });
}

/** Takes away all that is shown. For scripts that arrive while the page is left, the parser makes an empty head and body. */
function blank(): void {
  document.documentElement.innerHTML = '';
  document.title = '';
}
