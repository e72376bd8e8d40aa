import fc from 'fast-check';
import { competencies } from '../../src/core/scenario/constants.ts';
import type { Scenario } from '../../src/core/scenario/index.ts';
import { SKETCH_HEAD } from '../fixtures/scenarios/sketch.ts';

/** A condition as the tests know it. Written down as text for the engine; the naive analysis reads the tree. */
export type Tree =
  | { is: 'compare'; name: string; operator: string; value: number }
  | { is: 'flag'; name: string }
  | { is: 'asked'; choice: string }
  | { is: 'not'; of: Tree }
  | { is: 'and' | 'or'; left: Tree; right: Tree };
export interface Change {
  when: Tree | undefined;
  does:
    | { add: string; by: number }
    | { assign: string; value: number }
    | { set: string }
    | { clear: string }
    | { learn: string };
}
export interface SketchChoice {
  id: string;
  rating: 'best' | 'acceptable' | 'poor' | 'harmful';
  points: Record<string, number>;
  effects: Change[];
  asks: string[];
  critical: string | undefined;
  when: Tree | undefined;
  wayRound: boolean;
  variants: (Tree | undefined)[];
  next: { when: Tree | undefined; to: string }[];
}
export interface SketchDecision {
  id: string;
  hub: boolean;
  enter: Change[];
  lines: (Tree | undefined)[];
  choices: SketchChoice[];
}
/** A small scenario whose parts the tests can read without the engine's parser. */
export interface Sketch {
  decisions: SketchDecision[];
  gates: Record<string, Tree | undefined>;
  endings: { id: string; when: Tree | undefined }[];
  pass: Tree;
}

export const variables = { trust: { min: -1, max: 2, start: 0 }, distress: { min: 0, max: 2, start: 1 } };
export const flags = ['private', 'alerted'];
const facts = ['passport', 'debt'];
export const criticals = ['threatened'];
const endingIds = ['linked', 'exposed', 'unseen'];
const decisionIds = ['d0', 'd1', 'd2', 'd3', 'd4'];
const choiceIds = ['a', 'b', 'c'];

const compare: fc.Arbitrary<Tree> = fc
  .record({
    name: fc.constantFrom('trust' as const, 'distress' as const),
    operator: fc.constantFrom('>=', '<=', '>', '<', '=', '!='),
    step: fc.nat(3),
  })
  .map(({ name, operator, step }) => ({
    is: 'compare',
    name,
    operator,
    value: Math.min(variables[name].max, variables[name].min + step),
  }));
const named: fc.Arbitrary<Tree> = fc
  .constantFrom(...flags, ...facts, ...criticals)
  .map((name) => ({ is: 'flag', name }));

/** Trees of depth two at most; inside a hub they may also ask what was made there. */
function tree(hub: boolean): fc.Arbitrary<Tree> {
  const asked: fc.Arbitrary<Tree> = fc
    .constantFrom(...choiceIds.slice(0, 2))
    .map((choice) => ({ is: 'asked', choice }));
  const leaf = hub ? fc.oneof(compare, named, asked) : fc.oneof(compare, named);
  const grown = (inner: fc.Arbitrary<Tree>): fc.Arbitrary<Tree> =>
    fc.oneof(
      { weight: 3, arbitrary: inner },
      { weight: 1, arbitrary: inner.map((of): Tree => ({ is: 'not', of })) },
      {
        weight: 1,
        arbitrary: fc.record({
          is: fc.constantFrom('and' as const, 'or' as const),
          left: inner,
          right: inner,
        }),
      },
    );
  return grown(grown(leaf));
}
// One in `freq` is absent.
const perhaps = (of: fc.Arbitrary<Tree>) => fc.option(of, { nil: undefined, freq: 2 });

function change(hub: boolean): fc.Arbitrary<Change> {
  return fc.record({
    when: fc.option(tree(hub), { nil: undefined, freq: 2 }),
    does: fc.oneof(
      fc.record({ add: fc.constantFrom('trust', 'distress'), by: fc.constantFrom(-2, -1, 1, 2) }),
      fc.constantFrom(
        { assign: 'trust', value: -1 },
        { assign: 'trust', value: 2 },
        { assign: 'distress', value: 0 },
      ),
      fc.constantFrom(...flags).map((set) => ({ set })),
      fc.constantFrom(...flags).map((clear) => ({ clear })),
      fc.constantFrom(...facts).map((learn) => ({ learn })),
    ),
  });
}

/**
 * A choice. Ways lead forward, to an ending, or from a hub to itself and from the decision after a hub back to it. A loop
 * therefore always goes through a hub's own choice, which is struck out, so that every run ends. The first choice of a
 * place has no condition, and a hub's first leads where no way comes back, so that there is always a way on.
 */
