import { type Space, stepName } from './explore.ts';

/** A way by which a run can go round for ever. */
export interface Loop {
  /** The state nearest to the start that lies on a loop. */
  state: number;
  /** The shortest way from it back to it, as `decision › choice` steps. */
  way: string[];
}

/** The loop nearest to the start, and the shortest way round it. Null when every run ends. */
export function findLoop(space: Space): Loop | null {
  const { order, rest } = sortStates(space);
  if (order) return null;
  // States are numbered by their distance from the start. What is left lies on a loop or between two of them.
  for (let state = 0; state < space.count; state++) {
    if (rest[state] === 0) continue;
    const way = shortestWayRound(space, state);
    if (way) return { state, way };
  }
  throw new RangeError('States that cannot be ordered have a loop.');
}

/** States in an order in which each comes after all that lead to it; null when there is a loop. */
export function topologicalOrder(space: Space): Int32Array | null {
  return sortStates(space).order;
}

/** Takes away, again and again, the states to which nothing leads any more (Kahn, 1962). `rest` marks those that stay. */
function sortStates(space: Space): { order: Int32Array | null; rest: Int32Array } {
  const { count, edgeFrom, edgeTo } = space;
  const incoming = new Int32Array(count);
  for (let e = 0; e < edgeTo.length; e++) (incoming[edgeTo[e] as number] as number)++;
  const order = new Int32Array(count);
  let filled = 0;
  if (incoming[0] === 0) order[filled++] = 0;
  for (let i = 0; i < filled; i++) {
    const state = order[i] as number;
    const end = edgeFrom[state + 1] as number;
    for (let e = edgeFrom[state] as number; e < end; e++) {
      const next = edgeTo[e] as number;
      const left = (incoming[next] as number) - 1;
      incoming[next] = left;
      if (left === 0) order[filled++] = next;
    }
  }
  return { order: filled === count ? order : null, rest: incoming };
}

function shortestWayRound(space: Space, start: number): string[] | null {
  const { edgeFrom, edgeTo, edgeChoice } = space;
  const cameBy = new Map<number, { from: number; choice: number }>();
  const queue = [start];
  for (const state of queue) {
    for (let e = edgeFrom[state] as number; e < (edgeFrom[state + 1] as number); e++) {
      const next = edgeTo[e] as number;
      if (cameBy.has(next)) continue;
      cameBy.set(next, { from: state, choice: edgeChoice[e] as number });
      if (next === start) return wayBack(space, start, cameBy);
      queue.push(next);
    }
  }
  return null;
}

function wayBack(
  space: Space,
  start: number,
  cameBy: ReadonlyMap<number, { from: number; choice: number }>,
): string[] {
  const way: string[] = [];
  let at = start;
  do {
    const step = cameBy.get(at) as { from: number; choice: number };
    way.unshift(stepName(space, step.from, step.choice));
    at = step.from;
  } while (at !== start);
  return way;
}
