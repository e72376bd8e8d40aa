/**
 * Records that somebody made up, or that are damaged: after reading one, everything that a learner can do works, is still
 * there after it was kept and read again, and stays erased once it is erased.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addAnswer,
  beginRun,
  beginSitting,
  emptyRecord,
  eraseRecord,
  erasureMoment,
  FURTHEST_AHEAD,
  finishLesson,
  LAST_MOMENT,
  type LearnerRecord,
  lastAnswer,
  lastRun,
  mergeRecords,
  openSitting,
  parseRecord,
  type Run,
  saveRun,
  saveSitting,
  stampErasure,
} from '../../src/core/progress/index.ts';

const NOW = Date.UTC(2026, 10, 20);
const RELEASE = '0123456789ab';
const LIMIT = NOW + FURTHEST_AHEAD;

const moment = fc.constantFrom(
  0,
  1,
  NOW - 1,
  NOW,
  NOW + 1,
  LIMIT - 1,
  LIMIT,
  LIMIT + 1,
  LAST_MOMENT,
  -1,
  1.5,
);
const count = fc.constantFrom(0, 1, 3, 1e9, 1e9 + 1, Number.MAX_SAFE_INTEGER, 1e300, -1);
const name = fc.constantFrom('one', 'two');
const reference = fc.constantFrom('one/two', 'two/one');
const release = fc.constantFrom(RELEASE, 'ba9876543210');
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** A record in which every figure may stand at the edge of what is read, or beyond, and entries may be doubled. */
const hostileRecord = fc.record({
  version: fc.constant(1),
  lessons: fc.dictionary(reference, moment, { noNullPrototype: true }),
  answers: fc.array(
    fc.record({
      question: reference,
      response: count,
      sure: optional(fc.constantFrom(1, 3, 4)),
      atMs: moment,
    }),
    { maxLength: 4 },
  ),
  attempts: fc.array(
    fc.record({
      path: name,
      seed: fc.constantFrom(0, 0xffffffff),
      release,
      responses: fc.dictionary(reference, fc.record({ response: count, changes: optional(count) }), {
        noNullPrototype: true,
      }),
      startedMs: moment,
      submittedMs: optional(moment),
    }),
    { maxLength: 4 },
  ),
  runs: fc.array(
    fc.record({
      scenario: name,
      version: fc.constantFrom(1, 2, 1e15),
      seed: fc.constantFrom(0, 0xffffffff),
      help: fc.constantFrom('narrated', 'coached', 'alone'),
      choices: fc.array(name, { maxLength: 3 }),
      startedMs: moment,
      atMs: moment,
    }),
    { maxLength: 4 },
  ),
  erasedMs: optional(moment),
  reinstated: fc.array(
    fc
      .tuple(fc.constantFrom('lesson', 'run', 'attempt', 'answer'), moment, reference)
      .map((key) => key.join(' ')),
    { maxLength: 4 },
  ),
});

/** What is kept as text, read at some moment as the store reads it. */
function read(text: string, nowMs: number): LearnerRecord {
  const result = parseRecord(text, nowMs);
  if (!result.ok) throw new Error(`It is a record, and reading says ${result.problem}.`);
  return mergeRecords(result.record, emptyRecord);
}

/** A record after a change and its keeping: merged into what is kept, written, and read again a moment later. */
function keep(kept: string, change: (record: LearnerRecord) => LearnerRecord, nowMs = NOW) {
  const before = read(kept, nowMs);
  const changed = stampErasure(change(before), before.erasedMs ?? -1);
  const text = JSON.stringify(mergeRecords(read(kept, nowMs), changed));
  return { text, record: read(text, nowMs + 1) };
}

/** The same after an erasure, which is written over what is kept. */
function erase(kept: string, nowMs = NOW) {
  const text = JSON.stringify(eraseRecord(erasureMoment(read(kept, nowMs), nowMs)));
  return { text, record: read(text, nowMs + 1) };
}

const holds = (check: (kept: string) => void) =>
  fc.assert(
    fc.property(hostileRecord, (record) => check(JSON.stringify(record))),
    { numRuns: 300 },
  );
const newRun = { scenario: 'one', version: 1, seed: 7, help: 'alone', startedMs: NOW, atMs: NOW } as const;

