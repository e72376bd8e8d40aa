import { say, type Ui } from '../i18n/index.ts';
import { type Condition, type Effect, parseCondition, parseEffect } from '../scenario/compile/parse.ts';

/** Names of the cards, tracks and markers, by the scenario's ids: conditions and effects are written with them. */
export interface TableNames {
  /** Variables: tracks with a counter on them. */
  counters: Readonly<Record<string, { name: string; min: number; max: number }>>;
  /** Flags: markers that are put on the table and taken away. */
  markers: Readonly<Record<string, string>>;
  /** Facts: numbers of the fact cards. */
  facts: Readonly<Record<string, number>>;
  /** Critical errors: numbers of the red cards. */
  reds: Readonly<Record<string, number>>;
  /** Choices of the decision at hand: their letters. Empty where no choice can be named. */
  letters: Readonly<Record<string, string>>;
}

/** A condition in which `not` stands only directly before a name. */
type Said = { kind: 'leaf'; text: string; red?: { number: number; isThere: boolean } } | Group;
interface Group {
  kind: 'and' | 'or';
  parts: Said[];
}

/**
 * A condition in plain words: `Trust is 2 or more and (“Alone” is on the table or Alarm is 0)`.
 *
 * Nothing is left out: the words can be read back. A group within a group is put in brackets.
 *
 * @throws {ContentError} `scenario/bad-condition` when it cannot be read, {RangeError} when a name is not on the table.
 */
export function conditionInWords(ui: Ui, names: TableNames, text: string): string {
  return spoken(ui, names, said(ui, names, parseCondition(text), true));
}

/**
 * An effect in plain words: `Trust +1`, or `if Trust is 2 or more: put “Informed” on the table`.
 *
 * @throws {ContentError} `scenario/bad-effect` when it cannot be read, {RangeError} when a name is not on the table.
 */
export function effectInWords(ui: Ui, names: TableNames, text: string): string {
  const effect = parseEffect(text);
  const change = changeInWords(ui, names, effect);
  if (!effect.when) return change;
  const condition = spoken(ui, names, said(ui, names, effect.when, true));
  return say(ui, 'tabletop.ifChange', { condition, change });
}

/** Whether an effect moves a variable, and by how much; 0 for all others. */
export function moveOf(text: string, variable: string): number {
  const effect = parseEffect(text);
  return effect.kind === 'add' && effect.variable === variable ? effect.by : 0;
}

/** Names of variables that a condition compares. */
export function comparedIn(text: string): string[] {
  const found = (tree: Condition): string[] => {
    switch (tree.kind) {
      case 'compare':
        return [tree.variable];
      case 'not':
        return found(tree.of);
      case 'and':
      case 'or':
        return [...found(tree.left), ...found(tree.right)];
      default:
        return [];
    }
  };
  return [...new Set(found(parseCondition(text)))];
}

function changeInWords(ui: Ui, names: TableNames, effect: Effect): string {
  switch (effect.kind) {
    case 'add': {
      const { name } = known(names.counters, effect.variable);
      return effect.by > 0
        ? say(ui, 'tabletop.raise', { name, by: effect.by })
        : say(ui, 'tabletop.lower', { name, by: -effect.by });
    }
    case 'assign':
      return say(ui, 'tabletop.becomes', {
        name: known(names.counters, effect.variable).name,
        value: effect.value,
      });
    case 'set':
      return say(ui, 'tabletop.put', { name: known(names.markers, effect.flag) });
    case 'clear':
      return say(ui, 'tabletop.take', { name: known(names.markers, effect.flag) });
    case 'learn':
      return say(ui, 'tabletop.learn', { number: known(names.facts, effect.fact) });
  }
}

