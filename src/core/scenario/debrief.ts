import { type Competency, competencies, type LineType } from './constants.ts';
import { pointsOf } from './points.ts';
import { positionOf, type Space } from './proof/explore.ts';
import type { Values } from './proof/figures.ts';
import type { Replay } from './run/replay.ts';

/** What a run was worth, decision by decision; all of it derived from (scenario, run). */
export interface Debrief {
  replay: Replay;
  /** Per turn: points that could no longer be reached after it, V*(before) − points − V*(after). Never negative. */
  costs: readonly number[];
  /** Per competency: reached, and the most that could be reached from the start. Only those that can be scored. */
  bars: readonly { competency: Competency; earned: number; possible: number }[];
  /** How often each kind of line was used. */
  lineMix: Partial<Record<LineType, number>>;
  /** Turns with the two greatest costs, greatest first; turns that cost nothing are left out, so ways round a scene too. */
  costliest: readonly number[];
}

/**
 * Debriefs a finished or unfinished run. `space` must be the explored space of the program that it was replayed with.
 *
 * Costs add up to what was lost: the sum of costs = V*(start) − points earned − V*(where the run stands).
 */
export function debrief(space: Space, values: Values, replayed: Replay): Debrief {
  const { program } = space;
  const costs: number[] = [];
  const lineMix: Partial<Record<LineType, number>> = {};
  let state = 0;
  for (const turn of replayed.turns) {
    if (!turn.taken) break;
    const decision = program.decisions[positionOf(space, state)];
    const index = decision?.choices.findIndex((choice) => choice.id === turn.taken?.id) ?? -1;
    const next = follow(space, state, index);
    const source = decision?.choices[index]?.source;
    const earned = source ? pointsOf(source) : 0;
    costs.push((values.best[state] as number) - earned - (values.best[next] as number));
    if (source?.line) lineMix[source.line] = (lineMix[source.line] ?? 0) + 1;
    state = next;
  }
  const bars = competencies
    .map((competency) => ({
      competency,
      earned: replayed.points[competency] ?? 0,
      possible: values.bestOf[competency][0] as number,
    }))
    .filter((bar) => bar.possible > 0);
  const costliest = costs
    .map((cost, turn) => ({ cost, turn }))
    .filter(({ cost }) => cost > 0)
    .sort((a, b) => b.cost - a.cost || a.turn - b.turn)
    .slice(0, 2)
    .map(({ turn }) => turn);
  return { replay: replayed, costs, bars, lineMix, costliest };
}

function follow(space: Space, state: number, choiceIndex: number): number {
  for (let e = space.edgeFrom[state] as number; e < (space.edgeFrom[state + 1] as number); e++) {
    if (space.edgeChoice[e] === choiceIndex) return space.edgeTo[e] as number;
  }
  throw new RangeError(`Choice ${choiceIndex} does not leave state ${state}.`);
}
