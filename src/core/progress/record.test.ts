import { expect, test } from 'vitest';
import {
  emptyRecord,
  FURTHEST_AHEAD,
  type LearnerRecord,
  mergeRecords,
  parseRecord as parseAt,
  readRecord as readAt,
} from './index.ts';

const NOW = Date.UTC(2026, 10, 20);
const readRecord = (value: unknown) => readAt(value, NOW);
const parseRecord = (text: string) => parseAt(text, NOW);

const answer = { question: 'one/q', response: 1, atMs: 5 };

test('refuses a value that is not a record, and a record of a newer course', () => {
  for (const value of [null, 3, 'record', [], {}, { version: '1' }])
    expect(readRecord(value)).toEqual({ ok: false, problem: 'not-a-record' });
  expect(readRecord({ ...emptyRecord, version: 2 })).toEqual({ ok: false, problem: 'newer' });
  expect(parseRecord('{"version":1')).toEqual({ ok: false, problem: 'not-json' });
  expect(parseRecord(`${'['.repeat(200_000)}`)).toEqual({ ok: false, problem: 'not-json' });
});

test('counts each entry that it sets aside, in every list', () => {
  const value = {
    version: 1,
    lessons: { 'one/two': 4, nonsense: 4, 'one/three': -1 },
    answers: [answer, { ...answer, response: 0.5 }],
    attempts: [null],
    runs: [{}],
    erasedMs: 'now',
    reinstated: ['lesson 4 one/two', 'lesson 4', 'other 4 one/two', 4],
  };
  expect(readRecord(value)).toEqual({
    ok: true,
    setAside: 9,
    record: {
      ...emptyRecord,
      lessons: { 'one/two': 4 },
      answers: [answer],
      reinstated: ['lesson 4 one/two'],
    },
  });
});

test('counts a value in place of a list', () => {
  expect(
    readRecord({ version: 1, lessons: [], answers: {}, attempts: 3, runs: 'x', reinstated: {} }),
  ).toEqual({
    ok: true,
    setAside: 5,
    record: emptyRecord,
  });
});

test('reads a record with nothing but its version', () => {
  expect(readRecord({ version: 1 })).toEqual({ ok: true, setAside: 0, record: emptyRecord });
});

test('takes the newest 20,000 entries of a list, and counts the rest', () => {
  const result = readRecord({
    version: 1,
    answers: Array.from({ length: 20_003 }, (_, atMs) => ({ ...answer, atMs })),
  });
  expect(result).toMatchObject({ ok: true, setAside: 3 });
  if (!result.ok) throw new Error('It is a record.');
  expect(result.record.answers).toHaveLength(20_000);
  expect([result.record.answers.at(0)?.atMs, result.record.answers.at(-1)?.atMs]).toEqual([3, 20_002]);
});

test('merges two records into one that can be read back whole', () => {
  const answers = (fromMs: number, n: number) => ({
    ...emptyRecord,
    answers: Array.from({ length: n }, (_, i) => ({ ...answer, atMs: fromMs + i })),
  });
  const merged = mergeRecords(answers(30_000, 15_000), answers(0, 6_000));
  expect(readRecord(merged)).toEqual({ ok: true, setAside: 0, record: merged });
  expect([merged.answers.at(0)?.atMs, merged.answers.at(-1)?.atMs]).toEqual([1_000, 44_999]);
});

test('takes no key that could reach into the prototype', () => {
  const result = parseRecord('{"version":1,"lessons":{"__proto__":5,"constructor/prototype":5}}');
  expect(result).toMatchObject({
    ok: true,
    setAside: 1,
    record: { lessons: { 'constructor/prototype': 5 } },
  });
});

test('sets aside entries dated more than 100 years ahead, because no later entry could get a later date', () => {
  const at = (atMs: number): LearnerRecord => ({
    version: 1,
    lessons: { 'one/two': atMs },
    answers: [{ question: 'one/q', response: 1, atMs }],
    runs: [
      { scenario: 'x', version: 1, seed: 1, help: 'alone', choices: [], startedMs: atMs, atMs },
      { scenario: 'y', version: 1, seed: 1, help: 'alone', choices: [], startedMs: 1, atMs },
    ],
    attempts: [
      { path: 'x', seed: 1, release: '0123456789ab', responses: {}, startedMs: atMs },
      { path: 'y', seed: 1, release: '0123456789ab', responses: {}, startedMs: 1, submittedMs: atMs },
    ],
    erasedMs: atMs,
    reinstated: [`lesson ${atMs} one/two`],
  });
  const last = NOW + FURTHEST_AHEAD;
  expect(readRecord(at(last))).toEqual({ ok: true, setAside: 0, record: at(last) });
  expect(readRecord(at(last + 1))).toEqual({ ok: true, setAside: 8, record: emptyRecord });
});

test('keeps the newest 20,000 lessons, when it reads and when it merges', () => {
  const lessons = (from: number, n: number) =>
    Object.fromEntries(Array.from({ length: n }, (_, i) => [`one/l${from + i}`, from + i]));
  const read = readRecord({ version: 1, lessons: lessons(0, 20_001) });
  expect(read).toMatchObject({ ok: true, setAside: 1 });
  if (!read.ok) throw new Error('It is a record.');
  expect(Object.keys(read.record.lessons)).toHaveLength(20_000);
  expect(read.record.lessons).not.toHaveProperty('one/l0');
  const merged = mergeRecords(read.record, { ...emptyRecord, lessons: lessons(30_000, 15_000) });
  expect(readRecord(merged)).toEqual({ ok: true, setAside: 0, record: merged });
});
