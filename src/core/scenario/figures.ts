import { ContentError } from '../problem/index.ts';
import { type Competency, competencies, type Rating, ratings } from './constants.ts';
import { isEnd, positionOf, type Space } from './explore.ts';
import { hasPassed } from './step.ts';

/** Words a reader meets: at each decision, and after each of its choices. */
export interface ReadingLoad {
  /** Before the first decision. */
  opening: number;
  decision: (decisionId: string) => number;
  choice: (decisionId: string, choiceId: string) => number;
  ending: (endingId: string) => number;
}

/** For each state, what can still come. All by backward induction over the states in topological order. */
export interface Values {
  /** The most points still attainable, in all. */
  best: Int32Array;
  /** The fewest points that can still come. */
  least: Int32Array;
  /** The most points still attainable per competency, each for itself. */
  bestOf: Record<Competency, Int32Array>;
  /** The longest and the shortest way to an ending, in decisions. */
  longest: Int32Array;
  shortest: Int32Array;
  /** Whether a passing ending can still be reached: 1 or 0. */
  canPass: Uint8Array;
  /** Chance that choosing at random among what is offered passes (ways round a scene are not chosen). */
  passChance: Float64Array;
  /** States in an order in which each comes after all that lead to it. */
  order: Int32Array;
}

/** What the build prints of one scenario. */
export interface Figures {
  states: number;
  decisions: number;
  choices: number;
  endings: number;
  shortestRun: number;
  longestRun: number;
  /** Minutes of reading at 200 words a minute, for the quickest and the slowest reader's way. */
  shortestMinutes: number;
  longestMinutes: number;
  leastPoints: number;
  mostPoints: number;
  mostPerCompetency: Record<Competency, number>;
  /** Share of random runs that pass, exact. */
  randomPassShare: number;
}

export const WORDS_PER_MINUTE = 200;

/** A way by which a run can go round for ever: the states on it, first one repeated at the end. Null when there is none. */
export function findLoop(space: Space): number[] | null {
  const result = sortStates(space);
  return 'loop' in result ? result.loop : null;
}

/**
 * All values of all states.
 *
 * V*(state) = max over choices of points(choice) + V*(next); likewise for the least, per competency, lengths and chance
 * (Bellman, "Dynamic Programming", 1957). Exact, because a sound scenario has no loops.
 *
 * @throws {ContentError} `scenario/loop` when the states have a loop; ask `findLoop` first.
 */
export function computeValues(space: Space): Values {
  const sorted = sortStates(space);
  if ('loop' in sorted) throw new ContentError('scenario/loop', 'A run can go round for ever.');
  const { order } = sorted;
  const n = space.count;
  const values: Values = {
    best: new Int32Array(n),
    least: new Int32Array(n),
    bestOf: Object.fromEntries(competencies.map((c) => [c, new Int32Array(n)])) as Values['bestOf'],
    longest: new Int32Array(n),
    shortest: new Int32Array(n),
    canPass: new Uint8Array(n),
    passChance: new Float64Array(n),
    order,
  };
  const points = pointTables(space);
  for (let i = n - 1; i >= 0; i--) {
    const state = order[i] as number;
    const from = space.edgeFrom[state] as number;
    const to = space.edgeFrom[state + 1] as number;
    if (isEnd(space, state)) {
      const passed = hasPassed(space.program, space.bytes, state * space.program.size) ? 1 : 0;
      values.canPass[state] = passed;
      values.passChance[state] = passed;
      continue;
    }
    const table = points[positionOf(space, state)] as PointTable;
    let best = -1;
    let least = Number.MAX_SAFE_INTEGER;
    let longest = 0;
    let shortest = Number.MAX_SAFE_INTEGER;
    let chance = 0;
    let random = 0;
    for (let e = from; e < to; e++) {
      const next = space.edgeTo[e] as number;
      const c = space.edgeChoice[e] as number;
      best = Math.max(best, (table.total[c] as number) + (values.best[next] as number));
      least = Math.min(least, (table.total[c] as number) + (values.least[next] as number));
      longest = Math.max(longest, 1 + (values.longest[next] as number));
      shortest = Math.min(shortest, 1 + (values.shortest[next] as number));
      if (values.canPass[next] === 1) values.canPass[state] = 1;
      if (!table.wayRound[c]) {
        chance += values.passChance[next] as number;
        random++;
      }
    }
    if (to === from) continue;
    values.best[state] = best;
    values.least[state] = least;
    values.longest[state] = longest;
    values.shortest[state] = shortest;
    values.passChance[state] = random === 0 ? 0 : chance / random;
    for (const competency of competencies) {
      const own = values.bestOf[competency];
      let most = 0;
      for (let e = from; e < to; e++) {
        const earned = table.of[competency][space.edgeChoice[e] as number] as number;
        most = Math.max(most, earned + (own[space.edgeTo[e] as number] as number));
      }
      own[state] = most;
    }
  }
  return values;
}

