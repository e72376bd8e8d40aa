import type { Problem } from '../problem/index.ts';
import type { QuestionWords } from './schema.ts';
import type { QuestionType } from './type.ts';

/** Problems of a list of ids that must be distinct. */
export function duplicates(
  ids: readonly string[],
  place: readonly (string | number)[],
): Omit<Problem, 'code'>[] {
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
  return [...new Set(twice)].map((id) => ({
    place,
    what: `"${id}" is in the list twice.`,
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

/** Names and reasons of a type whose answers are written as `answers.<id>: { text, why }`. */
export const answersWithReasons: Pick<QuestionType, 'wordFields' | 'nameOf' | 'reasonOf'> = {
  wordFields: ['answers'],
  nameOf: ({ answers }: QuestionWords, id) => partOf(answers?.[id], 'text'),
  reasonOf: ({ answers }: QuestionWords, id) => partOf(answers?.[id], 'why') ?? '',
};

/** One part of an entry `{ text, why }`; undefined when it is missing or a plain text. */
export function partOf(
  entry: string | { text: string; why: string } | undefined,
  part: 'text' | 'why',
): string | undefined {
  return typeof entry === 'string' ? undefined : entry?.[part];
}
