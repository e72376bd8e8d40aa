import { oneOf } from '../drafting.ts';
import { judgeEach } from '../judgement.ts';
import type { QuestionOf } from '../schema.ts';
import type { QuestionType } from '../type.ts';
import { answersWithReasons, duplicates, matchWords } from '../words.ts';

/** One best answer. A response is the index of the answer in the structure. */
export const singleChoice: QuestionType<QuestionOf<'single-choice'>> = {
  responses: (question) => question.answers.length,
  score: (question, response) => ({
    earned: question.answers[response] === question.correct ? 1 : 0,
    possible: 1,
  }),
  options: (question) => question.answers,
  ...oneOf(
    (question) => question.answers,
    (question) => question.correct,
  ),
  judge: (question, draft) =>
    judgeEach(question.answers, draft, (id) => (id === question.correct ? 'right' : 'not-right')),
  ...answersWithReasons,
  structureProblems: (question) => [
    ...duplicates(question.answers, ['answers']),
    ...(question.answers.includes(question.correct)
      ? []
      : [
          {
            place: ['correct'],
            what: `"${question.correct}" is not one of the answers.`,
            mend: 'Name one of the answers.',
          },
        ]),
  ],
  wordsProblems: (question, words) => matchWords(question.answers, words.answers, 'answers', true),
};
