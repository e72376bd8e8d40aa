import { describe, expect, test } from 'vitest';
import { emptyRecord } from '../progress/index.ts';
import { formsOf, gainBetween } from './parallel-forms.ts';
import type { GradedAnswer } from './sitting-plan.ts';

const answer = (module: string, points: number): GradedAnswer => ({
  reference: `${module}/q`,
  module,
  lesson: 'l',
  isRight: points === 60,
  points,
  isSureAndWrong: false,
});

describe('what changed between two forms', () => {
  test('is said for what both asked, the least gained first', () => {
    const from = [
      answer('a', 0),
      answer('b', 60),
      answer('b', 0),
      answer('c', 60),
      answer('only-before', 60),
    ];
    const to = [answer('c', 0), answer('b', 60), answer('a', 60), answer('only-after', 60)];
    expect(gainBetween(from, to, ({ module }) => module)).toEqual([
      { key: 'c', from: 1, to: 0 },
      { key: 'b', from: 0.5, to: 1 },
      { key: 'a', from: 0, to: 1 },
    ]);
  });

  test('leaves out what has no key', () => {
    expect(gainBetween([answer('a', 0)], [answer('a', 60)], () => undefined)).toEqual([]);
  });
});

test('the forms of a path are the latest that were handed in, those of other paths apart', () => {
  const sitting = { seed: 1, release: '0123456789ab', responses: {}, startedMs: 1, submittedMs: 2 };
  const { submittedMs: _, ...open } = sitting;
  const record = {
    ...emptyRecord,
    attempts: [
      { ...sitting, path: 'before--police' },
      { ...sitting, path: 'police', startedMs: 3 },
      { ...sitting, path: 'police', startedMs: 4 },
      { ...sitting, path: 'before--medical' },
      { ...open, path: 'later--police' },
    ],
  };
  expect(formsOf(record, 'police')).toEqual({
    before: record.attempts[0],
    final: record.attempts[2],
  });
  expect(formsOf(record, 'shelter')).toEqual({});
});
