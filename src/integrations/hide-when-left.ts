import { createHash } from 'node:crypto';

/**
 * The first thing in every page, run before anything is painted: who has left, and is led back through the tab's
 * history, must not see the page for the moment until its scripts have come (`components/leaving.ts`, which keeps the mark).
 */
export const HIDE_WHEN_LEFT =
  "try{if(sessionStorage['listen-first/leaving']&&performance.getEntriesByType('navigation')[0].type!='navigate')document.documentElement.hidden=true}catch{}";

/** For the policy, which allows no script in a page that it does not name. */
export const HIDE_WHEN_LEFT_HASH =
  `sha256-${createHash('sha256').update(HIDE_WHEN_LEFT).digest('base64')}` as const;
