import { expect, test } from 'vitest';
import {
  addAnswer,
  emptyRecord,
  eraseRecord,
  erasureMoment,
  finishLesson,
  type LearnerRecord,
  lastAnswer,
  lastRun,
  mergeRecords,
  openSitting,
  reinstate,
  saveRun,
  saveSitting,
} from './index.ts';

const run = {
  scenario: 'last-car',
  version: 1,
  seed: 1,
  help: 'alone' as const,
  choices: ['a'],
  startedMs: 10,
  atMs: 11,
};
const sitting = { path: 'police', seed: 1, release: '0123456789ab', responses: {}, startedMs: 10 };
const answered = (response: number) => ({
  ...sitting,
  responses: { 'one/q': { response, sure: 2 as const } },
});

test('keeps the first time a lesson was finished', () => {
  const once = finishLesson(emptyRecord, 'one/two', 5);
  expect(finishLesson(once, 'one/two', 9)).toBe(once);
  expect(once.lessons).toEqual({ 'one/two': 5 });
  expect(emptyRecord.lessons).toEqual({});
});

test('keeps every answer to a check and tells the last', () => {
  const record = [1, 2].reduce(
    (so, response) => addAnswer(so, { question: 'one/q', response, atMs: response }),
    emptyRecord,
  );
  expect(record.answers).toHaveLength(2);
  expect(lastAnswer(record, 'one/q')?.response).toBe(2);
  expect(lastAnswer(record, 'one/other')).toBeUndefined();
});

test('replaces a run and a sitting by their later version, and keeps others', () => {
  const runs = saveRun(saveRun(saveRun(emptyRecord, run), { ...run, startedMs: 20 }), {
    ...run,
    choices: ['a', 'b'],
  }).runs;
  expect(runs.map((one) => one.choices.length)).toEqual([1, 2]);
  expect(lastRun({ ...emptyRecord, runs }, 'last-car')?.choices).toEqual(['a', 'b']);
  const record = saveSitting(saveSitting(emptyRecord, sitting), { ...sitting, submittedMs: 12 });
  expect(record.attempts).toEqual([{ ...sitting, submittedMs: 12 }]);
  expect(openSitting(record, 'police')).toBeUndefined();
});

test('what is new is the last, also when the clock was set back since, before and after merging', () => {
  const ahead = [
    (record: LearnerRecord) => saveRun(record, { ...run, startedMs: 900, atMs: 950 }),
    (record: LearnerRecord) => saveSitting(record, { ...sitting, release: 'ba9876543210', startedMs: 900 }),
    (record: LearnerRecord) => addAnswer(record, { question: 'one/q', response: 0, atMs: 900 }),
  ].reduce((record, add) => add(record), emptyRecord);
  const now = addAnswer(saveSitting(saveRun(ahead, { ...run, choices: [] }), sitting), {
    question: 'one/q',
    response: 2,
    atMs: 10,
  });
  for (const record of [now, mergeRecords(ahead, now)]) {
    expect(lastRun(record, 'last-car')).toEqual({ ...run, choices: [], startedMs: 901, atMs: 901 });
    expect(openSitting(record, 'police')).toEqual({ ...sitting, startedMs: 901 });
    expect(lastAnswer(record, 'one/q')).toEqual({ question: 'one/q', response: 2, atMs: 901 });
    expect([record.runs, record.attempts, record.answers].map((list) => list.length)).toEqual([2, 2, 2]);
  }
  // It goes on as itself, and what is of another kind keeps its own time.
  expect(lastRun(saveRun(now, { ...run, startedMs: 901 }), 'last-car')?.choices).toEqual(['a']);
  expect(saveRun(now, { ...run, scenario: 'other' }).runs.at(-1)?.startedMs).toBe(10);
});

