import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type CalendarDay, DAY_MS } from '../calendar/index.ts';
import type { LearnerRecord } from '../progress/index.ts';

/** 2026-01-01: sequence numbers of calendar entries count from here. */
const FIRST_DAY = 20_454;

/** How long after a review day comes. */
export const intervals = ['week', 'month', 'half-year'] as const;
export type Interval = (typeof intervals)[number];

/**
 * The review days after a day: in one week, one month and six months. Where a month has no such day, its last one.
 *
 * @param from Days since 1970-01-01.
 */
export function reviewDays(from: number): Record<Interval, number> {
  return { week: from + 7, month: monthsAfter(from, 1), 'half-year': monthsAfter(from, 6) };
}

function monthsAfter(from: number, months: number): number {
  const date = new Date(from * DAY_MS);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), lastOfMonth)) / DAY_MS;
}

/**
 * The review days as entries of a calendar. They stay the same entries when they are made again later by the same
 * learner: their names come from the moment of the first thing in the record, which they do not tell.
 *
 * @param words What the entries say.
 */
export function reviewEntries(
  record: LearnerRecord,
  from: number,
  words: Pick<CalendarDay, 'summary' | 'description' | 'url' | 'isPrivate'>,
): CalendarDay[] {
  const days = reviewDays(from);
  const first = [
    ...Object.values(record.lessons),
    ...record.answers.map(({ atMs }) => atMs),
    ...record.runs.map(({ startedMs }) => startedMs),
    ...record.attempts.map(({ startedMs }) => startedMs),
  ].reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  return intervals.map((interval) => ({
    ...words,
    uid: uuidOf(`review ${interval} ${first}`),
    sequence: Math.max(0, from - FIRST_DAY),
    day: days[interval],
  }));
}

/** A UUID that is the same for the same text (version 8, RFC 9562). */
function uuidOf(text: string): string {
  const bytes = sha256(utf8ToBytes(text)).slice(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  return bytesToHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
