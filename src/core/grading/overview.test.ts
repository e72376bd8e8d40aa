import { expect, test } from 'vitest';
import { completeRecord, content } from '../../../tests/fixtures/grading.ts';
import { emptyRecord, type LearnerRecord } from '../progress/index.ts';
import { competenciesOf, latelyDone, playsOf, sureAndWrongOf } from './overview.ts';

const complete = completeRecord();
const run = complete.runs[0] as LearnerRecord['runs'][number];
const [[reference = ''] = []] = Object.entries(complete.attempts[0]?.responses ?? {});
const wrong = { question: reference, response: Number.MAX_SAFE_INTEGER, sure: 3 as const, atMs: 10 };

test('counts runs of the present version that can be replayed, and where the latest stands', () => {
  const played = (runs: LearnerRecord['runs']) => playsOf(content, { ...emptyRecord, runs });
  expect(played([run])).toMatchObject([{ runs: 1, passed: true, openAt: undefined }]);
  expect(played([run])[0]?.endings).toHaveLength(1);
  expect(played([{ ...run, version: run.version + 1 }])).toEqual([]);
  expect(played([{ ...run, help: 'narrated' }])).toEqual([]);
  expect(played([{ ...run, choices: ['none-such'] }])).toEqual([]);
  const open = { ...run, startedMs: run.startedMs + 1, choices: [] };
  expect(played([run, open])).toMatchObject([{ runs: 2, passed: true, openAt: 1 }]);
});

test('competencies are shares of what could be reached, now and in the run before', () => {
  const points = (earned: number) => ({ points: { safety: earned } }) as never;
  const plays = [
    { scenario: 'a', latest: [points(3), points(1)] },
    { scenario: 'b', latest: [points(1)] },
  ] as never;
  expect(competenciesOf(plays, { a: { safety: 4 }, b: { safety: 4, care: 0 } })).toEqual([
    { competency: 'safety', now: 0.5, before: 0.25 },
  ]);
  expect(competenciesOf([], {})).toEqual([]);
});

test('sure and wrong is what the last answer to a question says', () => {
  const after = (...answers: LearnerRecord['answers']) =>
    sureAndWrongOf(content, { ...emptyRecord, answers }).map((one) => one.reference);
  expect(after(wrong)).toEqual([reference]);
  expect(after({ ...wrong, sure: 1 })).toEqual([]);
  const right = complete.attempts[0]?.responses[reference]?.response ?? 0;
  expect(after(wrong, { ...wrong, response: right, atMs: 11 })).toEqual([]);
  expect(after({ ...wrong, question: 'none/such' })).toEqual([]);
});

test('the timeline has the latest first, and no more than asked for', () => {
  const done = latelyDone(complete, 3);
  expect(done).toHaveLength(3);
  expect(done.map(({ atMs }) => atMs)).toEqual(done.map(({ atMs }) => atMs).sort((a, b) => b - a));
});
