/**
 * The way out. Blanks the page at once, then leaves so that going back does not show the course.
 *
 * What a page can do about this tab's history: `location.replace` removes the page that is left. The course's pages
 * before it stay in the list until a new page is opened from an earlier place, so we first go back to the first of
 * them (sessionStorage remembers how far) and leave from there by way of `away/`, a blank page that replaces it and
 * then opens the neutral page, which drops everything after it. The browser's own history is out of reach, and the
 * about page says so.
 *
 * The key is Shift, three times within five seconds: assistive technology owns Escape (GOV.UK's finding).
 */
const LEAVING = 'leaving';
const FIRST = 'first-length';
const WITHIN_MS = 5_000;

export function leaveBy(link: HTMLAnchorElement, status: HTMLElement | null): void {
  if (session(LEAVING)) {
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
    if (back > 0 && session(LEAVING)) {
      history.go(-back);
      // A history that does not reach so far does nothing; leave from here then.
      setTimeout(() => location.replace(link.dataset.away ?? link.href), 250);
    } else location.replace(link.dataset.away ?? link.href);
  };
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  // A page that comes back from the browser's cache must not show itself while leaving.
  addEventListener('pageshow', () => {
    if (!session(LEAVING)) return;
    blank();
    location.replace(link.dataset.away ?? link.href);
  });

  let presses = 0;
  let timer = 0;
  let alone = false;
  addEventListener('keydown', (event) => {
    alone = event.key === 'Shift' && !event.repeat;
  });
  addEventListener('keyup', (event) => {
    if (event.key !== 'Shift' || !alone) return;
    presses++;
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      presses = 0;
      if (status) status.textContent = '';
    }, WITHIN_MS);
    if (presses >= 3) leave();
    else if (status) status.textContent = (presses === 1 ? status.dataset.once : status.dataset.twice) ?? '';
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
