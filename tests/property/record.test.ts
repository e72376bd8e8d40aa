import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  emptyRecord,
  eraseRecord,
  LAST_MOMENT,
  type LearnerRecord,
  mergeRecords,
  parseRecord as parseAt,
  readRecord as readAt,
  reinstate,
} from '../../src/core/progress/index.ts';
import { anyRecord, entriesOf } from '../fixtures/arbitrary-record.ts';

// Whatever the clock says, so that every moment can be read.
const readRecord = (value: unknown) => readAt(value, LAST_MOMENT);
const parseRecord = (text: string) => parseAt(text, LAST_MOMENT);

/** The entry of a merged record that stands for a given one. */
const answerKey = (answer: LearnerRecord['answers'][number]) => `${answer.atMs} ${answer.question}`;
const runKey = (run: LearnerRecord['runs'][number]) => `${run.startedMs} ${run.scenario}`;
const sittingKey = (sitting: LearnerRecord['attempts'][number]) => `${sitting.startedMs} ${sitting.path}`;
/** Keys of the entries not younger than the record's erasure, sorted. */
const olderKeys = (record: LearnerRecord) =>
  entriesOf(record)
    .filter(({ atMs }) => atMs <= (record.erasedMs ?? -1))
    .map(({ key }) => key)
    .sort();
const entriesIn = ({ lessons, answers, attempts, runs }: LearnerRecord) => ({
  lessons,
  answers,
  attempts,
  runs,
});

describe('reading', () => {
  test('gives every record back that was written', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        expect(parseRecord(JSON.stringify(record))).toEqual({ ok: true, setAside: 0, record });
      }),
    );
  });

  test('gives a result and no exception for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(readRecord(value)).toHaveProperty('ok');
      }),
    );
  });

  test('gives a result and no exception for a record with any value in any place', () => {
    const place = fc.constantFrom(
      'version',
      'lessons',
      'answers',
      'attempts',
      'runs',
      'erasedMs',
      'reinstated',
    );
    fc.assert(
      fc.property(anyRecord, place, fc.jsonValue(), (record, name, value) => {
        const result = readRecord({ ...record, [name]: value });
        if (result.ok)
          expect(readRecord(result.record)).toEqual({ ok: true, setAside: 0, record: result.record });
      }),
    );
  });

  test('gives a result and no exception for a record cut off anywhere', () => {
    fc.assert(
      fc.property(anyRecord, fc.nat(), (record, at) => {
        const text = JSON.stringify(record);
        expect(parseRecord(text.slice(0, at % text.length))).toMatchObject({ ok: false });
      }),
    );
  });

  test('keeps every entry beside one that cannot be read', () => {
    fc.assert(
      fc.property(
        anyRecord,
        fc.constantFrom('answers', 'attempts', 'runs', 'reinstated'),
        fc.jsonValue({ maxDepth: 1 }),
        (record, list, junk) => {
          expect(readRecord({ ...record, [list]: [junk, ...(record[list] ?? [])] })).toEqual({
            ok: true,
            setAside: 1,
            record,
          });
        },
      ),
    );
  });
});

