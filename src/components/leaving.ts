/**
 * What is remembered while somebody leaves: on the website by its pages (`leave.ts`), on a stick by the shell around them.
 * Where storage is blocked nothing is, and one leaves from the page one is on. `pages/away.astro` names the tab's two keys
 * itself: sharing this file with it would make it one more script of every page.
 */
const FIRST_LENGTH = 'listen-first/first-length';
const LEAVING = 'listen-first/leaving';
/**
 * When somebody left, in the storage of all tabs. Firefox does not show a page of another visit in this tab what later
 * ones wrote into the tab's own storage, so a page one comes back to looks here too, for as long as leaving takes.
 */
const LEFT = 'listen-first/left';
const LEAVING_TAKES_MS = 5_000;

/** For going back to the course's first place in this tab, which may have to load a page. */
export const GO_BACK_LIMIT_MS = 1_000;

/** Remembers how long the tab's history is, once: the course begins here. */
export function markFirst(): void {
  attempt(() => {
    if (!sessionStorage.getItem(FIRST_LENGTH)) sessionStorage.setItem(FIRST_LENGTH, String(history.length));
  });
}

/** How many places the course's first one lies back. */
export function placesBack(): number {
  return history.length - Number(attempt(() => sessionStorage.getItem(FIRST_LENGTH)) ?? history.length);
}

/** Marks that somebody leaves. */
export function markLeaving(): void {
  attempt(() => sessionStorage.setItem(LEAVING, '1'));
  attempt(() => localStorage.setItem(LEFT, String(Date.now())));
}

/** Whether somebody leaves, or has left in this tab. @param isBack They came here by Back or Forward, not anew. */
export function isLeaving(isBack: boolean): boolean {
  if (attempt(() => sessionStorage.getItem(LEAVING))) return true;
  return isBack && Date.now() - Number(attempt(() => localStorage.getItem(LEFT)) ?? 0) < LEAVING_TAKES_MS;
}

/** Takes the tab's marks off: the course is opened anew. */
export function forgetLeaving(): void {
  for (const key of [LEAVING, FIRST_LENGTH]) attempt(() => sessionStorage.removeItem(key));
}

/** How this document was come to. */
export function arrival(): NavigationTimingType | undefined {
  return (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined)?.type;
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
