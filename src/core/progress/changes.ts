import {
  type AssessmentAttempt,
  type LearnerRecord,
  mergeRecords,
  type Run,
  stampErasure,
} from './record.ts';

/** Marks a lesson as finished; the first time stays. */
export function finishLesson(record: LearnerRecord, lesson: string, atMs: number): LearnerRecord {
  return lesson in record.lessons ? record : { ...record, lessons: { ...record.lessons, [lesson]: atMs } };
}

/** Adds an answer to a knowledge check; earlier answers stay. */
export function addAnswer(record: LearnerRecord, answer: LearnerRecord['answers'][number]): LearnerRecord {
  return { ...record, answers: [...record.answers, answer] };
}

/** The last answer to a question, if any. */
export function lastAnswer(
  record: LearnerRecord,
  question: string,
): LearnerRecord['answers'][number] | undefined {
  return record.answers.findLast((answer) => answer.question === question);
}

/** Adds a run, or replaces the one with the same scenario and start. */
export function saveRun(record: LearnerRecord, run: Run): LearnerRecord {
  const others = record.runs.filter(
    (other) => !(other.scenario === run.scenario && other.startedMs === run.startedMs),
  );
  return { ...record, runs: [...others, run] };
}

/**
 * Adds an attempt, or replaces the one with the same path and start. An answer that differs from the one before counts
 * as changed, so that a copy of the record with the old answer does not bring it back.
 */
export function saveAttempt(record: LearnerRecord, attempt: AssessmentAttempt): LearnerRecord {
  const isSame = (other: AssessmentAttempt) =>
    other.path === attempt.path && other.startedMs === attempt.startedMs;
  const before = record.attempts.find(isSame)?.responses ?? {};
  const responses = Object.fromEntries(
    Object.entries(attempt.responses).map(([question, given]) => {
      const known = before[question];
      if (!known) return [question, given];
      const isChanged = known.response !== given.response || known.sure !== given.sure;
      const changes = (known.changes ?? 0) + (isChanged ? 1 : 0);
      return [question, { ...given, ...(changes > 0 ? { changes } : {}) }];
    }),
  );
  return {
    ...record,
    attempts: [...record.attempts.filter((other) => !isSame(other)), { ...attempt, responses }],
  };
}

/** An attempt of a path that was begun and not handed in, if any. */
export function openAttempt(record: LearnerRecord, path: string): AssessmentAttempt | undefined {
  return record.attempts.findLast((attempt) => attempt.path === path && attempt.submittedMs === undefined);
}

/** The latest run of a role-play. */
export function lastRun(record: LearnerRecord, scenario: string): Run | undefined {
  return record.runs.findLast((run) => run.scenario === scenario);
}

/** An empty record that also empties, when merged, every copy of what was done until now. */
export function eraseRecord(atMs: number): LearnerRecord {
  return { version: 1, lessons: {}, answers: [], attempts: [], runs: [], erasedMs: atMs };
}

/**
 * The record of a file that somebody adds on purpose, ready to be merged into one that was erased: what the file holds
 * comes back, also what is older than that erasure. What the file's own record had erased stays erased.
 *
 * @param erasedMs The erasure of the record that it is to be merged into, in milliseconds since 1970, if there was one.
 */
export function reinstate(record: LearnerRecord, erasedMs = -1): LearnerRecord {
  const own = mergeRecords(record, record);
  return stampErasure(own, Math.max(own.erasedMs ?? -1, erasedMs));
}
