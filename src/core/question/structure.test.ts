import { expect, test } from 'vitest';
import { type Question, questionProblems, questionWordsProblems } from './index.ts';

const shared = {
  lesson: 'one',
  objective: 'know',
  use: 'exam' as const,
  sources: ['A'],
  review: 'prepared' as const,
};

test.each<[string, Question, string]>([
  [
    'a right answer that is in the list twice',
    { ...shared, type: 'multiple-choice', answers: ['a', 'b', 'c'], correct: ['a', 'a'] },
    '"a" is in the list twice.',
  ],
  ['nothing to sort', { ...shared, type: 'sorting', groups: ['x', 'y'], items: {} }, 'Fewer than two items.'],
  [
    'two groups of one name',
    { ...shared, type: 'sorting', groups: ['x', 'x'], items: { a: 'x', b: 'x' } },
    '"x" is in the list twice.',
  ],
])('a question that nobody can answer fully is refused: %s', (_, question, what) => {
  expect(questionProblems(question).map((problem) => problem.what)).toContain(what);
});

test('words that the type of the question does not read are refused', () => {
  const question: Question = { ...shared, type: 'single-choice', answers: ['a', 'b'], correct: 'a' };
  const answers = { a: { text: 'A', why: 'a' }, b: { text: 'B', why: 'b' } };
  const found = (words: object) =>
    questionWordsProblems(question, { prompt: 'Which?', answers, ...words }).map((problem) => problem.what);
  expect(found({ explanation: 'Because.' })).toEqual([]);
  expect(found({ passage: 'A text.' })).toEqual([
    'A question of the type single-choice does not read "passage".',
  ]);
});
