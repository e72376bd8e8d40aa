import type { Problem } from '../problem/index.ts';
import { hashText, shuffle } from '../random/index.ts';
import { typeOf } from './all-types.ts';
import { type Draft, nothing } from './draft.ts';
import type { Question, QuestionWords } from './schema.ts';
import type { Score } from './score.ts';

export { type AnswerNote, answerName, answerNotes, answerText } from './answer-notes.ts';
export type { Draft } from './draft.ts';
export { chosenRating, ratingPoints } from './graded-choice/index.ts';
export type { Judgement } from './judgement.ts';
export { markIds, splitPassage } from './marking/index.ts';
export { rank, unrank } from './ordering/index.ts';
export type { BankQuestion, Question, QuestionOf, QuestionWords } from './schema.ts';
export { outcomeOf, type Score } from './score.ts';
export { fromGroupDigits, groupDigits } from './sorting/index.ts';

/** How many different responses a question has; a response is a whole number from 0 to this minus 1. */
export function countResponses(question: Question): number {
  return typeOf(question).responses(question);
}

/** Whether a number is a response to the question. Valid is not right. */
export function isResponse(question: Question, response: number): boolean {
  return Number.isInteger(response) && response >= 0 && response < countResponses(question);
}

/**
 * Points of a response. A number that is no response earns nothing.
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

/**
 * What a learner finds before answering.
 *
 * @param options Ids in the order shown, from `shuffledOptions`.
 */
export function startDraft(question: Question, options: readonly string[]): Draft {
  return typeOf(question).start?.(question, options) ?? nothing;
}

/** The response that a draft stands for; undefined while it is not (wholly) answered, which is not zero points. */
export function toResponse(question: Question, draft: Draft): number | undefined {
  return typeOf(question).toResponse(question, draft);
}

/** The draft that gives a response; ask `isResponse` first. `toResponse` of it is the response again. */
export function fromResponse(question: Question, response: number): Draft {
  return typeOf(question).fromResponse(question, response);
}

/**
 * What is shown of an answer from a record: the draft that gives it, or what a learner finds before answering where there
 * is no answer or it is a number that is no response.
 *
 * @param options Ids in the order shown, from `shuffledOptions`.
 */
export function keptDraft(
  question: Question,
  response: number | undefined,
  options: readonly string[],
): Draft {
  return response !== undefined && isResponse(question, response)
    ? fromResponse(question, response)
    : startDraft(question, options);
}

/** The draft that earns all points. */
export function bestDraft(question: Question): Draft {
  return typeOf(question).best(question);
}

/** What is wrong with the structure of a question. */
export function questionProblems(question: Question): Problem[] {
  return typeOf(question)
    .structureProblems(question)
    .map((problem) => ({ code: 'question/structure', ...problem }));
}

/** What is wrong with the words of a question in one language. */
export function questionWordsProblems(question: Question, words: QuestionWords): Problem[] {
  const { wordFields, wordsProblems } = typeOf(question);
  const read: readonly string[] = ['prompt', 'explanation', ...wordFields];
  const unread = Object.keys(words)
    .filter((field) => !read.includes(field))
    .map((field) => ({
      place: [field],
      what: `A question of the type ${question.type} does not read "${field}".`,
      mend: `Delete it. This type reads ${read.join(', ')}.`,
    }));
  return [...wordsProblems(question, words), ...unread].map((problem) => ({
    code: 'question/words',
    ...problem,
  }));
}
