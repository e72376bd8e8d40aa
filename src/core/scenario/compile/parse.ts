import { ContentError } from '../../problem/index.ts';

/** A condition as a tree. Names are resolved later, by the compiler that knows the scenario. */
export type Condition =
  | { kind: 'compare'; variable: string; operator: Operator; value: number }
  | { kind: 'name'; name: string }
  | { kind: 'asked'; choice: string }
  | { kind: 'not'; of: Condition }
  | { kind: 'and' | 'or'; left: Condition; right: Condition };

/** Words of the grammar: nothing may be called so, because a condition could not read it. */
export const RESERVED_WORDS: readonly string[] = ['and', 'or', 'not', 'asked', 'if', 'set', 'clear', 'learn'];

export type Operator = '>=' | '<=' | '>' | '<' | '=' | '!=';

/** An effect as a tree; `when` is the condition of `if …: …`. */
export type Effect = { when?: Condition } & (
  | { kind: 'add'; variable: string; by: number }
  | { kind: 'assign'; variable: string; value: number }
  | { kind: 'set' | 'clear'; flag: string }
  | { kind: 'learn'; fact: string }
);

/** Longest condition or effect, in characters. Bounds what reading one costs; authors write at most 200. */
const MOST_CHARACTERS = 1_000;
/** How deep brackets and `not` may stand in one another; a reader calls itself once for each. */
const DEEPEST = 20;

const TOKEN = /\s*(?:(>=|<=|!=|>|<|=|\(|\)|-?\d+|[a-z][a-z0-9-]*)|$)/y;

/** The words and signs of a condition; each character is looked at once. */
function tokens(text: string): string[] {
  const out: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match)
      throw new ContentError(
        'scenario/bad-condition',
        `"${text}" cannot be read from "${text.slice(at).trim()}" on. Write, for example: trust >= 2 and (private or not alerted).`,
      );
    if (match[1] === undefined) break;
    out.push(match[1]);
  }
  return out;
}

function refuseLong(text: string, code: string): void {
  if (text.length > MOST_CHARACTERS)
    throw new ContentError(
      code,
      `"${text.slice(0, 40)}…" has ${text.length} characters; at most ${MOST_CHARACTERS} are read.`,
    );
}

/**
 * Reads a condition: `trust >= 2 and (private or not alerted)`; `not` binds tightest, then `and`, then `or`.
 *
 * @throws {ContentError} `scenario/bad-condition` with the part that cannot be read.
 */
export function parseCondition(text: string): Condition {
  refuseLong(text, 'scenario/bad-condition');
  const list = tokens(text);
  let at = 0;
  let depth = 0;
  const fail = (what: string): never => {
    throw new ContentError('scenario/bad-condition', `"${text}": ${what}.`);
  };
  const either = (): Condition => {
    let left = both();
    while (list[at] === 'or') {
      at++;
      left = { kind: 'or', left, right: both() };
    }
    return left;
  };
  const both = (): Condition => {
    let left = single();
    while (list[at] === 'and') {
      at++;
      left = { kind: 'and', left, right: single() };
    }
    return left;
  };
  /** What stands behind `not` or within brackets. */
  const inner = (read: () => Condition): Condition => {
    if (++depth > DEEPEST) fail(`brackets and "not" stand more than ${DEEPEST} deep`);
    const tree = read();
    depth--;
    return tree;
  };
  const single = (): Condition => {
    const token = list[at++];
    if (token === undefined) return fail('something is missing at the end');
    if (token === 'not') return { kind: 'not', of: inner(single) };
    if (token === '(') {
      const tree = inner(either);
      if (list[at++] !== ')') fail('a bracket is not closed');
      return tree;
    }
    if (!/^[a-z]/.test(token)) return fail(`"${token}" stands where a name should`);
    if (token === 'asked') {
      const choice = list[at++];
      if (!choice || !/^[a-z]/.test(choice)) return fail('"asked" needs the id of a choice');
      return { kind: 'asked', choice };
    }
    const operator = list[at];
    if (operator && /^(>=|<=|!=|>|<|=)$/.test(operator)) {
      const value = list[at + 1];
      if (!value || !/^-?\d+$/.test(value)) return fail(`"${operator}" needs a whole number`);
      at += 2;
      return { kind: 'compare', variable: token, operator: operator as Operator, value: Number(value) };
    }
    return { kind: 'name', name: token };
  };
  const tree = either();
  if (at < list.length) fail(`"${list[at]}" is left over`);
  return tree;
}

/**
 * Reads one effect: `trust +1`, `trust = 3`, `set alerted`, `clear alerted`, `learn passport`, each with `if …:` before it.
 *
 * @throws {ContentError} `scenario/bad-effect` or `scenario/bad-condition`.
 */
export function parseEffect(text: string): Effect {
  refuseLong(text, 'scenario/bad-effect');
  const trimmed = text.trim();
  const colon = trimmed.indexOf(':');
  if (/^if\s/.test(trimmed) && colon > 0) {
    const effect = parseEffect(trimmed.slice(colon + 1));
    if (effect.when)
      throw new ContentError(
        'scenario/bad-effect',
        `"${text}" has an "if" within an "if". Write one with "and": if a and b: set c.`,
      );
    return { ...effect, when: parseCondition(trimmed.slice(2, colon)) };
  }
  const verb = /^(set|clear|learn)\s+([a-z][a-z0-9-]*)$/.exec(trimmed);
  if (verb?.[1] && verb[2]) {
    return verb[1] === 'learn'
      ? { kind: 'learn', fact: verb[2] }
      : { kind: verb[1] as 'set' | 'clear', flag: verb[2] };
  }
  const change = /^([a-z][a-z0-9-]*)\s*(?:(\+|-)\s*(\d+)|=\s*(-?\d+))$/.exec(trimmed);
  if (change?.[1] && change[4]) return { kind: 'assign', variable: change[1], value: Number(change[4]) };
  if (change?.[1] && change[3])
    return {
      kind: 'add',
      variable: change[1],
      by: change[2] === '+' ? Number(change[3]) : -Number(change[3]),
    };
  throw new ContentError(
    'scenario/bad-effect',
    `"${text}" is not an effect. Write, for example: trust +1 · set private · learn passport · if trust < 2: distress +1.`,
  );
}
