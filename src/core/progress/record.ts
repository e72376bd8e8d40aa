import * as v from 'valibot';
import { helpLevels } from '../scenario/constants.ts';

/** Longest lists a record may hold, so that a hostile file does not fill the memory. Of a longer one the newest stay. */
export const MOST = 20_000;
/** Most choices of one run of a role-play. */
export const LONGEST_RUN = 500;
/** The last moment that a date can hold, in milliseconds since 1970. */
export const LAST_MOMENT = 8.64e15;
/**
 * How far ahead of the clock an entry may be dated, in milliseconds: 100 years, more than any wrong clock. What comes
 * after an entry is dated after it, so that a later one would leave no moment for what a learner does next.
 */
export const FURTHEST_AHEAD = 100 * 365.25 * 86_400_000;
/** Greatest count of changes that is read; greater ones are read as this. */
const MOST_CHANGES = 1_000_000_000;
const id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,79}$/));
const reference = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,79}\/[a-z][a-z0-9-]{0,79}$/));
/** Milliseconds since 1970. */
const moment = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LAST_MOMENT));
const seed = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffffffff));
/** 1 a guess, 2 fairly sure, 3 sure. For calibration, never for marks. */
const sure = v.optional(v.picklist([1, 2, 3]));
const response = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));

const answerEntry = v.object({ question: reference, response, sure, atMs: moment });
const runEntry = v.object({
  scenario: id,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  seed,
  help: v.picklist(helpLevels),
  choices: v.pipe(v.array(id), v.maxLength(LONGEST_RUN)),
  startedMs: moment,
  atMs: moment,
});
const sittingEntry = v.object({
  path: id,
  seed,
  /** Content the questions were drawn from. */
  release: v.pipe(v.string(), v.regex(/^[0-9a-f]{12}$/)),
  responses: v.record(
    reference,
    v.object({
      response,
      sure,
      /** How often it was changed since it was first given; of two copies of an open sitting, the more often changed holds. */
      changes: v.optional(
        v.pipe(
          v.number(),
          v.integer(),
          v.minValue(1),
          v.transform((changes) => Math.min(changes, MOST_CHANGES)),
        ),
      ),
    }),
  ),
  startedMs: moment,
  /** Absent while it is going on. */
  submittedMs: v.optional(moment),
});

/** Key of an entry, `kind milliseconds name`; see `keyOf`. A sitting is kept under the word `attempt`, which never changes. */
const entryKey = v.pipe(v.string(), v.regex(/^(lesson|answer|run|attempt) \d{1,16} [a-z][a-z0-9/-]{0,160}$/));

/** One answer to a knowledge check. */
export type Answer = v.InferOutput<typeof answerEntry>;
/** One run of a role-play, finished or not. */
export type Run = v.InferOutput<typeof runEntry>;
/** One sitting of a final assessment. */
export type AssessmentSitting = v.InferOutput<typeof sittingEntry>;

/**
 * What a learner did. Everything else (scores, progress, certificates) is derived from (content, record).
 *
 * Identity of entries, for merging: a lesson by its reference; an answer by question and time; a run by scenario and
 * start; a sitting by path and start.
 */
export interface LearnerRecord {
  version: 1;
  /**
   * Lesson reference `module/lesson` → when it was finished, here for the first time. Of two copies the later moment
   * holds: the earlier one may be older than an erasure, and the later one not.
   */
  lessons: Record<string, number>;
  answers: Answer[];
  /** Sittings of final assessments. The field keeps the name that records and certificates were written with. */
  attempts: AssessmentSitting[];
  runs: Run[];
  /** Entries up to this moment were erased on purpose, in every tab and copy that is merged. */
  erasedMs?: number;
  /**
   * Keys (see `keyOf`), sorted, of the entries not younger than `erasedMs` that were brought back on purpose, from a
   * file, after that erasure, or were made after it by a clock that had been set back. They hold for that very moment: a later erasure forgets them. Never empty.
   */
  reinstated?: readonly string[];
}

export const emptyRecord: LearnerRecord = { version: 1, lessons: {}, answers: [], attempts: [], runs: [] };

export type ReadResult =
  | {
      ok: true;
      record: LearnerRecord /** Entries that could not be read; nothing else was lost. */;
      setAside: number;
    }
  | { ok: false; problem: 'not-json' | 'not-a-record' | 'newer' };

