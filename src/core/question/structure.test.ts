import { expect, test } from 'vitest';
import { type Question, questionProblems } from './index.ts';

const shared = {
  lesson: 'one',
  objective: 'know',
  use: 'exam' as const,
  sources: ['A'],
  review: 'prepared' as const,
};

test.each<[string, Question, string]>([
  [
    'a right answer that stands there twice',
    { ...shared, type: 'multiple-choice', answers: ['a', 'b', 'c'], correct: ['a', 'a'] },
    '"a" stands there twice.',
  ],
  ['nothing to sort', { ...shared, type: 'sorting', groups: ['x', 'y'], items: {} }, 'Fewer than two items.'],
  [
    'two groups of one name',
    { ...shared, type: 'sorting', groups: ['x', 'x'], items: { a: 'x', b: 'x' } },
    '"x" stands there twice.',
  ],
])('a question that nobody can answer fully is refused: %s', (_, question, what) => {
  expect(questionProblems(question).map((problem) => problem.what)).toContain(what);
});
