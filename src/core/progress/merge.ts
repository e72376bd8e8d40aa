import { stampErasure, survivors } from './erasure.ts';
import {
  type AssessmentSitting,
  keyOf,
  type LearnerRecord,
  MOST,
  newestLessons,
  type Run,
  timeIn,
} from './record.ts';

/**
 * Joins two records of the same learner; nothing that either holds is lost, except what was erased on purpose and not
 * brought back since.
 *
 * Of a run the longer version wins; of a sitting a submitted one, and two open ones pool their answers. Merging is
 * idempotent, and neither the order of the arguments nor that of several merges matters. A list that gets longer than a
 * record may hold loses its oldest entries.
 */
export function mergeRecords(a: LearnerRecord, b: LearnerRecord): LearnerRecord {
  const erasedMs = Math.max(a.erasedMs ?? -1, b.erasedMs ?? -1);
  const [one, two] = [survivors(a, erasedMs), survivors(b, erasedMs)];
  const lessons: Record<string, number> = {};
  for (const [lesson, atMs] of [...Object.entries(one.lessons), ...Object.entries(two.lessons)])
    lessons[lesson] = Math.max(atMs, lessons[lesson] ?? atMs);
  return stampErasure(
    {
      version: 1,
      lessons: sortKeys(newestLessons(lessons)),
      answers: unite([...one.answers, ...two.answers], keyOf.answer, (one, two) =>
        JSON.stringify(one) >= JSON.stringify(two) ? one : two,
      ),
      attempts: unite([...one.attempts, ...two.attempts], keyOf.sitting, furtherSitting),
      runs: unite([...one.runs, ...two.runs], keyOf.run, longerRun),
    },
    erasedMs,
  );
}

/**
 * The record of a file that somebody adds on purpose, ready to be merged into one that was erased: what the file holds
 * comes back, also what is older than that erasure. What the file's own record had erased is not in it, and that erasure
 * itself stays behind: it says nothing about this record, and may be dated ahead.
 *
 * @param erasedMs The erasure of the record that it is to be merged into, in milliseconds since 1970, if there was one.
 */
export function reinstate(record: LearnerRecord, erasedMs = -1): LearnerRecord {
  const { erasedMs: _, reinstated: __, ...own } = mergeRecords(record, record);
  return stampErasure(own, erasedMs);
}

function longerRun(one: Run, two: Run): Run {
  const weight = (run: Run) => [run.choices.length, JSON.stringify(run)];
  return isGreater(weight(one), weight(two)) ? one : two;
}

function furtherSitting(one: AssessmentSitting, two: AssessmentSitting): AssessmentSitting {
  // Answers of two open copies belong together only if they answer the same form.
  if (
    one.submittedMs === undefined &&
    two.submittedMs === undefined &&
    one.seed === two.seed &&
    one.release === two.release
  ) {
    return { ...one, responses: pool(one.responses, two.responses) };
  }
  const weight = (sitting: AssessmentSitting) =>
    sitting.submittedMs === undefined
      ? [0, sitting.seed, sitting.release]
      : [1, Object.keys(sitting.responses).length, JSON.stringify(sitting)];
  return isGreater(weight(one), weight(two)) ? one : two;
}

/** Every answer of both; where both have one, that which was changed more often. */
function pool(
  one: AssessmentSitting['responses'],
  two: AssessmentSitting['responses'],
): AssessmentSitting['responses'] {
  const out = { ...one };
  for (const [question, given] of Object.entries(two)) {
    const known = out[question];
    const weight = (entry: typeof given) => [entry.changes ?? 0, entry.response, entry.sure ?? 0];
    if (!known || isGreater(weight(given), weight(known))) out[question] = given;
  }
  return Object.fromEntries(Object.entries(out).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether the first of two lists of the same kinds comes later, compared place by place. */
function isGreater(one: readonly (string | number)[], two: readonly (string | number)[]): boolean {
  const at = one.findIndex((value, i) => value !== two[i]);
  return at >= 0 && (one[at] as string | number) > (two[at] as string | number);
}

function unite<T>(entries: readonly T[], key: (entry: T) => string, pick: (one: T, two: T) => T): T[] {
  const byKey = new Map<string, T>();
  for (const entry of entries) {
    const known = byKey.get(key(entry));
    byKey.set(key(entry), known === undefined ? entry : pick(known, entry));
  }
  return [...byKey.entries()]
    .sort(([one], [two]) => compareKeys(one, two))
    .slice(-MOST)
    .map(([, entry]) => entry);
}

/** Earlier first, then by name; for keys of one kind. */
function compareKeys(one: string, two: string): number {
  return timeIn(one) - timeIn(two) || (one < two ? -1 : one > two ? 1 : 0);
}

function sortKeys(map: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(map).sort(([one], [two]) => (one < two ? -1 : 1)));
}
