import { given, nothing } from '../draft.ts';
import type { QuestionOf } from '../schema.ts';
import type { QuestionType } from '../type.ts';
import { duplicates, matchWords } from '../words.ts';

/**
 * Put in order. A response is the rank of the permutation (Lehmer code), 0 being the right order.
 *
 * Points: the pairs of items, neighbours or not, that stand in the right order (Kendall's tau distance), so one slip costs
 * little; half of all pairs, which chance gives, earns nothing.
 */
export const ordering: QuestionType<QuestionOf<'ordering'>> = {
  responses: (question) => factorial(question.items.length),
  score: (question, response) => {
    const order = unrank(response, question.items.length);
    const pairs = (order.length * (order.length - 1)) / 2;
    let right = 0;
    for (let i = 0; i < order.length; i++)
      for (let j = i + 1; j < order.length; j++) if ((order[i] as number) < (order[j] as number)) right++;
    const possible = Math.ceil(pairs / 2);
    return { earned: Math.max(0, right - (pairs - possible)), possible };
  },
  options: (question) => question.items,
  toResponse: ({ items }, { chosen, isGiven }) => {
    const order = chosen.map((id) => items.indexOf(id));
    const isWhole =
      order.length === items.length && new Set(order).size === items.length && !order.includes(-1);
    return isGiven && isWhole ? rank(order) : undefined;
  },
  fromResponse: ({ items }, response) =>
    given(unrank(response, items.length).map((at) => items[at] as string)),
  best: ({ items }) => given(items),
  // As shown, but never in the right order: otherwise one who sees that nothing needs moving could not say so.
  start: ({ items }, options) => {
    const [first = '', second = '', ...rest] = options;
    const isRight = options.every((id, i) => id === items[i]);
    return { ...nothing, chosen: isRight ? [second, first, ...rest] : options };
  },
  judge: ({ items }, { chosen }) =>
    items.map((id, i) => ({ id, isTheirs: true, judgement: chosen[i] === id ? 'right' : 'not-right' })),
  wordFields: ['items', 'why'],
  nameOf: ({ items }, id) => {
    const entry = items?.[id];
    return typeof entry === 'string' ? entry : entry?.text;
  },
  // An order has one reason, `why`, and not one for each item.
  reasonOf: () => '',
  structureProblems: (question) => duplicates(question.items, ['items']),
  wordsProblems: (question, words) => [
    ...matchWords(question.items, words.items, 'items', false),
    ...(words.why ? [] : [{ place: ['why'], what: 'Does not say why this order.', mend: 'Write why.' }]),
  ],
};

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}

/** The number of an order: `order[i]` is the right place of what stands at i. */
export function rank(order: readonly number[]): number {
  let out = 0;
  for (let i = 0; i < order.length; i++) {
    const smaller = order.slice(i + 1).filter((other) => other < (order[i] as number)).length;
    out += smaller * factorial(order.length - 1 - i);
  }
  return out;
}

/** The order of a number; `unrank(rank(order), order.length)` is `order`. */
export function unrank(response: number, length: number): number[] {
  const left = Array.from({ length }, (_, i) => i);
  const out: number[] = [];
  let rest = response;
  for (let i = length - 1; i >= 0; i--) {
    const size = factorial(i);
    out.push(...left.splice(Math.floor(rest / size), 1));
    rest %= size;
  }
  return out;
}