/**
 * Reads a record from outside (storage, file): unknown → migrated → repaired → current type.
 *
 * An entry that does not fit, or is dated more than `FURTHEST_AHEAD` after now, is set aside and counted; the rest is
 * kept. Only something that is no record at all, or was written by a newer course, is refused.
 *
 * @param nowMs The clock, in milliseconds since 1970.
 */
export function readRecord(value: unknown, nowMs: number): ReadResult {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { ok: false, problem: 'not-a-record' };
  const raw = value as Record<string, unknown>;
  if (typeof raw.version !== 'number') return { ok: false, problem: 'not-a-record' };
  if (raw.version > 1) return { ok: false, problem: 'newer' };
  let setAside = 0;
  const isInTime = (atMs: number | undefined) => atMs === undefined || atMs <= nowMs + FURTHEST_AHEAD;
  const list = <S extends v.GenericSchema>(
    given: unknown,
    schema: S,
    timesOf: (entry: v.InferOutput<S>) => readonly (number | undefined)[],
    most = MOST,
  ): v.InferOutput<S>[] => {
    if (given === undefined) return [];
    if (!Array.isArray(given)) {
      setAside++;
      return [];
    }
    setAside += Math.max(0, given.length - most);
    // Lists are kept in the order of time, and the newest is what the learner is at.
    return given.slice(-most).flatMap((entry) => {
      const result = v.safeParse(schema, entry);
      if (result.success && timesOf(result.output).every(isInTime)) return [result.output];
      setAside++;
      return [];
    });
  };
  const lessons: Record<string, number> = {};
  const finished = Object.entries(isObject(raw.lessons) ? raw.lessons : {});
  if (raw.lessons !== undefined && !isObject(raw.lessons)) setAside++;
  for (const [lesson, atMs] of finished) {
    if (v.is(reference, lesson) && v.is(moment, atMs) && isInTime(atMs)) lessons[lesson] = atMs;
    else setAside++;
  }
  setAside += Math.max(0, Object.keys(lessons).length - MOST);
  const erasedMs = v.is(moment, raw.erasedMs) && isInTime(raw.erasedMs) ? raw.erasedMs : undefined;
  if (raw.erasedMs !== undefined && erasedMs === undefined) setAside++;
  const answers = list(raw.answers, answerEntry, (answer) => [answer.atMs]);
  const attempts = list(raw.attempts, sittingEntry, (sitting) => [sitting.startedMs, sitting.submittedMs]);
  const runs = list(raw.runs, runEntry, (run) => [run.startedMs, run.atMs]);
  // Entries of all four kinds may have been brought back.
  const reinstated = list(raw.reinstated, entryKey, (key) => [timeIn(key)], 4 * MOST);
  // Only now have all entries been counted.
  return {
    ok: true,
    setAside,
    record: {
      version: 1,
      lessons: newestLessons(lessons),
      answers,
      attempts,
      runs,
      ...(erasedMs === undefined ? {} : { erasedMs }),
      ...(reinstated.length === 0 ? {} : { reinstated }),
    },
  };
}

/** Reads a record from a text; see `readRecord`. */
export function parseRecord(text: string, nowMs: number): ReadResult {
  try {
    return readRecord(JSON.parse(text), nowMs);
  } catch {
    return { ok: false, problem: 'not-json' };
  }
}

/** The newest lessons, as many as a record may hold; of those of one moment the last by name. */
export function newestLessons(lessons: Record<string, number>): Record<string, number> {
  const all = Object.entries(lessons);
  if (all.length <= MOST) return lessons;
  const byTime = all.sort(([one, oneMs], [two, twoMs]) => oneMs - twoMs || (one < two ? -1 : 1));
  return Object.fromEntries(byTime.slice(-MOST));
}

/** Whether no list of a record is longer than a record may hold: a text of it can be read back whole. */
export function fitsRecord({ lessons, answers, attempts, runs }: LearnerRecord): boolean {
  return [answers, attempts, runs, Object.keys(lessons)].every((list) => list.length <= MOST);
}

/** What identifies an entry: its kind, its time in milliseconds and its name. */
export const keyOf = {
  lesson: ([lesson, atMs]: [string, number]) => `lesson ${atMs} ${lesson}`,
  answer: (answer: Answer) => `answer ${answer.atMs} ${answer.question}`,
  run: (run: Run) => `run ${run.startedMs} ${run.scenario}`,
  sitting: (sitting: AssessmentSitting) => `attempt ${sitting.startedMs} ${sitting.path}`,
};

/** The time in a key, in milliseconds. */
export const timeIn = (key: string) => Number(key.split(' ')[1]);

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
