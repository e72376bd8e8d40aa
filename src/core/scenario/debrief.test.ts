import { expect, test } from 'vitest';
import { program, twoDoors } from '../../../tests/fixtures/scenarios/sketch.ts';
import type { Program } from './compile/program.ts';
import { debrief } from './debrief.ts';
import { explore } from './proof/explore.ts';
import { computeValues } from './proof/figures.ts';
import { replay } from './run/replay.ts';

function after(of: Program, ...choices: string[]) {
  const space = explore(of);
  return debrief(space, computeValues(space), replay(of, { choices, seed: 1 }));
}

test('gives what each decision cost and the two costliest, greatest first', () => {
  const result = after(twoDoors(), 'ask-here', 'took-passport', 'leave-a-card');
  expect(result.costs).toEqual([3, 2, 2]);
  expect(result.costliest).toEqual([0, 1]);
  expect(after(twoDoors(), 'talk-alone', 'papers', 'tell-her-rights')).toMatchObject({
    costs: [0, 0, 0],
    costliest: [],
  });
});

test('counts as cost what can no longer be reached, not only what was not earned', () => {
  const closing = program({
    decisions: {
      first: { choices: { a: { points: { safety: 1 } }, b: { next: 'second' } } },
      second: { choices: { a: { points: { safety: 3 } }, b: {} } },
    },
  });
  expect(after(closing, 'a').costs).toEqual([2]);
  expect(after(closing, 'b').costs).toEqual([0]);
  expect(after(closing, 'b', 'b').costs).toEqual([0, 3]);
});

test('shows bars of what was earned and could be, only where something could', () => {
  expect(after(twoDoors(), 'talk-alone', 'took-passport').bars).toEqual([
    { competency: 'safety', earned: 2, possible: 3 },
    { competency: 'rapport', earned: 1, possible: 2 },
    { competency: 'questioning', earned: 1, possible: 2 },
    { competency: 'information', earned: 0, possible: 2 },
  ]);
});

test('counts the kinds of line that were used; an action is none', () => {
  expect(after(twoDoors(), 'talk-alone', 'took-passport', 'leave-a-card').lineMix).toEqual({
    consent: 1,
    leading: 1,
  });
});

test('debriefs a run that is not finished', () => {
  expect(after(twoDoors(), 'talk-alone')).toMatchObject({ costs: [0], replay: { passed: false } });
});
