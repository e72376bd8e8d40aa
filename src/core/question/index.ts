import type { Problem } from '../problem/index.ts';
import { hashText, shuffle } from '../random/index.ts';
import { gradedChoice } from './graded-choice/index.ts';
import { lineTyping } from './line-typing/index.ts';
import { marking } from './marking/index.ts';
import { multipleChoice } from './multiple-choice/index.ts';
import { ordering } from './ordering/index.ts';
import type { Question, QuestionOf, QuestionWords } from './schema.ts';
import { singleChoice } from './single-choice/index.ts';
import { sorting } from './sorting/index.ts';
import type { QuestionType, Score } from './type.ts';

export { bestDraft, type Draft, fromResponse, startDraft, toResponse } from './draft.ts';
export {
  type AnswerNote,
  answerNotes,
  answerText,
  chosenRating,
  type Judgement,
  outcomeOf,
} from './feedback.ts';
export { ratingPoints } from './graded-choice/index.ts';
export { markIds, splitPassage } from './marking/index.ts';
export { rank, unrank } from './ordering/index.ts';
export type { Question, QuestionOf, QuestionWords } from './schema.ts';
export { fromGroupDigits, groupDigits } from './sorting/index.ts';
export type { Score } from './type.ts';

/** Every type of question. The compiler names this table when a type is added to the schema and not here. */
const questionTypes: { [T in Question['type']]: QuestionType<QuestionOf<T>> } = {
  'single-choice': singleChoice,
  'multiple-choice': multipleChoice,
  'graded-choice': gradedChoice,
  ordering,
  sorting,
  marking,
  'line-typing': lineTyping,
};

function typeOf(question: Question): QuestionType {
  return questionTypes[question.type] as QuestionType;
}

/** How many different responses a question has; a response is a whole number from 0 to this minus 1. */
export function countResponses(question: Question): number {
  return typeOf(question).responses(question);
}

/** Whether a number is a response to the question. Valid is not right. */
export function isResponse(question: Question, response: number): boolean {
  return Number.isInteger(response) && response >= 0 && response < countResponses(question);
}

/**
 * Points of a response. Validate first: a number that is no response earns nothing.
 *
 * @returns `earned` of `possible`, whole numbers, 0 ≤ earned ≤ possible.
 */
export function scoreResponse(question: Question, response: number): Score {
  const score = typeOf(question).score(question, response);
  return isResponse(question, response) ? score : { earned: 0, possible: score.possible };
}

/** Ids of what is shown, in the order for this seed. The grade never depends on it. */
export function shuffledOptions(questionId: string, question: Question, seed: number): string[] {
  return shuffle(typeOf(question).options(question), seed ^ hashText(questionId));
}

/** What is wrong with the structure of a question. */
export function questionProblems(question: Question): Problem[] {
  return typeOf(question)
    .structureProblems(question)
    .map((problem) => ({ code: 'question/structure', ...problem }));
}

/** What is wrong with the words of a question in one language. */
export function questionWordsProblems(question: Question, words: QuestionWords): Problem[] {
  return typeOf(question)
    .wordsProblems(question, words)
    .map((problem) => ({ code: 'question/words', ...problem }));
}
