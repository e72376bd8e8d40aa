import {
  type Change,
  criticals,
  type Sketch,
  type SketchChoice,
  type SketchDecision,
  type Tree,
  variables,
} from './random-scenario.ts';

/**
 * The analysis once more, as plainly as can be: a state is a record of names, a run is a recursion, nothing is packed
 * into bytes and nothing is left out. It shares no code with the engine, so that a mistake must be made twice to hide.
 */
export interface NaiveResult {
  best: number;
  least: number;
  longest: number;
  shortest: number;
  passShare: number;
  bestOf: Record<string, number>;
}
interface State {
  at: string;
  values: Record<string, number>;
  /** Flags, facts and critical errors that hold. */
  holds: Set<string>;
  /** `decision/choice` made at a hub. */
  made: Set<string>;
}

/**
 * What the scenario is worth from its start, how many states there are at each place, and what was come across:
 * `decision d0`, `ending linked`, `choice d0/a`, `line d0/0`, `reply d0/a/0`, `way d0/a/0`, `bearing 0`, `fact debt`,
 * `withheld debt`, and with `effect d0/a/0` or `effect d0/0` what an effect has changed.
 */
export function analyseNaively(
  sketch: Sketch,
): NaiveResult & { statesAt: Record<string, number>; met: Set<string> } {
  const known = new Map<string, NaiveResult>();
  const met = new Set<string>();
  const statesAt: Record<string, number> = {};
  const worth = (state: State): NaiveResult => {
    const name = `${state.at} ${JSON.stringify(state.values)} ${[...state.holds].sort()} ${[...state.made].sort()}`;
    const before = known.get(name);
    if (before) return before;
    statesAt[state.at] = (statesAt[state.at] ?? 0) + 1;
    const decision = sketch.decisions.find(({ id }) => id === state.at);
    let result: NaiveResult;
    met.add(`${decision ? 'decision' : 'ending'} ${state.at}`);
    if (decision) {
      meetFirst(met, `line ${decision.id}`, decision.lines, state, decision.id);
      meetBearing(met, state);
    }
    if (!decision) {
      const passed = holds(sketch.pass, state, '') && !criticals.some((name) => state.holds.has(name));
      result = { best: 0, least: 0, longest: 0, shortest: 0, passShare: passed ? 1 : 0, bestOf: {} };
    } else {
      const ways = decision.choices
        .filter(
          (choice) =>
            (!choice.when || holds(choice.when, state, decision.id)) &&
            !state.made.has(`${decision.id}/${choice.id}`),
        )
        .map((choice) => ({
          choice,
          points: Object.values(choice.points).reduce((a, b) => a + b, 0),
          rest: worth(after(sketch, state, decision, choice, met)),
        }));
      const guessed = ways.filter(({ choice }) => !choice.wayRound);
      result = {
        best: Math.max(...ways.map(({ points, rest }) => points + rest.best)),
        least: Math.min(...ways.map(({ points, rest }) => points + rest.least)),
        longest: 1 + Math.max(...ways.map(({ rest }) => rest.longest)),
        shortest: 1 + Math.min(...ways.map(({ rest }) => rest.shortest)),
        passShare: guessed.reduce((sum, { rest }) => sum + rest.passShare, 0) / guessed.length,
        bestOf: {},
      };
      for (const { choice, rest } of ways) {
        for (const name of new Set([...Object.keys(choice.points), ...Object.keys(rest.bestOf)])) {
          result.bestOf[name] = Math.max(
            result.bestOf[name] ?? 0,
            (choice.points[name] ?? 0) + (rest.bestOf[name] ?? 0),
          );
        }
      }
    }
    known.set(name, result);
    return result;
  };
  const start: State = {
    at: '',
    values: Object.fromEntries(Object.entries(variables).map(([name, { start: value }]) => [name, value])),
    holds: new Set(),
    made: new Set(),
  };
  arrive(sketch, start, 'd0', met);
  return { ...worth(start), statesAt, met };
}

