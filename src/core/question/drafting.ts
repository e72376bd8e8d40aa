import { given } from './draft.ts';
import type { Question } from './schema.ts';
import type { QuestionType } from './type.ts';

/** How drafts of one type of question become responses and back. */
type Drafting<Q extends Question> = Pick<QuestionType<Q>, 'toResponse' | 'fromResponse' | 'best'>;

/**
 * Drafts of a type where one of several is chosen: the response is an index.
 *
 * @param ids What can be chosen, in the order of the structure. `best`: which of them earns all points.
 */
export function oneOf<Q extends Question>(
  ids: (question: Q) => readonly string[],
  best: (question: Q) => string | undefined,
): Drafting<Q> {
  return {
    toResponse: (question, { chosen }) => {
      const at = ids(question).indexOf(chosen[0] ?? '');
      return at < 0 ? undefined : at;
    },
    fromResponse: (question, response) => given(ids(question).slice(response, response + 1)),
    best: (question) => given([best(question) ?? '']),
  };
}

/**
 * Drafts of a type where any number of several is chosen: the response has a bit per id, the first id lowest.
 *
 * @param ids What can be chosen, in the order of the structure. `best`: those of them that earn all points.
 */
export function someOf<Q extends Question>(
  ids: (question: Q) => readonly string[],
  best: (question: Q) => readonly string[],
): Drafting<Q> {
  return {
    toResponse: (question, { chosen, isGiven }) =>
      isGiven ? ids(question).reduce((sum, id, i) => sum + (chosen.includes(id) ? 2 ** i : 0), 0) : undefined,
    fromResponse: (question, response) => given(ids(question).filter((_, i) => (response >> i) & 1)),
    best: (question) => given(best(question)),
  };
}