/** The printed figures. `load` counts the words of one language. */
export function computeFigures(space: Space, values: Values, load?: ReadingLoad): Figures {
  const { program } = space;
  const minutes = load ? readingMinutes(space, values, load) : { shortest: 0, longest: 0 };
  return {
    states: space.count,
    decisions: program.decisions.length,
    choices: program.decisions.reduce((sum, decision) => sum + decision.choices.length, 0),
    endings: program.endings.length,
    shortestRun: values.shortest[0] as number,
    longestRun: values.longest[0] as number,
    shortestMinutes: minutes.shortest,
    longestMinutes: minutes.longest,
    leastPoints: values.least[0] as number,
    mostPoints: values.best[0] as number,
    mostPerCompetency: Object.fromEntries(
      competencies.map((c) => [c, values.bestOf[c][0] as number]),
    ) as Figures['mostPerCompetency'],
    randomPassShare: values.passChance[0] as number,
  };
}

/** The best rating offered in a state, ways round a scene left out. */
export function bestRatingOffered(space: Space, state: number): Rating | undefined {
  const decision = space.program.decisions[positionOf(space, state)];
  let best: number = ratings.length;
  for (let e = space.edgeFrom[state] as number; e < (space.edgeFrom[state + 1] as number); e++) {
    const choice = decision?.choices[space.edgeChoice[e] as number];
    if (choice && !choice.source.wayRound) best = Math.min(best, ratings.indexOf(choice.source.rating));
  }
  return ratings[best];
}

function readingMinutes(
  space: Space,
  values: Values,
  load: ReadingLoad,
): { shortest: number; longest: number } {
  const { program } = space;
  const atDecision = program.decisions.map((decision) => load.decision(decision.id));
  const atChoice = program.decisions.map((decision) =>
    decision.choices.map((choice) => load.choice(decision.id, choice.id)),
  );
  const most = new Float64Array(space.count);
  const fewest = new Float64Array(space.count);
  for (let i = space.count - 1; i >= 0; i--) {
    const state = values.order[i] as number;
    const position = positionOf(space, state);
    if (position >= program.decisions.length) {
      most[state] = load.ending(program.endings[position - program.decisions.length]?.id ?? '');
      fewest[state] = most[state] as number;
      continue;
    }
    let high = 0;
    let low = Number.MAX_VALUE;
    for (let e = space.edgeFrom[state] as number; e < (space.edgeFrom[state + 1] as number); e++) {
      const words = atChoice[position]?.[space.edgeChoice[e] as number] ?? 0;
      high = Math.max(high, words + (most[space.edgeTo[e] as number] as number));
      low = Math.min(low, words + (fewest[space.edgeTo[e] as number] as number));
    }
    most[state] = high + (atDecision[position] as number);
    fewest[state] = (low === Number.MAX_VALUE ? 0 : low) + (atDecision[position] as number);
  }
  return {
    shortest: (load.opening + (fewest[0] as number)) / WORDS_PER_MINUTE,
    longest: (load.opening + (most[0] as number)) / WORDS_PER_MINUTE,
  };
}

interface PointTable {
  total: number[];
  of: Record<Competency, number[]>;
  wayRound: boolean[];
}

function pointTables(space: Space): PointTable[] {
  return space.program.decisions.map((decision) => ({
    total: decision.choices.map((choice) =>
      competencies.reduce((sum, c) => sum + (choice.source.points[c] ?? 0), 0),
    ),
    of: Object.fromEntries(
      competencies.map((c) => [c, decision.choices.map((choice) => choice.source.points[c] ?? 0)]),
    ) as PointTable['of'],
    wayRound: decision.choices.map((choice) => choice.source.wayRound),
  }));
}

/** Topological order of the states by depth-first search, or a loop. Iterative, so that long runs do not end the stack. */
function sortStates(space: Space): { order: Int32Array } | { loop: number[] } {
  const OPEN = 1;
  const DONE = 2;
  const mark = new Uint8Array(space.count);
  const order = new Int32Array(space.count);
  let filled = space.count;
  const stack: number[] = [0];
  const nextEdge = Int32Array.from(space.edgeFrom.subarray(0, space.count));
  mark[0] = OPEN;
  while (stack.length > 0) {
    const state = stack[stack.length - 1] as number;
    const e = nextEdge[state] as number;
    if (e < (space.edgeFrom[state + 1] as number)) {
      nextEdge[state] = e + 1;
      const next = space.edgeTo[e] as number;
      if (mark[next] === OPEN) return { loop: [...stack.slice(stack.indexOf(next)), next] };
      if (mark[next] === 0) {
        mark[next] = OPEN;
        stack.push(next);
      }
    } else {
      mark[state] = DONE;
      order[--filled] = state;
      stack.pop();
    }
  }
  return { order };
}
