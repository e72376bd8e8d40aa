import type { Problem } from '../problem/index.ts';
import type { Question, QuestionWords } from './schema.ts';

/** Points of a response. "Not answered" is not a score of zero: it is no score. */
export interface Score {
  earned: number;
  possible: number;
}

/**
 * What a type of question can do. A response is one whole number, so that a record stays small and a certificate can
 * carry it to the bit; each type says how many responses there are and what each means.
 */
export interface QuestionType<Q extends Question = Question> {
  /** How many different responses there are: valid responses go from 0 to this minus 1. */
  responses(question: Q): number;
  /** Points of a valid response. */
  score(question: Q, response: number): Score;
  /** Ids that the shuffled display orders; the grade never depends on the order. */
  options(question: Q): readonly string[];
  /** What is wrong with the structure alone. */
  structureProblems(question: Q): Omit<Problem, 'code'>[];
  /** What is missing in, or left over from, the words. */
  wordsProblems(question: Q, words: QuestionWords): Omit<Problem, 'code'>[];
}

/** Problems of a list of ids that must be distinct. */
export function duplicates(
  ids: readonly string[],
  place: readonly (string | number)[],
): Omit<Problem, 'code'>[] {
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
  return [...new Set(twice)].map((id) => ({
    place,
    what: `"${id}" stands there twice.`,
    mend: 'Delete one or rename it.',
  }));
}

/** Missing and left-over words for a set of ids, each with text and reason where `reasons` is set. */
export function matchWords(
  ids: readonly string[],
  given: Record<string, unknown> | undefined,
  place: string,
  reasons: boolean,
): Omit<Problem, 'code'>[] {
  const out: Omit<Problem, 'code'>[] = [];
  for (const id of ids) {
    const words = given?.[id];
    if (words === undefined)
      out.push({ place: [place], what: `Has no words for "${id}".`, mend: `Write ${place}.${id}.` });
    else if (reasons && typeof words === 'string')
      out.push({ place: [place, id], what: 'Has a text and no reason.', mend: 'Write { text: …, why: … }.' });
  }
  for (const id of Object.keys(given ?? {})) {
    if (!ids.includes(id))
      out.push({
        place: [place, id],
        what: `Words for "${id}", which is not in the structure.`,
        mend: 'Delete them or add the id to bank.yaml.',
      });
  }
  return out;
}
