import { type AssessmentSitting, LAST_MOMENT, type LearnerRecord, type Run } from './record.ts';

/** Marks a lesson as finished; the first time stays. */
export function finishLesson(record: LearnerRecord, lesson: string, atMs: number): LearnerRecord {
  return lesson in record.lessons ? record : { ...record, lessons: { ...record.lessons, [lesson]: atMs } };
}

/**
 * Adds an answer to a knowledge check; earlier answers stay. It is dated after the last one to that question, also when
 * the clock says otherwise, so that it is the last one.
 */
export function addAnswer(record: LearnerRecord, answer: LearnerRecord['answers'][number]): LearnerRecord {
  const earlier = record.answers.filter(({ question }) => question === answer.question);
  const atMs = momentAfter(
    earlier.map((other) => other.atMs),
    answer.atMs,
  );
  return { ...record, answers: [...record.answers, { ...answer, atMs }] };
}

/** The moment of something new: the clock's, or right after the last of its kind when the clock was set back since. */
function momentAfter(earlierMs: readonly number[], clockMs: number): number {
  const latest = earlierMs.reduce((a, b) => Math.max(a, b), -1);
  return Math.min(LAST_MOMENT, Math.max(clockMs, latest + 1));
}

/** The last answer to a question, if any. */
export function lastAnswer(
  record: LearnerRecord,
  question: string,
): LearnerRecord['answers'][number] | undefined {
  return record.answers.findLast((answer) => answer.question === question);
}

/** Adds a new run. It starts after the last one of its scenario, also when the clock says otherwise. */
export function beginRun(record: LearnerRecord, run: Run): LearnerRecord {
  const earlier = record.runs.filter(({ scenario }) => scenario === run.scenario);
  const startedMs = momentAfter(
    earlier.map((other) => other.startedMs),
    run.startedMs,
  );
  return { ...record, runs: [...record.runs, { ...run, startedMs, atMs: Math.max(run.atMs, startedMs) }] };
}

/** Replaces the run with the same scenario and start (take it up from `lastRun`); begins it where there is none. */
export function saveRun(record: LearnerRecord, run: Run): LearnerRecord {
  const isSame = (other: Run) => other.scenario === run.scenario && other.startedMs === run.startedMs;
  const others = record.runs.filter((other) => !isSame(other));
  return others.length < record.runs.length ? { ...record, runs: [...others, run] } : beginRun(record, run);
}

/** Adds a new sitting. It starts after the last one of its path, also when the clock says otherwise. */
export function beginSitting(record: LearnerRecord, sitting: AssessmentSitting): LearnerRecord {
  const earlier = record.attempts.filter(({ path }) => path === sitting.path);
  const startedMs = momentAfter(
    earlier.map((other) => other.startedMs),
    sitting.startedMs,
  );
  return { ...record, attempts: [...record.attempts, { ...sitting, startedMs }] };
}

/**
 * Replaces the sitting with the same path and start (take it up from `openSitting`); begins it where there is none.
 *
 * An answer that differs from the one before counts as changed, so that a copy of the record with the old answer does
 * not bring it back. One that is left out would be brought back: give a response that earns nothing instead.
 */
export function saveSitting(record: LearnerRecord, sitting: AssessmentSitting): LearnerRecord {
  const isSame = (other: AssessmentSitting) =>
    other.path === sitting.path && other.startedMs === sitting.startedMs;
  const known = record.attempts.find(isSame);
  if (!known) return beginSitting(record, sitting);
  const before = known.responses;
  const responses = Object.fromEntries(
    Object.entries(sitting.responses).map(([question, given]) => {
      const last = before[question];
      if (!last) return [question, given];
      const isChanged = last.response !== given.response || last.sure !== given.sure;
      const changes = (last.changes ?? 0) + (isChanged ? 1 : 0);
      return [question, { ...given, ...(changes > 0 ? { changes } : {}) }];
    }),
  );
  return {
    ...record,
    attempts: [...record.attempts.filter((other) => !isSame(other)), { ...sitting, responses }],
  };
}

/** A sitting of a path that was begun and not handed in, if any. */
export function openSitting(record: LearnerRecord, path: string): AssessmentSitting | undefined {
  return record.attempts.findLast((sitting) => sitting.path === path && sitting.submittedMs === undefined);
}

/** The latest run of a role-play. */
export function lastRun(record: LearnerRecord, scenario: string): Run | undefined {
  return record.runs.findLast((run) => run.scenario === scenario);
}