/** Pushes `not` down to the names (De Morgan) and joins chains of the same word. */
function said(ui: Ui, names: TableNames, tree: Condition, holds: boolean): Said {
  switch (tree.kind) {
    case 'not':
      return said(ui, names, tree.of, !holds);
    case 'and':
    case 'or': {
      const kind = holds === (tree.kind === 'and') ? 'and' : 'or';
      const parts = [tree.left, tree.right].flatMap((side) => {
        const part = said(ui, names, side, holds);
        return part.kind === kind ? part.parts : [part];
      });
      return { kind, parts };
    }
    case 'compare':
      return { kind: 'leaf', text: comparison(ui, names, tree, holds) };
    case 'asked': {
      const letter = known(names.letters, tree.choice);
      return {
        kind: 'leaf',
        text: say(ui, holds ? 'tabletop.crossed' : 'tabletop.notCrossed', { letter }),
      };
    }
    case 'name': {
      const marker = names.markers[tree.name];
      if (marker !== undefined)
        return {
          kind: 'leaf',
          text: say(ui, holds ? 'tabletop.marker' : 'tabletop.noMarker', { name: marker }),
        };
      const fact = names.facts[tree.name];
      if (fact !== undefined)
        return { kind: 'leaf', text: say(ui, holds ? 'tabletop.fact' : 'tabletop.noFact', { number: fact }) };
      const number = known(names.reds, tree.name);
      return {
        kind: 'leaf',
        text: say(ui, holds ? 'tabletop.red' : 'tabletop.noRed', { number }),
        red: { number, isThere: holds },
      };
    }
  }
}

function comparison(
  ui: Ui,
  names: TableNames,
  tree: Extract<Condition, { kind: 'compare' }>,
  holds: boolean,
): string {
  const { name, min, max } = known(names.counters, tree.variable);
  const operator = holds ? tree.operator : OPPOSITE[tree.operator];
  // Whole numbers: more than 2 is 3 or more.
  const value = tree.value + (operator === '>' ? 1 : operator === '<' ? -1 : 0);
  switch (operator) {
    case '>':
    case '>=':
      return say(ui, value === max ? 'tabletop.exactly' : 'tabletop.atLeast', { name, value });
    case '<':
    case '<=':
      return say(ui, value === min ? 'tabletop.exactly' : 'tabletop.atMost', { name, value });
    case '=':
      return say(ui, 'tabletop.exactly', { name, value });
    default:
      return say(ui, 'tabletop.notExactly', { name, value });
  }
}
const OPPOSITE = { '>=': '<', '<=': '>', '>': '<=', '<': '>=', '=': '!=', '!=': '=' } as const;

function spoken(ui: Ui, names: TableNames, tree: Said, inside = false): string {
  if (tree.kind === 'leaf') return tree.text;
  const parts = withReds(ui, names, tree).map((part) => spoken(ui, names, part, true));
  const [only = '', ...others] = new Set(parts);
  if (others.length === 0) return only;
  const joined = [only, ...others].reduce((left, right) => say(ui, `tabletop.${tree.kind}`, { left, right }));
  return inside ? `(${joined})` : joined;
}

/** "No red card" for the list of all of them, which is how most role-plays say when a run passes. */
function withReds(ui: Ui, names: TableNames, group: Group): Said[] {
  const isThere = group.kind === 'or';
  const all = Object.values(names.reds);
  const named = new Set(
    group.parts.flatMap((part) =>
      part.kind === 'leaf' && part.red?.isThere === isThere ? [part.red.number] : [],
    ),
  );
  if (all.length < 2 || all.some((number) => !named.has(number))) return group.parts;
  return [
    ...group.parts.filter((part) => part.kind !== 'leaf' || part.red?.isThere !== isThere),
    { kind: 'leaf', text: say(ui, isThere ? 'tabletop.anyRed' : 'tabletop.noneRed') },
  ];
}

function known<T>(all: Readonly<Record<string, T>>, name: string): T {
  const found = all[name];
  if (found === undefined)
    throw new RangeError(
      `"${name}" has no track, marker or card in this kit, so the condition cannot be written: add it to the scenario.`,
    );
  return found;
}
