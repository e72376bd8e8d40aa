import type { Question } from '../../core/question/index.ts';
import { lineTypes, ratings } from '../../core/scenario/constants.ts';

const questionTypes = [
  'single-choice',
  'multiple-choice',
  'graded-choice',
  'ordering',
  'sorting',
  'marking',
  'line-typing',
] as const satisfies readonly Question['type'][];

/** Interface strings of a question: its controls, and its feedback with a note on every answer. */
export const questionWords = [
  ...questionTypes.map((type) => `question.hint.${type}` as const),
  'question.move-up',
  'question.move-down',
  'question.moved',
  'question.card',
  'question.all-placed',
  'question.undo',
  'question.placed',
  'question.take-back',
  'question.take-back-of',
  'check.your-answer',
  'check.your-answers',
  'check.your-marks',
  'check.other-answers',
  'check.other-marks',
  'check.right-order',
  'check.right-groups',
  'check.your-place',
  'check.your-group',
  'check.belongs',
  'judgement.right',
  'judgement.not-right',
  'judgement.found',
  'judgement.left',
  'judgement.missed',
  'judgement.overmarked',
  ...ratings.map((rating) => `rating.${rating}` as const),
  ...lineTypes.map((line) => `line.${line}` as const),
] as const;
export type QuestionWord = (typeof questionWords)[number];

/** Interface strings of a question that is read on paper or without scripts. */
const solutionWords = ['check.solution', 'check.sources', 'check.to-mark', 'check.to-leave'] as const;
export type StaticQuestionWord = QuestionWord | (typeof solutionWords)[number];

/** Interface strings of a knowledge check, also where it is only read. They come with its script. */
export const checkWords = [
  ...questionWords,
  ...solutionWords,
  'check.submit',
  'check.try-again',
  ...questionTypes.map((type) => `check.incomplete.${type}` as const),
  'check.checked',
  'check.sure.question',
  'check.sure.1',
  'check.sure.2',
  'check.sure.3',
  'check.verdict.right',
  'check.verdict.partly',
  'check.verdict.not',
  'check.rated',
  'check.points',
  'check.sure-and-wrong',
  'check.guessed-right',
] as const;
export type CheckWord = (typeof checkWords)[number];