describe('merging', () => {
  test('changes nothing when it is done twice', () => {
    fc.assert(
      fc.property(anyRecord, anyRecord, (a, b) => {
        const merged = mergeRecords(a, b);
        expect(mergeRecords(merged, merged)).toEqual(merged);
        expect(mergeRecords(merged, b)).toEqual(merged);
        expect(mergeRecords(merged, emptyRecord)).toEqual(merged);
      }),
    );
  });

  test('does not depend on the order of two records', () => {
    fc.assert(
      fc.property(anyRecord, anyRecord, (a, b) => {
        expect(mergeRecords(a, b)).toEqual(mergeRecords(b, a));
      }),
    );
  });

  test('does not depend on which two of three records are merged first', () => {
    fc.assert(
      fc.property(anyRecord, anyRecord, anyRecord, (a, b, c) => {
        expect(mergeRecords(mergeRecords(a, b), c)).toEqual(mergeRecords(a, mergeRecords(b, c)));
      }),
      { numRuns: 500 },
    );
  });

  test('loses no entry and no answer of an open sitting', () => {
    fc.assert(
      fc.property(anyRecord, anyRecord, (a, b) => {
        const { erasedMs: _, ...one } = a;
        const { erasedMs: __, ...two } = b;
        const merged = mergeRecords(one, two);
        for (const record of [one, two]) {
          expect(Object.keys(merged.lessons)).toEqual(expect.arrayContaining(Object.keys(record.lessons)));
          expect(merged.answers.map(answerKey)).toEqual(
            expect.arrayContaining(record.answers.map(answerKey)),
          );
          expect(merged.runs.map(runKey)).toEqual(expect.arrayContaining(record.runs.map(runKey)));
          for (const sitting of record.attempts) {
            const kept = merged.attempts.find((other) => sittingKey(other) === sittingKey(sitting));
            expect(kept).toBeDefined();
            if (sitting.submittedMs !== undefined) expect(kept?.submittedMs).toBeDefined();
            else if (
              kept?.submittedMs === undefined &&
              kept?.seed === sitting.seed &&
              kept.release === sitting.release
            ) {
              expect(Object.keys(kept.responses)).toEqual(
                expect.arrayContaining(Object.keys(sitting.responses)),
              );
            }
          }
          for (const run of record.runs) {
            const kept = merged.runs.find((other) => runKey(other) === runKey(run));
            expect(kept?.choices.length).toBeGreaterThanOrEqual(run.choices.length);
          }
        }
      }),
    );
  });

  test('erases what came before in every copy, and only that', () => {
    fc.assert(
      fc.property(anyRecord, anyRecord, fc.integer({ min: 0, max: 12 }), (a, b, atMs) => {
        const merged = mergeRecords(mergeRecords(a, b), eraseRecord(atMs));
        const erasedMs = merged.erasedMs ?? -1;
        // What was brought back after that very erasure, and nothing else that is older.
        const broughtBack = [a, b].flatMap((record) =>
          record.erasedMs === erasedMs ? (record.reinstated ?? []) : [],
        );
        expect(broughtBack).toEqual(expect.arrayContaining(olderKeys(merged)));
        expect(merged.reinstated ?? []).toEqual(olderKeys(merged));
        const later = Object.entries({ ...a.lessons, ...b.lessons }).filter(
          ([, moment]) => moment > erasedMs,
        );
        expect(Object.keys(merged.lessons)).toEqual(expect.arrayContaining(later.map(([lesson]) => lesson)));
        expect(erasedMs).toBe(Math.max(atMs, a.erasedMs ?? 0, b.erasedMs ?? 0));
      }),
    );
  });
});

describe('a file that is added after an erasure', () => {
  /** Any file, and the record after an erasure with the file added to it. */
  const anyAddition = fc.tuple(anyRecord, fc.integer({ min: 0, max: 14 })).map(([written, atMs]) => {
    const file = mergeRecords(written, written);
    return { file, record: mergeRecords(eraseRecord(atMs), reinstate(written, atMs)) };
  });

  test('brings everything back that it holds', () => {
    fc.assert(
      fc.property(anyAddition, ({ file, record }) => {
        expect(entriesIn(record)).toEqual(entriesIn(file));
        expect(record.reinstated ?? []).toEqual(olderKeys(record));
        expect(mergeRecords(record, reinstate(file, record.erasedMs))).toEqual(record);
        expect(parseRecord(JSON.stringify(record))).toEqual({ ok: true, setAside: 0, record });
      }),
    );
  });

  test('does not bring along the erasure that it contains', () => {
    fc.assert(
      fc.property(anyRecord, anyRecord, (file, record) => {
        const added = mergeRecords(record, reinstate(file, record.erasedMs));
        expect(added.erasedMs).toBe(record.erasedMs);
        for (const { key } of entriesOf(record).filter(({ atMs }) => atMs > (record.erasedMs ?? -1)))
          if (!key.startsWith('lesson')) expect(entriesOf(added).map((entry) => entry.key)).toContain(key);
      }),
    );
  });

  test('is erased by a further erasure, in every copy', () => {
    fc.assert(
      fc.property(anyAddition, fc.integer({ min: 1, max: 9 }), ({ file, record }, later) => {
        const atMs = Math.max(record.erasedMs ?? 0, file.erasedMs ?? 0) + later;
        const erased = mergeRecords(mergeRecords(record, eraseRecord(atMs)), file);
        expect(olderKeys(erased)).toEqual([]);
        expect(erased).not.toHaveProperty('reinstated');
      }),
    );
  });

  test('does not bring back copies from before the erasure', () => {
    fc.assert(
      fc.property(anyAddition, anyRecord, ({ record }, { erasedMs: _, ...copy }) => {
        const erasedMs = record.erasedMs ?? -1;
        const merged = mergeRecords(record, copy);
        const older = (one: LearnerRecord) => ({
          answers: one.answers.filter(({ atMs }) => atMs <= erasedMs),
          attempts: one.attempts.filter(({ startedMs }) => startedMs <= erasedMs),
          runs: one.runs.filter(({ startedMs }) => startedMs <= erasedMs),
        });
        expect(older(merged)).toEqual(older(record));
        // A lesson finished again after the erasure has the later moment; no other has gone or come.
        for (const lesson of Object.keys({ ...copy.lessons, ...record.lessons })) {
          const again = copy.lessons[lesson] ?? -1;
          const kept = Math.max(record.lessons[lesson] ?? -1, again > erasedMs ? again : -1);
          expect(merged.lessons[lesson] ?? -1, lesson).toBe(kept);
        }
      }),
    );
  });
});
