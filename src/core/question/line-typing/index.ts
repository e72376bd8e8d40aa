import { oneOf } from '../drafting.ts';
import { judgeEach } from '../judgement.ts';
import type { QuestionOf } from '../schema.ts';
import type { QuestionType } from '../type.ts';
import { duplicates, matchWords } from '../words.ts';

/** Say what kind of line it is. A response is the index in `offered`. */
export const lineTyping: QuestionType<QuestionOf<'line-typing'>> = {
  responses: (question) => question.offered.length,
  score: (question, response) => ({
    earned: question.offered[response] === question.line ? 1 : 0,
    possible: 1,
  }),
  options: (question) => question.offered,
  ...oneOf(
    (question) => question.offered,
    (question) => question.line,
  ),
  judge: (question, draft) =>
    judgeEach(question.offered, draft, (id) => (id === question.line ? 'right' : 'not-right')),
  wordFields: ['answers', 'says'],
  // The interface names the kinds of line, and the words hold the reasons.
  nameOf: () => undefined,
  reasonOf: ({ answers }, id) => {
    const entry = answers?.[id];
    return (typeof entry === 'string' ? entry : entry?.why) ?? '';
  },
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
