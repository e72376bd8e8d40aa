import type { Problem } from '../problem/index.ts';
import type { Draft } from './draft.ts';
import type { Judged } from './judgement.ts';
import type { Question, QuestionWords } from './schema.ts';
import type { Score } from './score.ts';

/**
 * All that a type of question can do; each type has a folder with this (`index.ts`) and its schema (`schema.ts`).
 *
 * A response is one whole number, so that a record stays small and a certificate can carry it to the bit; each type says
 * how many responses there are and what each means.
 */
export interface QuestionType<Q extends Question = Question> {
  /** How many different responses there are: valid responses go from 0 to this minus 1. */
  responses(question: Q): number;
  /** Points of a valid response. */
  score(question: Q, response: number): Score;
  /** Ids that the shuffled display orders; the grade never depends on the order. */
  options(question: Q): readonly string[];

  /** The response that a draft stands for; undefined while it is not (wholly) answered. */
  toResponse(question: Q, draft: Draft): number | undefined;
  /** The draft that gives a valid response. */
  fromResponse(question: Q, response: number): Draft;
  /** The draft that earns all points. */
  best(question: Q): Draft;
  /** What a learner finds before answering, where that is more than nothing. `options`: ids in the order shown. */
  start?(question: Q, options: readonly string[]): Draft;

  /** What feedback says of each answer or item, given what the learner gave. */
  judge(question: Q, draft: Draft): Judged[];

  /** Fields of the words that this type reads, beside `prompt` and `explanation`. */
  wordFields: readonly Exclude<keyof QuestionWords, 'prompt' | 'explanation'>[];
  /** What an answer or item is called; undefined where the interface has the name (kinds of line). */
  nameOf(words: QuestionWords, id: string): string | undefined;
  /** Why an answer is right or not; an empty text where there is no reason of its own. */
  reasonOf(words: QuestionWords, id: string): string;

  /** What is wrong with the structure alone. */
  structureProblems(question: Q): Omit<Problem, 'code'>[];
  /** What is missing in, or left over from, the words. */
  wordsProblems(question: Q, words: QuestionWords): Omit<Problem, 'code'>[];
}
