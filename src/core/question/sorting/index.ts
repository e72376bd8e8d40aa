import type { QuestionOf } from '../schema.ts';
import type { QuestionType } from '../type.ts';
import { duplicates, matchWords, partOf } from '../words.ts';

/** Sort into groups. A response has one digit per item in base (number of groups), the first item lowest. One point an item. */
export const sorting: QuestionType<QuestionOf<'sorting'>> = {
  responses: (question) => question.groups.length ** Object.keys(question.items).length,
  score: (question, response) => {
    const digits = groupDigits(question, response);
    const right = Object.values(question.items).filter(
      (group, i) => question.groups[digits[i] as number] === group,
    ).length;
    return { earned: right, possible: digits.length };
  },
  options: (question) => Object.keys(question.items),
  toResponse: (question, { groups }) => {
    const digits = Object.keys(question.items).map((item) => question.groups.indexOf(groups[item] ?? ''));
    return digits.includes(-1) ? undefined : fromGroupDigits(question, digits);
  },
  fromResponse: (question, response) => {
    const digits = groupDigits(question, response);
    const groups = Object.fromEntries(
      Object.keys(question.items).map((item, i) => [item, question.groups[digits[i] as number] as string]),
    );
    return { chosen: [], groups, isGiven: true };
  },
  best: ({ items }) => ({ chosen: [], groups: items, isGiven: true }),
  judge: ({ items }, draft) =>
    Object.entries(items).map(([id, group]) => ({
      id,
      isTheirs: true,
      judgement: draft.groups[id] === group ? 'right' : 'not-right',
    })),
  wordFields: ['groups', 'items'],
  nameOf: ({ items }, id) => partOf(items?.[id], 'text'),
  reasonOf: ({ items }, id) => partOf(items?.[id], 'why') ?? '',
  structureProblems: (question) => [
    ...duplicates(question.groups, ['groups']),
    ...Object.entries(question.items)
      .filter(([, group]) => !question.groups.includes(group))
      .map(([id, group]) => ({
        place: ['items', id],
        what: `"${group}" is not one of the groups.`,
        mend: 'Name one of the groups.',
      })),
    ...(Object.keys(question.items).length >= 2
      ? []
      : [{ place: ['items'], what: 'Fewer than two items.', mend: 'Add what is to be sorted.' }]),
    ...(Object.keys(question.items).length <= 10
      ? []
      : [{ place: ['items'], what: 'More than ten items.', mend: 'Make two questions of it.' }]),
  ],
  wordsProblems: (question, words) => [
    ...matchWords(question.groups, words.groups, 'groups', false),
    ...matchWords(Object.keys(question.items), words.items, 'items', true),
  ],
};

/** Which group each item was put into, by index. */
export function groupDigits(question: QuestionOf<'sorting'>, response: number): number[] {
  let rest = response;
  return Object.keys(question.items).map(() => {
    const digit = rest % question.groups.length;
    rest = Math.floor(rest / question.groups.length);
    return digit;
  });
}

/** The response for a group per item. */
export function fromGroupDigits(question: QuestionOf<'sorting'>, digits: readonly number[]): number {
  return digits.reduceRight((sum, digit) => sum * question.groups.length + digit, 0);
}
