import { markIds } from './marking/index.ts';
import { rank, unrank } from './ordering/index.ts';
import type { Question, QuestionOf } from './schema.ts';
import { fromGroupDigits, groupDigits } from './sorting/index.ts';

/**
 * What stands on the screen before it is a response: by ids, so that the order shown cannot matter, and perhaps
 * incomplete.
 */
export interface Draft {
  /** Ids chosen, ticked or marked; of an ordering, all items in their present order. */
  readonly chosen: readonly string[];
  /** Of a sorting: item → group, for the items that have one. */
  readonly groups: Readonly<Record<string, string>>;
  /** Whether the learner has given it. An order that was only shown, or a passage without marks, is not given. */
  readonly isGiven: boolean;
}

/** How drafts of one type of question become responses and back. */
interface Drafting<Q extends Question> {
  toResponse(question: Q, draft: Draft): number | undefined;
  fromResponse(question: Q, response: number): Draft;
  /** The draft that earns all points. */
  best(question: Q): Draft;
}

const nothing: Draft = { chosen: [], groups: {}, isGiven: false };
const given = (chosen: readonly string[]): Draft => ({ chosen, groups: {}, isGiven: true });

/** One of several: the response is an index. */
function oneOf<Q extends Question>(
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

/** Any number of several: the response has a bit per id, the first id lowest. */
function someOf<Q extends Question>(
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

/** Every type of question. The compiler names this table when a type is added to the schema and not here. */
const draftings: { [T in Question['type']]: Drafting<QuestionOf<T>> } = {
  'single-choice': oneOf(
    (question) => question.answers,
    (question) => question.correct,
  ),
  'graded-choice': oneOf(
    (question) => Object.keys(question.answers),
    (question) => Object.keys(question.answers).find((id) => question.answers[id] === 'best'),
  ),
  'line-typing': oneOf(
    (question) => question.offered,
    (question) => question.line,
  ),
  'multiple-choice': someOf(
    (question) => question.answers,
    (question) => question.correct,
  ),
  marking: someOf(markIds, (question) => question.targets),
  ordering: {
    toResponse: ({ items }, { chosen, isGiven }) => {
      const order = chosen.map((id) => items.indexOf(id));
      const isWhole =
        order.length === items.length && new Set(order).size === items.length && !order.includes(-1);
      return isGiven && isWhole ? rank(order) : undefined;
    },
    fromResponse: ({ items }, response) =>
      given(unrank(response, items.length).map((at) => items[at] as string)),
    best: ({ items }) => given(items),
  },
  sorting: {
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
    best: (question) => ({ chosen: [], groups: question.items, isGiven: true }),
  },
};

function draftingOf(question: Question): Drafting<Question> {
  return draftings[question.type] as Drafting<Question>;
}

/**
 * What a learner finds before answering.
 *
 * The items of an ordering stand as shown, but never in the right order: otherwise one who sees that nothing needs
 * moving could not say so.
 *
 * @param options Ids in the order shown, from `shuffledOptions`.
 */
export function startDraft(question: Question, options: readonly string[]): Draft {
  if (question.type !== 'ordering') return nothing;
  const [first = '', second = '', ...rest] = options;
  const isRight = options.every((id, i) => id === question.items[i]);
  return { ...nothing, chosen: isRight ? [second, first, ...rest] : options };
}

/** The response that a draft stands for; undefined while it is not (wholly) answered, which is not zero points. */
export function toResponse(question: Question, draft: Draft): number | undefined {
  return draftingOf(question).toResponse(question, draft);
}

/** The draft that gives a response; ask `isResponse` first. `toResponse` of it is the response again. */
export function fromResponse(question: Question, response: number): Draft {
  return draftingOf(question).fromResponse(question, response);
}

/** The draft that earns all points. */
export function bestDraft(question: Question): Draft {
  return draftingOf(question).best(question);
}
