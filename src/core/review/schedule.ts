import { FSRSAlgorithm } from 'ts-fsrs';

/** How well something was known on a day: 1 not, 2 partly or by a guess, 3 well, 4 well and surely. The scheduler's own numbers. */
export type Grade = 1 | 2 | 3 | 4;

/** One day on which something was asked, and the worst answer of that day. */
export interface DayGrade {
  /** Days since 1970-01-01. */
  day: number;
  grade: Grade;
}

/** The longest that anything waits, in days. */
export const LONGEST_WAIT = 365;

/** Without chance, and in whole days: what is asked twice on a day is asked once. */
const scheduler = new FSRSAlgorithm({
  request_retention: 0.9,
  maximum_interval: LONGEST_WAIT,
  enable_fuzz: false,
  enable_short_term: false,
});

/**
 * The day on which something is due again: when it will be known with a chance of 90 %.
 *
 * @param history At least one day; days in order, each once.
 * @returns A whole day, from 1 to `LONGEST_WAIT` days after the last.
 */
export function dueDay(history: readonly DayGrade[]): number {
  let memory: { stability: number; difficulty: number } | null = null;
  let last: number | undefined;
  for (const { day, grade } of history) {
    memory = scheduler.next_state(memory, last === undefined ? 0 : day - last, grade);
    last = day;
  }
  if (!memory || last === undefined)
    throw new RangeError('Nothing is due that was never asked: give at least one day.');
  return last + Math.min(LONGEST_WAIT, Math.max(1, scheduler.next_interval(memory.stability, 0)));
}

/** The worst grade of each day, days in order. */
export function byDay(events: readonly DayGrade[]): DayGrade[] {
  const worst = new Map<number, Grade>();
  for (const { day, grade } of events) {
    const known = worst.get(day);
    if (known === undefined || grade < known) worst.set(day, grade);
  }
  return [...worst].map(([day, grade]) => ({ day, grade })).sort((a, b) => a.day - b.day);
}