function choice(
  at: number,
  index: number,
  count: number,
  hubs: readonly boolean[],
): fc.Arbitrary<SketchChoice> {
  const hub = hubs[at] === true;
  const sure = index === 0;
  const after = decisionIds.slice(at + 1, count);
  const next = after.slice(0, 1);
  const back = hub ? decisionIds.slice(at, at + 1) : hubs[at - 1] ? decisionIds.slice(at - 1, at) : [];
  const ends = ['end', 'end', ...endingIds.slice(0, 2)];
  const goal =
    sure && hub
      ? fc.constantFrom(...(after.length > 1 ? after.slice(1) : ends))
      : fc.constantFrom(
          ...(after.length > 0 ? [...next, ...next, ...after, ...back, ...back, 'end'] : [...ends, ...back]),
        );
  return fc
    .record({
      id: fc.constant(choiceIds[index] as string),
      rating: fc.constantFrom('best' as const, 'acceptable' as const, 'poor' as const, 'harmful' as const),
      points: fc.dictionary(fc.constantFrom(...competencies), fc.nat(3), { maxKeys: 2 }),
      effects: fc.array(change(hub), { minLength: 1, maxLength: 3 }),
      asks: fc.uniqueArray(fc.constantFrom(...facts), { maxLength: 2 }),
      critical: fc
        .option(fc.constantFrom(...criticals), { nil: undefined, freq: 2 })
        .map((name) => (index === 2 ? name : undefined)),
      when: sure ? fc.constant(undefined) : perhaps(tree(hub)),
      wayRound: fc.boolean().map((round) => round && index === 2),
      variants: fc.array(tree(hub), { maxLength: 1 }).map((list) => [...list, undefined]),
      next: fc
        .tuple(fc.array(fc.record({ when: tree(hub), to: goal }), { maxLength: 1 }), goal)
        .map(([list, to]) => [...list, { when: undefined, to }]),
    })
    .map((made) => (made.rating === 'harmful' ? { ...made, points: {} } : made));
}

/** Small random scenarios with bounded variables, flags, gated facts, critical errors, hubs and ways back to them. */
export const sketches: fc.Arbitrary<Sketch> = fc
  .tuple(fc.integer({ min: 3, max: 5 }), fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }))
  .chain(([count, hubs]) =>
    fc.record({
      decisions: fc.tuple(
        ...decisionIds.slice(0, count).map((id, at) =>
          fc.integer({ min: 2, max: 3 }).chain((width) =>
            fc.record({
              id: fc.constant(id),
              hub: fc.constant(hubs[at] === true),
              enter: fc.array(change(hubs[at] === true), { maxLength: 2 }),
              lines: fc.array(tree(hubs[at] === true), { maxLength: 1 }).map((list) => [...list, undefined]),
              choices: fc.tuple(
                ...choiceIds.slice(0, width).map((_, index) => choice(at, index, count, hubs)),
              ),
            }),
          ),
        ),
      ),
      gates: fc.record({ passport: perhaps(tree(false)), debt: perhaps(tree(false)) }),
      endings: fc.tuple(tree(false), tree(false)).map(([first, second]) => [
        { id: 'linked', when: first },
        { id: 'exposed', when: second },
        { id: 'unseen', when: undefined },
      ]),
      pass: tree(false),
    }),
  );

/** The condition as an author writes it, with brackets wherever they may stand. */
function written(of: Tree): string {
  switch (of.is) {
    case 'compare':
      return `${of.name} ${of.operator} ${of.value}`;
    case 'flag':
      return of.name;
    case 'asked':
      return `asked ${of.choice}`;
    case 'not':
      return `not (${written(of.of)})`;
    default:
      return `(${written(of.left)}) ${of.is} (${written(of.right)})`;
  }
}
const whenOf = (of: Tree | undefined) => (of ? { when: written(of) } : {});
const variantsOf = (list: readonly (Tree | undefined)[]) =>
  list.map((of, i) => ({ id: of ? `v${i}` : 'default', ...whenOf(of) }));

function effectOf({ when, does }: Change): string {
  const text =
    'add' in does
      ? `${does.add} ${does.by < 0 ? '-' : '+'}${Math.abs(does.by)}`
      : 'assign' in does
        ? `${does.assign} = ${does.value}`
        : 'set' in does
          ? `set ${does.set}`
          : 'clear' in does
            ? `clear ${does.clear}`
            : `learn ${does.learn}`;
  return when ? `if ${written(when)}: ${text}` : text;
}

/** The sketch as the engine reads it from a file. */
export function scenarioOf(sketch: Sketch): unknown {
  return {
    id: 'random',
    ...SKETCH_HEAD,
    variables,
    flags,
    critical: criticals,
    facts: Object.fromEntries(
      Object.entries(sketch.gates).map(([fact, gate]) => [fact, gate ? { gate: written(gate) } : {}]),
    ),
    bearing: [{ when: 'trust >= 1', is: 'open' }, { is: 'guarded' }],
    start: 'd0',
    pass: written(sketch.pass),
    endings: sketch.endings.map(({ id, when }) => ({ id, ...whenOf(when) })),
    expert: ['a'],
    decisions: Object.fromEntries(
      sketch.decisions.map((decision) => [
        decision.id,
        {
          hub: decision.hub,
          effects: decision.enter.map(effectOf),
          lines: variantsOf(decision.lines),
          choices: Object.fromEntries(
            decision.choices.map((made) => [
              made.id,
              {
                rating: made.rating,
                points: made.points,
                effects: made.effects.map(effectOf),
                asks: made.asks,
                wayRound: made.wayRound,
                ...(made.critical ? { critical: made.critical } : {}),
                ...whenOf(made.when),
                replies: variantsOf(made.variants),
                next: made.next.map(({ when, to }) => ({ ...whenOf(when), to })),
              },
            ]),
          ),
        },
      ]),
    ),
  } satisfies Partial<Record<keyof Scenario, unknown>>;
}
