import { ContentError } from '../../problem/index.ts';
import { WORDS_PER_MINUTE } from '../../reading-time/index.ts';
import type { CompiledChoice, CompiledDecision, Program } from '../compile/program.ts';
import { type Competency, competencies, type Rating, ratings } from '../constants.ts';
import { pointsOf } from '../points.ts';
import { hasPassed } from '../run/step.ts';
import { isEnd, positionOf, type Space } from './explore.ts';
import { topologicalOrder } from './loop.ts';

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

/**
 * All values of all states.
 *
 * V*(state) = max over choices of points(choice) + V*(next); likewise for the least, per competency, lengths and chance
 * (Bellman, "Dynamic Programming", 1957). Exact, because a sound scenario has no loops.
 *
 * @throws {ContentError} `scenario/loop` when the states have a loop; ask `findLoop` which.
 */
export function computeValues(space: Space): Values {
  const order = topologicalOrder(space);
  if (!order) throw new ContentError('scenario/loop', 'A run can go round for ever.');
  const { count, edgeFrom, edgeTo, edgeChoice, program } = space;
  const values: Values = {
    best: new Int32Array(count),
    least: new Int32Array(count),
    bestOf: Object.fromEntries(competencies.map((c) => [c, new Int32Array(count)])) as Values['bestOf'],
    longest: new Int32Array(count),
    shortest: new Int32Array(count),
    canPass: new Uint8Array(count),
    passChance: new Float64Array(count),
    order,
  };
  const { best, least, longest, shortest, canPass, passChance } = values;
  const total = choiceTable(program, (_, { source }) => pointsOf(source));
  const wayRound = choiceTable(program, (_, { source }) => (source.wayRound ? 1 : 0));
  for (let i = count - 1; i >= 0; i--) {
    const state = order[i] as number;
    const from = edgeFrom[state] as number;
    const to = edgeFrom[state + 1] as number;
    if (from === to) {
      if (isEnd(space, state) && hasPassed(program, space.bytes, state * program.size)) {
        canPass[state] = 1;
        passChance[state] = 1;
      }
      continue;
    }
    const row = positionOf(space, state) * CHOICES;
    let most = 0;
    let fewest = 0x7fffffff;
    let far = 0;
    let near = 0x7fffffff;
    let pass = 0;
    let chance = 0;
    let random = 0;
    for (let e = from; e < to; e++) {
      const next = edgeTo[e] as number;
      const at = row + (edgeChoice[e] as number);
      const earned = total[at] as number;
      const high = earned + (best[next] as number);
      const low = earned + (least[next] as number);
      if (high > most) most = high;
      if (low < fewest) fewest = low;
      if ((longest[next] as number) >= far) far = 1 + (longest[next] as number);
      if ((shortest[next] as number) < near) near = 1 + (shortest[next] as number);
      pass |= canPass[next] as number;
      if (wayRound[at] === 0) {
        chance += passChance[next] as number;
        random++;
      }
    }
    best[state] = most;
    least[state] = fewest;
    longest[state] = far;
    shortest[state] = near;
    canPass[state] = pass;
    passChance[state] = random === 0 ? 0 : chance / random;
  }
  for (const competency of competencies) {
    const points = choiceTable(program, (_, { source }) => source.points[competency] ?? 0);
    // Where nothing scores it, it stays nought.
    if (points.some((earned) => earned > 0)) bestOfOne(space, order, points, values.bestOf[competency]);
  }
  return values;
}

/** Fills `own` with the most points that can still come, of those in `points`. */
function bestOfOne(space: Space, order: Int32Array, points: Int32Array, own: Int32Array): void {
  const { edgeFrom, edgeTo, edgeChoice } = space;
  for (let i = space.count - 1; i >= 0; i--) {
    const state = order[i] as number;
    const row = positionOf(space, state) * CHOICES;
    const to = edgeFrom[state + 1] as number;
    let most = 0;
    for (let e = edgeFrom[state] as number; e < to; e++) {
      const sum = (points[row + (edgeChoice[e] as number)] as number) + (own[edgeTo[e] as number] as number);
      if (sum > most) most = sum;
    }
    own[state] = most;
  }
}

/** Places of a row in a table of choices: `edgeChoice` is a byte. */
const CHOICES = 256;

/** A whole number for each choice: row of its decision, column of the choice. */
function choiceTable(
  program: Program,
  of: (decision: CompiledDecision, choice: CompiledChoice) => number,
): Int32Array {
  const table = new Int32Array(program.decisions.length * CHOICES);
  program.decisions.forEach((decision, d) => {
    decision.choices.forEach((choice, c) => {
      table[d * CHOICES + c] = of(decision, choice);
    });
  });
  return table;
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
  const { program, edgeFrom, edgeTo, edgeChoice } = space;
  // A place without ways on is an ending, or a dead end that the proof reports.
  const atPlace = Int32Array.from([
    ...program.decisions.map((decision) => load.decision(decision.id)),
    ...program.endings.map((ending) => load.ending(ending.id)),
  ]);
  const atChoice = choiceTable(program, (decision, choice) => load.choice(decision.id, choice.id));
  const most = new Int32Array(space.count);
  const fewest = new Int32Array(space.count);
  for (let i = space.count - 1; i >= 0; i--) {
    const state = values.order[i] as number;
    const position = positionOf(space, state);
    const from = edgeFrom[state] as number;
    const to = edgeFrom[state + 1] as number;
    let high = 0;
    let low = from === to ? 0 : 0x7fffffff;
    for (let e = from; e < to; e++) {
      const next = edgeTo[e] as number;
      const words = atChoice[position * CHOICES + (edgeChoice[e] as number)] as number;
      if (words + (most[next] as number) > high) high = words + (most[next] as number);
      if (words + (fewest[next] as number) < low) low = words + (fewest[next] as number);
    }
    most[state] = high + (atPlace[position] as number);
    fewest[state] = low + (atPlace[position] as number);
  }
  return {
    shortest: (load.opening + (fewest[0] as number)) / WORDS_PER_MINUTE,
    longest: (load.opening + (most[0] as number)) / WORDS_PER_MINUTE,
  };
}