/** Notes the first of a list that fits. */
function meetFirst(
  met: Set<string>,
  name: string,
  list: readonly (Tree | undefined)[],
  state: State,
  decision: string,
): void {
  met.add(`${name}/${list.findIndex((when) => !when || holds(when, state, decision))}`);
}

/** The bearings of every random scenario: open from trust 1 on, else guarded. */
function meetBearing(met: Set<string>, state: State): void {
  met.add(`bearing ${(state.values.trust as number) >= 1 ? 0 : 1}`);
}

function after(
  sketch: Sketch,
  state: State,
  decision: SketchDecision,
  choice: SketchChoice,
  met: Set<string>,
): State {
  const next: State = {
    at: state.at,
    values: { ...state.values },
    holds: new Set(state.holds),
    made: new Set(state.made),
  };
  const name = `${decision.id}/${choice.id}`;
  met.add(`choice ${name}`);
  choice.effects.forEach((effect, i) => {
    happen(effect, next, decision.id, `${name}/${i}`, met);
  });
  for (const fact of choice.asks) {
    const gate = sketch.gates[fact];
    if (!gate || holds(gate, next, decision.id)) next.holds.add(fact);
    met.add(`${next.holds.has(fact) ? 'fact' : 'withheld'} ${fact}`);
  }
  if (decision.hub) next.made.add(name);
  if (choice.critical) next.holds.add(choice.critical);
  meetFirst(met, `reply ${name}`, choice.variants, next, decision.id);
  meetBearing(met, next);
  const ways = choice.next.map(({ when }) => when);
  meetFirst(met, `way ${name}`, ways, next, decision.id);
  arrive(
    sketch,
    next,
    choice.next.find(({ when }) => !when || holds(when, next, decision.id))?.to ?? '',
    met,
  );
  return next;
}

function arrive(sketch: Sketch, state: State, to: string, met: Set<string>): void {
  state.at =
    to === 'end' ? (sketch.endings.find(({ when }) => !when || holds(when, state, ''))?.id ?? '') : to;
  sketch.decisions
    .find(({ id }) => id === state.at)
    ?.enter.forEach((effect, i) => {
      happen(effect, state, state.at, `${state.at}/${i}`, met);
    });
}

function happen(
  { when, does }: Change,
  state: State,
  decision: string,
  name: string,
  met: Set<string>,
): void {
  if (when && !holds(when, state, decision)) return;
  const before = JSON.stringify([state.values, [...state.holds].sort()]);
  if ('add' in does) {
    const { min, max } = variables[does.add as keyof typeof variables];
    state.values[does.add] = Math.max(min, Math.min(max, (state.values[does.add] as number) + does.by));
  } else if ('assign' in does) state.values[does.assign] = does.value;
  else if ('set' in does) state.holds.add(does.set);
  else if ('clear' in does) state.holds.delete(does.clear);
  else {
    state.holds.add(does.learn);
    met.add(`fact ${does.learn}`);
  }
  if (JSON.stringify([state.values, [...state.holds].sort()]) !== before) met.add(`effect ${name}`);
}

function holds(tree: Tree, state: State, decision: string): boolean {
  if (tree.is === 'flag') return state.holds.has(tree.name);
  if (tree.is === 'asked') return state.made.has(`${decision}/${tree.choice}`);
  if (tree.is === 'not') return !holds(tree.of, state, decision);
  if (tree.is !== 'compare') {
    const both = [tree.left, tree.right].map((side) => holds(side, state, decision));
    return tree.is === 'and' ? both.every(Boolean) : both.some(Boolean);
  }
  const value = state.values[tree.name] as number;
  if (tree.operator === '=') return value === tree.value;
  if (tree.operator === '!=') return value !== tree.value;
  if (tree.operator === '<') return value < tree.value;
  if (tree.operator === '>') return value > tree.value;
  return tree.operator === '<=' ? value <= tree.value : value >= tree.value;
}
