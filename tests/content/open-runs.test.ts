/** Role-plays that stand open, on the shipped course. */
import { expect, test } from 'vitest';
import { openRuns } from '../../src/core/grading/index.ts';
import { beginRun, emptyRecord, saveRun } from '../../src/core/progress/index.ts';
import { release } from '../../src/integrations/site.ts';
import { content } from '../e2e/support/learner.ts';
import { runOf } from '../e2e/support/records.ts';

const { grading } = release(content);
const [one, two] = content.scenarios.map(({ scenario }) => scenario);
if (!one || !two) throw new Error('The course has fewer than two role-plays.');
const after = (choices: number, scenario = one, atMs = 1) => ({
  ...runOf(scenario, scenario.expert.slice(0, choices)),
  startedMs: atMs,
  atMs,
});
const open = (...runs: ReturnType<typeof after>[]) =>
  openRuns(grading, runs.reduce(beginRun, emptyRecord)).map(({ scenario, decision }) => [scenario, decision]);

test('a run stands open at the decision after its last choice, as its page counts', () => {
  expect(open(after(0))).toEqual([[one.id, 1]]);
  expect(open(after(2))).toEqual([[one.id, 3]]);
});

test('an ended run is not open, and nor is one before it', () => {
  const whole = after(one.expert.length, one, 5);
  expect(open(whole)).toEqual([]);
  expect(open(after(2), whole)).toEqual([]);
  expect(open(whole, after(1, one, 9))).toEqual([[one.id, 2]]);
});

test('the last played comes first', () => {
  expect(open(after(1, one, 1), after(3, two, 2)).map(([id]) => id)).toEqual([two.id, one.id]);
  const record = [after(1, two, 2), after(1, one, 1)].reduce(beginRun, emptyRecord);
  const later = saveRun(record, { ...after(2, one, 1), atMs: 10 });
  expect(openRuns(grading, later)[0]?.scenario).toBe(one.id);
});

test('a run of another version, or that cannot be replayed, cannot go on and is not offered', () => {
  expect(open({ ...after(2), version: one.version + 1 })).toEqual([]);
  expect(open({ ...after(0), choices: ['no-such-choice'] })).toEqual([]);
});
