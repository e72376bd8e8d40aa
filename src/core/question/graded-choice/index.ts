import type { Rating } from '../../scenario/constants.ts';
import type { Draft } from '../draft.ts';
import { oneOf } from '../drafting.ts';
import { judgeEach } from '../judgement.ts';
import type { Question, QuestionOf } from '../schema.ts';
import type { QuestionType } from '../type.ts';
import { answersWithReasons, matchWords } from '../words.ts';

/** Points of a rating, out of 3: a decent second-best answer is worth something, a harmful one nothing. */
export const ratingPoints = { best: 3, acceptable: 2, poor: 0, harmful: 0 } as const;

/** "What would you answer?" Every answer is rated. A response is the index of the answer. */
export const gradedChoice: QuestionType<QuestionOf<'graded-choice'>> = {
  responses: (question) => Object.keys(question.answers).length,
  score: (question, response) => {
    const rating = Object.values(question.answers)[response];
    return { earned: rating ? ratingPoints[rating] : 0, possible: 3 };
  },
  options: (question) => Object.keys(question.answers),
  ...oneOf(
    (question) => Object.keys(question.answers),
    (question) => Object.keys(question.answers).find((id) => question.answers[id] === 'best'),
  ),
  judge: (question, draft) =>
    judgeEach(Object.keys(question.answers), draft, (id) => question.answers[id] ?? 'poor'),
  ...answersWithReasons,
  structureProblems: (question) => {
    const best = Object.values(question.answers).filter((rating) => rating === 'best').length;
    return [
      ...(best === 1
        ? []
        : [{ place: ['answers'], what: `${best} answers are rated best.`, mend: 'Rate exactly one best.' }]),
      ...(Object.keys(question.answers).length >= 3
        ? []
        : [{ place: ['answers'], what: 'Fewer than three answers.', mend: 'Offer at least three.' }]),
    ];
  },
  wordsProblems: (question, words) =>
    matchWords(Object.keys(question.answers), words.answers, 'answers', true),
};

/** The rating of the chosen answer of a graded choice; undefined for other types. */
export function chosenRating(question: Question, draft: Draft): Rating | undefined {
  return question.type === 'graded-choice' ? question.answers[draft.chosen[0] ?? ''] : undefined;
}
