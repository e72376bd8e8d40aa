import { expect, test } from 'vitest';
import { completeRecord, content } from '../../../tests/fixtures/grading.ts';
import type { AssessmentSitting } from '../progress/index.ts';
import { scoreSitting } from './assessment.ts';
import { gradeAnswers, planAfter, tallyAnswers } from './sitting-plan.ts';

const sitting = completeRecord().attempts[0] as AssessmentSitting;
const [first = ''] = gradeAnswers(content, sitting).map(({ reference }) => reference);
/** The same with the first question left open. */
const withGap = {
  ...sitting,
  responses: Object.fromEntries(Object.entries(sitting.responses).filter(([id]) => id !== first)),
};
const wrong = gradeAnswers(content, sitting).map((answer) => ({ ...answer, isRight: false, points: 0 }));

test('a question left open earns nothing, and all points together are those of the sitting', () => {
  const answers = gradeAnswers(content, withGap);
  expect(answers.filter(({ isRight }) => !isRight).map(({ reference }) => reference)).toEqual([first]);
  const earned = answers.reduce((sum, { points }) => sum + points, 0);
  expect(Math.round(earned)).toBe(scoreSitting(content, withGap).earned);
});

test('plans the lessons of what was missed, the weakest module first', () => {
  const [weakest] = planAfter(gradeAnswers(content, withGap));
  expect(weakest?.key).toBe(first.split('/')[0]);
  expect(weakest?.lessons).toMatchObject([{ missed: 1 }]);
  expect(planAfter(gradeAnswers(content, sitting)).every(({ lessons }) => lessons.length === 0)).toBe(true);
  const all = planAfter(wrong).flatMap(({ lessons }) => lessons);
  expect(all.reduce((sum, { missed }) => sum + missed, 0)).toBe(wrong.length);
});

test('counts by key, leaves out what has none, and takes only a wholly wrong answer as sure and wrong', () => {
  expect(tallyAnswers(wrong, () => 'all')).toEqual([{ key: 'all', asked: wrong.length, right: 0, share: 0 }]);
  expect(tallyAnswers(wrong, () => undefined)).toEqual([]);
  const sure = (response: number) => ({
    ...sitting,
    responses: { ...sitting.responses, [first]: { response, sure: 3 as const } },
  });
  expect(gradeAnswers(content, sure(Number.MAX_SAFE_INTEGER))[0]?.isSureAndWrong).toBe(true);
  expect(gradeAnswers(content, sure(sitting.responses[first]?.response ?? 0))[0]?.isSureAndWrong).toBe(false);
});
