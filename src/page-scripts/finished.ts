import { kept } from '../core/edition/index.ts';

/**
 * Lessons that were finished and are not yet in the record.
 *
 * "Finished" travels in the address of the next page (`#finished=module/lesson`), so it is kept even when somebody goes
 * on before a script of the lesson has loaded, or in a new tab. The small script of every page notes it at once; the
 * record, which comes later, takes it from there.
 */
const KEY = kept('finished');
// What a record can read back (core/progress/record.ts, which is too large for the first view of every page).
const LESSON = /^[a-z][a-z0-9-]{0,79}\/[a-z][a-z0-9-]{0,79}$/;

/** Notes what the address says was finished, and takes it out of the address. */
export function noteFinished(): void {
  const lesson = new URLSearchParams(location.hash.slice(1)).get('finished');
  if (!lesson || !LESSON.test(lesson)) return;
  try {
    sessionStorage.setItem(KEY, pendingFinished().join(' '));
  } catch {
    // Without storage it stays in the address, where it is read from too.
    return;
  }
  history.replaceState(history.state, '', location.pathname + location.search);
}

/** Lessons noted, or in the address, and not yet in the record; none twice. */
export function pendingFinished(): string[] {
  const inAddress = new URLSearchParams(location.hash.slice(1)).get('finished');
  let noted = '';
  try {
    noted = sessionStorage.getItem(KEY) ?? '';
  } catch {
    // Nothing was noted then.
  }
  return [...new Set([...noted.split(' '), inAddress ?? ''])].filter((lesson) => LESSON.test(lesson));
}

/** Forgets what was noted, once it is in the record. */
export function clearFinished(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was noted then.
  }
}
