import type { ReviewOptions } from '../core/review/reviews.ts';
import { localDay } from './calendar.ts';

/**
 * Today on this device, and whether decisions of role-plays can be asked: their words stand in the pages of their
 * role-plays, which a page that was opened from a file cannot fetch.
 */
export function reviewOptions(): ReviewOptions {
  return {
    today: localDay(Date.now()),
    dayOf: localDay,
    hasDecisions: globalThis.listenFirstHost === undefined,
  };
}