test('an answer that was changed is not brought back by a copy that holds the old one', () => {
  const old = saveSitting(emptyRecord, answered(3));
  const changed = saveSitting(old, answered(1));
  expect(changed.attempts[0]?.responses).toEqual({ 'one/q': { response: 1, sure: 2, changes: 1 } });
  expect(mergeRecords(old, changed).attempts[0]?.responses['one/q']?.response).toBe(1);
  expect(mergeRecords(changed, old).attempts[0]?.responses['one/q']?.response).toBe(1);
  const back = saveSitting(changed, answered(3));
  expect(mergeRecords(changed, back).attempts[0]?.responses['one/q']).toEqual({
    response: 3,
    sure: 2,
    changes: 2,
  });
});

test('saving the same answers again counts no change', () => {
  const record = saveSitting(emptyRecord, answered(3));
  expect(saveSitting(record, answered(3))).toEqual(record);
});

test('two open copies of a sitting pool their answers, and what was handed in stands', () => {
  const [one, two] = ['one/q', 'one/r'].map((question) =>
    saveSitting(emptyRecord, { ...sitting, responses: { [question]: { response: 1 } } }),
  );
  if (!one || !two) throw new Error('Both are there.');
  expect(Object.keys(mergeRecords(one, two).attempts[0]?.responses ?? {})).toEqual(['one/q', 'one/r']);
  const handedIn = saveSitting(one, { ...sitting, responses: { 'one/q': { response: 1 } }, submittedMs: 12 });
  expect(mergeRecords(handedIn, two)).toEqual(mergeRecords(two, handedIn));
  expect(Object.keys(mergeRecords(handedIn, two).attempts[0]?.responses ?? {})).toEqual(['one/q']);
});

test('an erased record empties what it is merged with, up to that moment', () => {
  const record = finishLesson(saveRun(emptyRecord, run), 'one/two', 30);
  expect(mergeRecords(record, eraseRecord(20))).toEqual({
    ...emptyRecord,
    lessons: { 'one/two': 30 },
    erasedMs: 20,
  });
});

test('an erasure comes after everything in the record, and after the one before', () => {
  expect(erasureMoment(emptyRecord, 20)).toBe(20);
  expect(erasureMoment(saveRun(emptyRecord, { ...run, startedMs: 90 }), 20)).toBe(90);
  expect(erasureMoment({ ...emptyRecord, erasedMs: 50 }, 20)).toBe(51);
  expect(erasureMoment({ ...emptyRecord, erasedMs: 8.64e15 }, 20)).toBe(8.64e15);
});

test('a lesson finished again after erasing outlives an old copy that knows nothing of it', () => {
  const oldCopy = finishLesson(emptyRecord, 'one/two', 10);
  const again = finishLesson(emptyRecord, 'one/two', 30);
  expect(mergeRecords(mergeRecords(oldCopy, again), eraseRecord(20)).lessons).toEqual({ 'one/two': 30 });
});

test('a file that is added after an erasure comes back whole, and goes on; another erasure empties it', () => {
  const file = finishLesson(saveSitting(saveRun(emptyRecord, run), sitting), 'one/two', 30);
  const record = mergeRecords(eraseRecord(20), reinstate(file, 20));
  expect(record).toEqual({ ...file, erasedMs: 20, reinstated: ['attempt 10 police', 'run 10 last-car'] });
  const further = saveRun(record, { ...run, choices: ['a', 'b'] });
  expect(mergeRecords(record, further).runs[0]?.choices).toEqual(['a', 'b']);
  expect(mergeRecords(further, eraseRecord(40))).toEqual({ ...emptyRecord, erasedMs: 40 });
});

test('a file stays without what its own record had erased', () => {
  const file = { ...saveRun(emptyRecord, run), erasedMs: 15 };
  expect(reinstate(file, 20)).toEqual({ ...emptyRecord, erasedMs: 20 });
  expect(reinstate(file)).toEqual(emptyRecord);
  expect(reinstate(saveRun(emptyRecord, run))).toEqual(saveRun(emptyRecord, run));
});
