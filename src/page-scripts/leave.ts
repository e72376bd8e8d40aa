/**
 * The way out. Blanks the page at once, then leaves so that going back does not show the course.
 *
 * What a page can do about this tab's history: `location.replace` removes the page that is left. The course's pages
 * before it stay in the list until a new page is opened from an earlier place, so we first go back to the first of
 * them (sessionStorage remembers how far) and leave from there by way of `away/`, a blank page that replaces it and
 * then opens the neutral page, which drops everything after it. The browser's own history is out of reach, and the
 * about page says so.
 *
 * Without a network or a stored copy going anywhere on this host would end on the browser's error page, which names the
 * host: then `about:blank` takes the place of this page.
 */
import { leaveByKey } from './exit-key.ts';
import { dropKeptPages, enter, GO_BACK_LIMIT_MS, goToFirst, isLeaving, markLeaving } from './leaving.ts';

/** A link that was followed just before leaving may still open its page. */
const LEAVING_TAKES_MS = 5_000;
/** Time limit for loading the blank page, in milliseconds; after it we act as without a network. */
const REACH_LIMIT_MS = 2_000;

export function leaveBy(link: HTMLAnchorElement, status: HTMLElement | null): void {
  let isGoing = false;
  let waiting = 0;
  const awayPage = link.dataset.away ?? link.href;
  // Answered by the network or by the stored copy. What the host says instead of the page would be no better than an error.
  const canReach = () =>
    fetch(awayPage, { cache: 'no-store', signal: AbortSignal.timeout(REACH_LIMIT_MS) }).then(
      ({ ok }) => ok,
      () => false,
    );
  const away = async (isReached?: boolean) => {
    isGoing = true;
    clearTimeout(waiting);
    blank();
    location.replace((isReached ?? (await canReach())) ? awayPage : 'about:blank');
  };
  if (!enter(LEAVING_TAKES_MS)) {
    // A page that has just loaded over the network proves that the host can be reached; no further request is needed.
    const [arrival] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    void away(arrival && arrival.transferSize > 0 ? true : undefined);
    return;
  }
  const drop = dropKeptPages();

  const leave = async () => {
    // People press repeatedly, and each history.go() would add to the one before.
    if (isGoing) return;
    isGoing = true;
    const saying = status?.dataset.framed ?? '';
    blank();
    drop();
    if (globalThis.listenFirstHost) {
      globalThis.listenFirstHost.leave();
      return;
    }
    markLeaving();
    if (window.top !== window) leaveFrame(link.href, saying);
    // Going back may have to load a page, and on a slow network that takes long; leave from here then.
    else {
      const isReached = await canReach();
      if (isReached && goToFirst()) waiting = window.setTimeout(away, GO_BACK_LIMIT_MS, true);
      else await away(isReached);
    }
  };
  link.addEventListener('click', (event) => {
    event.preventDefault();
    void leave();
  });
  // The first place may be of this very document. Not within the event: Firefox would replace another place.
  addEventListener('popstate', () => isGoing && setTimeout(away, 0, true));
  // A page that comes back from the browser's cache must not show itself.
  addEventListener('pageshow', ({ persisted }) => persisted && isLeaving() && void away());

  leaveByKey(leave, (presses) => {
    if (status) status.textContent = ['', status.dataset.once, status.dataset.twice][presses] ?? '';
  });
}

/**
 * Within the frame of another site the neutral page takes the whole window. Where that site forbids it (`sandbox`), it
 * is opened in a new tab, and the frame says that the site around it is still open.
 */
function leaveFrame(neutral: string, saying: string): void {
  const apart = () => {
    open(neutral, '_blank', 'noopener,noreferrer');
    document.body.textContent = saying;
  };
  try {
    window.top?.location.replace(neutral);
    // Not every browser throws when it is forbidden.
    setTimeout(apart, GO_BACK_LIMIT_MS);
  } catch {
    apart();
  }
}

/** Takes away all that is shown. For scripts that arrive while the page is left, the parser makes an empty head and body. */
function blank(): void {
  document.documentElement.innerHTML = '';
  document.title = '';
}
