import type { QuestionOf } from '../schema.ts';
import { duplicates, matchWords, type QuestionType } from '../type.ts';

/** Say what kind of line it is. A response is the index in `offered`. */
export const lineTyping: QuestionType<QuestionOf<'line-typing'>> = {
  responses: (question) => question.offered.length,
  score: (question, response) => ({
    earned: question.offered[response] === question.line ? 1 : 0,
    possible: 1,
  }),
  options: (question) => question.offered,
  structureProblems: (question) => [
    ...duplicates(question.offered, ['offered']),
    ...(question.offered.includes(question.line)
      ? []
      : [
          {
            place: ['offered'],
            what: `"${question.line}" is not offered.`,
            mend: 'Offer the right type too.',
          },
        ]),
  ],
  wordsProblems: (question, words) => [
    ...matchWords(question.offered, words.answers, 'answers', false),
    ...(words.says ? [] : [{ place: ['says'], what: 'Has no line.', mend: 'Write says.' }]),
  ],
};
