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

const LEAVING = 'leaving';
const FIRST = 'first-length';
/**
 * When somebody left, in the storage of all tabs. Firefox does not show a page of another visit in this tab what later
 * ones wrote into the tab's own storage, so a page one comes back to looks here too, for as long as leaving takes.
 */
const LEFT = 'listen-first/left';
const LEAVING_TAKES_MS = 5_000;

export function leaveBy(link: HTMLAnchorElement, status: HTMLElement | null): void {
  const [arrival] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (isLeaving(arrival?.type === 'back_forward')) {
    blank();
    location.replace(link.dataset.away ?? link.href);
    return;
  }
  if (!session(FIRST)) setSession(FIRST, String(history.length));

  const leave = () => {
    blank();
    if (status) status.textContent = status.dataset.leaving ?? '';
    if (globalThis.listenFirstHost) return globalThis.listenFirstHost.leave();
    const back = history.length - Number(session(FIRST) ?? history.length);
    setSession(LEAVING, link.href);
    markLeft();
    if (back > 0 && session(LEAVING)) {
      history.go(-back);
      // A history that does not reach so far does nothing; leave from here then. Going back may have to load a page.
      setTimeout(() => location.replace(link.dataset.away ?? link.href), 1_000);
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

function blank(): void {
  document.documentElement.replaceChildren();
  document.title = '';
}

function session(key: string): string | null {
  try {
    return sessionStorage.getItem(`listen-first/${key}`);
  } catch {
    return null;
  }
}

function setSession(key: string, value: string): void {
  try {
    sessionStorage.setItem(`listen-first/${key}`, value);
  } catch {
    // Blocked storage: we leave from this page, without going back first.
  }
}

/** @param isBack Somebody came to this page by Back or Forward, not anew. */
function isLeaving(isBack: boolean): boolean {
  if (session(LEAVING)) return true;
  try {
    return isBack && Date.now() - Number(localStorage.getItem(LEFT)) < LEAVING_TAKES_MS;
  } catch {
    return false;
  }
}

function markLeft(): void {
  try {
    localStorage.setItem(LEFT, String(Date.now()));
  } catch {
    // Blocked storage: the mark of the tab has to do.
  }
}
