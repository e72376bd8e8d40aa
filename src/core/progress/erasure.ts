import { keyOf, LAST_MOMENT, type LearnerRecord, timeIn } from './record.ts';

/**
 * The moment of an erasure that everything in a record is older than, what is dated ahead by a wrong clock included, and
 * that is later than the erasure before.
 *
 * @param clockMs Now, in milliseconds since 1970.
 */
export function erasureMoment(record: LearnerRecord, clockMs: number): number {
  const latest = [
    ...Object.values(record.lessons),
    ...record.answers.map((answer) => answer.atMs),
    ...record.attempts.map((sitting) => sitting.startedMs),
    ...record.runs.map((run) => run.startedMs),
  ].reduce((a, b) => Math.max(a, b), clockMs);
  return Math.max(latest, Math.min(LAST_MOMENT, (record.erasedMs ?? -1) + 1));
}

/** An empty record that also empties, when merged, every copy of what was done until now. */
export function eraseRecord(atMs: number): LearnerRecord {
  return { version: 1, lessons: {}, answers: [], attempts: [], runs: [], erasedMs: atMs };
}

/**
 * The entries of a record that an erasure leaves: younger ones, and those that the record has brought back after that
 * very erasure.
 *
 * @param erasedMs Not before the record's own; -1 for none.
 */
export function survivors(record: LearnerRecord, erasedMs: number): LearnerRecord {
  const back = new Set(record.erasedMs === erasedMs ? record.reinstated : []);
  const stays = (key: string) => timeIn(key) > erasedMs || back.has(key);
  return {
    version: 1,
    lessons: Object.fromEntries(Object.entries(record.lessons).filter((entry) => stays(keyOf.lesson(entry)))),
    answers: record.answers.filter((entry) => stays(keyOf.answer(entry))),
    attempts: record.attempts.filter((entry) => stays(keyOf.sitting(entry))),
    runs: record.runs.filter((entry) => stays(keyOf.run(entry))),
  };
}

/**
 * A record with all its entries, as it stands after an erasure: those not younger than that count as brought back.
 *
 * @param erasedMs Not before the record's own; -1 for none.
 */
export function stampErasure(record: LearnerRecord, erasedMs: number): LearnerRecord {
  const reinstated = [
    ...Object.entries(record.lessons).map(keyOf.lesson),
    ...record.answers.map(keyOf.answer),
    ...record.attempts.map(keyOf.sitting),
    ...record.runs.map(keyOf.run),
  ].filter((key) => timeIn(key) <= erasedMs);
  return {
    ...record,
    ...(erasedMs < 0 ? {} : { erasedMs }),
    ...(reinstated.length === 0 ? {} : { reinstated: reinstated.sort() }),
  };
}
