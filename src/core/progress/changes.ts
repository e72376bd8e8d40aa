import type { AssessmentAttempt, LearnerRecord, Run } from './record.ts';

/** Marks a lesson as finished; the first time stays. */
export function finishLesson(record: LearnerRecord, lesson: string, atMs: number): LearnerRecord {
  return lesson in record.lessons ? record : { ...record, lessons: { ...record.lessons, [lesson]: atMs } };
}

/** Adds an answer to a knowledge check; earlier answers stay. */
export function addAnswer(record: LearnerRecord, answer: LearnerRecord['answers'][number]): LearnerRecord {
  return { ...record, answers: [...record.answers, answer] };
}

/** The last answer to a question, if any. */
export function lastAnswer(record: LearnerRecord, question: string): LearnerRecord['answers'][number] | undefined {
  return record.answers.findLast((answer) => answer.question === question);
}

/** Adds a run, or replaces the one with the same scenario and start. */
export function saveRun(record: LearnerRecord, run: Run): LearnerRecord {
  const others = record.runs.filter((other) => !(other.scenario === run.scenario && other.startedMs === run.startedMs));
  return { ...record, runs: [...others, run] };
}

/** Adds an attempt, or replaces the one with the same path and start. */
export function saveAttempt(record: LearnerRecord, attempt: AssessmentAttempt): LearnerRecord {
  const others = record.attempts.filter((other) => !(other.path === attempt.path && other.startedMs === attempt.startedMs));
  return { ...record, attempts: [...others, attempt] };
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
