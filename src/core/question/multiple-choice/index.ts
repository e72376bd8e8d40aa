import { someOf } from '../drafting.ts';
import { judgeEach } from '../judgement.ts';
import type { QuestionOf } from '../schema.ts';
import type { QuestionType } from '../type.ts';
import { answersWithReasons, duplicates, matchWords } from '../words.ts';

/**
 * Several answers. A response is a bit per answer, the first answer lowest.
 *
 * Points: right ones marked minus wrong ones marked, never below zero, out of the number of right ones; so marking
 * everything earns nothing more than the balance.
 */
export const multipleChoice: QuestionType<QuestionOf<'multiple-choice'>> = {
  responses: (question) => 2 ** question.answers.length,
  score: (question, response) => {
    let balance = 0;
    question.answers.forEach((answer, i) => {
      if ((response >> i) & 1) balance += question.correct.includes(answer) ? 1 : -1;
    });
    return { earned: Math.max(0, balance), possible: question.correct.length };
  },
  options: (question) => question.answers,
  ...someOf(
    (question) => question.answers,
    (question) => question.correct,
  ),
  judge: (question, draft) =>
    judgeEach(question.answers, draft, (id) => (question.correct.includes(id) ? 'right' : 'not-right')),
  ...answersWithReasons,
  structureProblems: (question) => [
    ...duplicates(question.answers, ['answers']),
    ...duplicates(question.correct, ['correct']),
    ...question.correct
      .filter((id) => !question.answers.includes(id))
      .map((id) => ({
        place: ['correct'],
        what: `"${id}" is not one of the answers.`,
        mend: 'Name answers only.',
      })),
    ...(question.correct.length < question.answers.length
      ? []
      : [{ place: ['correct'], what: 'All answers are right.', mend: 'Add a plausible wrong one.' }]),
  ],
  wordsProblems: (question, words) => matchWords(question.answers, words.answers, 'answers', true),
};
