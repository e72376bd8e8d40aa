/** Calendar days of this device, as days since 1970-01-01. */
import { DAY_MS } from '../core/calendar/index.ts';

/** The easternmost time zone is fourteen hours ahead of UTC. */
const EASTERNMOST_MS = 14 * 3_600_000;

/**
 * The day that a calendar on this device shows at an instant.
 *
 * @param ms Milliseconds since 1970-01-01 UTC.
 */
export function localDay(ms: number): number {
  const date = new Date(ms);
  return Math.floor(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY_MS);
}

/** The latest day that it is anywhere on earth at an instant. */
export function latestDay(ms: number): number {
  return Math.floor((ms + EASTERNMOST_MS) / DAY_MS);
}
