/**
 * What is remembered while somebody leaves, and afterwards: on the website by its pages (`leave.ts`), on a stick by the
 * shell around them. Where storage is blocked nothing is, and one leaves from the page one is on.
 *
 * The marks stay when one has left. Not everything can always be taken out of the tab's history (going back took too long;
 * browsers keep 50 places and count no further), so whoever comes back to a page of the course is led away again. Only
 * opening the course anew takes them off. Each edition on a host has marks of its own.
 */
import { kept } from '../core/edition/index.ts';
import { withoutThrowing } from './without-throwing.ts';

/** What every edition's mark of where the course began is called, before its name. */
const FIRST_OF_ANY = kept('first', '');
/**
 * history.length of this tab at the first page of the visit, minus a random fraction below 1. Rounded up it is that
 * length; unrounded it identifies the visit, because no other tab has the same fraction.
 */
const FIRST = kept('first');
/** When somebody left, or nothing; 0 once `pages/away.astro` was reached. `integrations/hide-when-left.ts` reads it too. */
const LEAVING = kept('leaving');
/**
 * Names of the visits that were left, in the storage of all tabs. Firefox does not show a page of another visit in this
 * tab what later ones wrote into the tab's own storage, so a page one comes back to looks here too.
 */
const LEFT = kept('left');
const LEFT_LENGTH = 400;

/** Time limit for going back to the course's first place in this tab, in milliseconds; it may have to load a page. */
export const GO_BACK_LIMIT_MS = 1_000;

/**
 * Remembers where the course begins in this tab's history. To be called by each document of the course when it is opened.
 *
 * @param leavingTakesMs How long after somebody left a document that is opened is one they had asked for before.
 * @returns false when one has left and comes back: nothing may be shown.
 */
export function enter(leavingTakesMs: number): boolean {
  // In a history that is shorter than at the beginning one has gone back to before the course, and opens it again.
  let isKnown = first() < history.length;
  if (isLeaving()) {
    const [arrival] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const isAnew = arrival?.type === 'navigate' && Date.now() - Number(read(LEAVING)) >= leavingTakesMs;
    if (!isAnew) return false;
    write(LEAVING, '');
    isKnown = false;
  }
  if (!isKnown) write(FIRST, String(history.length - Math.random()));
  return true;
}

/**
 * Marks that somebody leaves. Other editions that were open in this tab are left with this one; as nothing else is known
 * of them, only their marks are set.
 */
export function markLeaving(): void {
  for (const other of editionsInTab()) write(kept('leaving', other), '0');
  write(LEAVING, String(Date.now()));
  withoutThrowing(() => localStorage.setItem(LEFT, `${left()} ${read(FIRST)}`.slice(-LEFT_LENGTH)));
}

/** Whether somebody leaves, or has left in this tab. */
export function isLeaving(): boolean {
  // Without FIRST the visit has no name, and nothing in LEFT can match.
  return !!read(LEAVING) || left().includes(` ${read(FIRST) ?? '-'}`);
}

/** Goes back to the course's first place in this tab, in its own time. @returns false where one is there, or it is not known. */
export function goToFirst(): boolean {
  const begin = Math.ceil(first());
  if (!(begin < history.length)) return false;
  // The length counts what lies ahead of this place too: who had gone back within the course would end before it. A new
  // place drops what lies ahead, and then the length says where one is.
  history.pushState(null, '');
  history.go(begin - history.length);
  return true;
}

const CHANNEL = 'leaving';

/**
 * Makes this page one that browsers do not keep for Back and Forward once somebody leaves: Chromium drops a kept page
 * whose channel gets a message. On the way back to the first page it would else be seen for a moment, drawn as it was.
 *
 * @returns Drops the kept pages of all editions that were open in this tab.
 */
export function dropKeptPages(): () => void {
  // Browsers without channels keep no such page.
  if (typeof BroadcastChannel === 'undefined') return () => {};
  const own = new BroadcastChannel(kept(CHANNEL));
  // Only a channel with a listener counts. Pages in other tabs stay as they are.
  own.onmessage = () => {};
  return () => {
    own.postMessage('');
    for (const other of editionsInTab()) new BroadcastChannel(kept(CHANNEL, other)).postMessage('');
  };
}

/** Names of the editions that were opened in this tab. */
function editionsInTab(): string[] {
  return (withoutThrowing(() => Object.keys(sessionStorage)) ?? []).flatMap((key) =>
    key.startsWith(FIRST_OF_ANY) ? key.slice(FIRST_OF_ANY.length) : [],
  );
}

/** NaN when it is not known; every comparison with NaN is false. */
const first = () => Number(read(FIRST) ?? Number.NaN);
const left = () => withoutThrowing(() => localStorage.getItem(LEFT)) ?? '';

const read = (key: string) => withoutThrowing(() => sessionStorage.getItem(key));
const write = (key: string, value: string) => withoutThrowing(() => sessionStorage.setItem(key, value));
