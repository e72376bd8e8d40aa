import { createHash } from 'node:crypto';
import { edition, kept } from '../core/edition/index.ts';

/**
 * Run in a page before anything is painted: marks it (`data-returning`) when this browser keeps a record with anything
 * in it, so that room is kept for what the record brings and nothing shifts. It only guesses; the page's own script,
 * which reads the record, has the last word. A record is kept as JSON: any list or map in it that is not empty counts,
 * but for the keys that an erasure leaves (`reinstated`).
 *
 * @param of Name of the edition that the page belongs to.
 */
export const markReturning = (of = edition) =>
  `try{if(/"(lessons":\\{|runs":\\[|attempts":\\[|answers":\\[)["{]/.test(localStorage[${JSON.stringify(kept('record', of))}]))document.documentElement.dataset.returning=''}catch{}`;

/** For the policy, which allows no script in a page that it does not name. */
export const markReturningHash = (of: string) =>
  `sha256-${createHash('sha256').update(markReturning(of)).digest('base64')}` as const;