describe('after reading any record', () => {
  test('a lesson can be finished', () => {
    holds((kept) => {
      const { record } = keep(kept, (before) => finishLesson(before, 'one/two', NOW));
      expect(record.lessons).toHaveProperty('one/two');
    });
  });

  test('a question can be answered, and the answer is the last', () => {
    holds((kept) => {
      const given = { question: 'one/two', response: 2, atMs: NOW };
      const { record } = keep(kept, (before) => addAnswer(before, given));
      expect(lastAnswer(record, 'one/two')).toMatchObject({ response: 2 });
    });
  });

  test('a role-play can be begun and gone on with', () => {
    holds((kept) => {
      const begun = keep(kept, (before) => beginRun(before, { ...newRun, choices: [] }));
      const run = lastRun(begun.record, 'one') as Run;
      expect(run).toMatchObject({ seed: 7, choices: [] });
      const { record } = keep(begun.text, (before) => saveRun(before, { ...run, choices: ['one'] }), NOW + 1);
      expect(lastRun(record, 'one')).toEqual({ ...run, choices: ['one'] });
    });
  });

  test('an assessment can be begun, answered, changed and handed in', () => {
    holds((kept) => {
      const sitting = { path: 'one', seed: 7, release: RELEASE, responses: {}, startedMs: NOW };
      let now = keep(kept, (before) => beginSitting(before, sitting));
      for (const response of [5, 1, 4]) {
        const open = openSitting(now.record, 'one');
        if (!open) throw new Error('A sitting was begun.');
        expect(open).toMatchObject({ seed: 7 });
        const responses = { 'one/two': { ...open.responses['one/two'], response } };
        now = keep(now.text, (before) => saveSitting(before, { ...open, responses }), NOW + response);
        expect(openSitting(now.record, 'one')?.responses['one/two']?.response).toBe(response);
      }
      const open = openSitting(now.record, 'one');
      if (!open) throw new Error('A sitting was begun.');
      const { record } = keep(
        now.text,
        (before) => saveSitting(before, { ...open, submittedMs: NOW }),
        NOW + 9,
      );
      const handedIn = record.attempts.find(
        ({ startedMs, path }) => path === 'one' && startedMs === open.startedMs,
      );
      expect(handedIn).toMatchObject({ submittedMs: NOW, seed: 7 });
    });
  });

  test('an open sitting of the record can be answered, also when its counters have their largest value', () => {
    holds((kept) => {
      const open = openSitting(read(kept, NOW), 'one');
      if (!open) return;
      const responses = { ...open.responses, 'one/two': { ...open.responses['one/two'], response: 2 } };
      const { record } = keep(kept, (before) => saveSitting(before, { ...open, responses }));
      expect(openSitting(record, 'one')?.responses['one/two']?.response).toBe(2);
    });
  });

  test('all of it can be erased, and neither another tab nor a second erasure brings anything back', () => {
    holds((kept) => {
      // Another tab that read the record before.
      const old = read(kept, NOW);
      const once = erase(kept);
      expect({ ...once.record, erasedMs: undefined }).toEqual({ ...emptyRecord, erasedMs: undefined });
      const lesson = keep(once.text, (before) => finishLesson(before, 'two/one', NOW + 1), NOW + 1);
      expect(mergeRecords(lesson.record, old).lessons).toEqual({ 'two/one': NOW + 1 });
      const second = read(lesson.text, NOW + 2);
      const twice = erase(lesson.text, NOW + 2);
      for (const tab of [old, second]) {
        const { erasedMs, ...left } = mergeRecords(twice.record, tab);
        expect(left).toEqual(emptyRecord);
        expect(erasedMs).toBeGreaterThan(once.record.erasedMs as number);
      }
    });
  });

  test('what was read can be written and read again whole', () => {
    holds((kept) => {
      const record = read(kept, NOW);
      expect(parseRecord(JSON.stringify(record), NOW)).toEqual({ ok: true, setAside: 0, record });
      const merged = mergeRecords(record, record);
      expect(parseRecord(JSON.stringify(merged), NOW)).toEqual({ ok: true, setAside: 0, record: merged });
    });
  });
});
