import { createHash } from 'node:crypto';
import { edition, kept } from '../core/edition/index.ts';

/**
 * The first thing in every page, run before anything is painted: who has left, and is led back through the tab's
 * history, must not see the page for the moment until its scripts have come (`page-scripts/leaving.ts`, which keeps the mark).
 *
 * @param of Name of the edition that the page belongs to.
 */
export const hideWhenLeft = (of = edition) =>
  `try{if(sessionStorage[${JSON.stringify(kept('leaving', of))}]&&performance.getEntriesByType('navigation')[0].type!='navigate')document.documentElement.hidden=true}catch{}`;

/** Hash of that script for the Content-Security-Policy. */
export const hideWhenLeftHash = (of: string) =>
  `sha256-${createHash('sha256').update(hideWhenLeft(of)).digest('base64')}` as const;
