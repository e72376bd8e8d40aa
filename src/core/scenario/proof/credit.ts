import type { Problem } from '../../problem/index.ts';
import { pointsOf } from '../points.ts';
import { positionOf, type Space, type Way, waysFrom } from './explore.ts';
import type { Values } from './figures.ts';
import { byChoice, finding } from './finding.ts';

/** A choice as it is offered in one state. */
interface Offered extends Way {
  /** The points it earns and the most that can still come after it. */
  worth: number;
  /** Whether the run can still pass after it. */
  canPass: boolean;
}

/**
 * Where points reward something else than the advice: what a choice is worth (its points and the most that can still
 * come) must agree with how it is rated.
 *
 * - A way round a hard scene is of equal credit: rated best, worth as much as the best of the others, and no pass is
 *   lost by it.
 * - No choice is worth more than the best-rated one beside it. A detour that lets one earn points for mending what one
 *   broke does this. At a hub that is no question: what one asks there leaves the others open, and going on does not.
 *
 * Each fault is reported once per choice, in the state nearest to the start.
 */
export function misplacedCredit(space: Space, values: Values): Problem[] {
  const out: Problem[] = [];
  const seen = new Set<string>();
  const isSuspect = suspects(space, values);
  for (let state = 0; state < space.count; state++) {
    const decision = space.program.decisions[positionOf(space, state)];
    if (!decision || !isSuspect(state)) continue;
    const offered = offeredIn(space, values, state);
    const report = (code: string, { choice, index }: Offered, what: string, mend: string) => {
      const name = `${code} ${decision.id} ${choice.id}`;
      if (seen.has(name)) return;
      seen.add(name);
      const first = byChoice(space, state, index);
      const place = ['decisions', decision.id, 'choices', choice.id];
      out.push(finding(code, place, `${what} (first ${first}).`, mend));
    };
    const others = offered.filter(({ choice }) => !choice.source.wayRound);
    const top = mostWorth(others);
    for (const round of offered) {
      if (!round.choice.source.wayRound) continue;
      const { rating } = round.choice.source;
      if (rating !== 'best')
        report('costly-way-round', round, `Is a way round, and rated ${rating}`, 'Rate it best.');
      if (top && round.worth !== top.worth)
        report(
          'uneven-way-round',
          round,
          `Is a way round that is worth ${round.worth} points from here to the end, where "${top.choice.id}" is worth ${top.worth}`,
          'Give it points and effects that come to the same.',
        );
      if (!round.canPass && others.some(({ canPass }) => canPass))
        report(
          'way-round-fails',
          round,
          'Is a way round after which the run cannot pass any more, though it could before',
          'Let it do what pass asks for, as the best way does.',
        );
    }
    const best = mostWorth(others.filter(({ choice }) => choice.source.rating === 'best'));
    if (!best || decision.hub) continue;
    for (const other of others) {
      if (other.worth <= best.worth || other.choice.source.rating === 'best') continue;
      report(
        'outdone',
        other,
        `Is rated ${other.choice.source.rating} and worth ${other.worth} points from here to the end, where "${best.choice.id}", rated best, is worth ${best.worth}`,
        'Take points from it or from the detour it leads to, or give the best one more.',
      );
    }
  }
  return out;
}

/** Asks quickly whether a state deserves a closer look; in a sound role-play hardly any does. */
function suspects(
  { program, edgeFrom, edgeTo, edgeChoice, bytes }: Space,
  values: Values,
): (state: number) => boolean {
  const points = program.decisions.map(({ choices }) =>
    Int32Array.from(choices, ({ source }) => pointsOf(source)),
  );
  const isBest = program.decisions.map(({ choices }) =>
    choices.map(({ source }) => source.rating === 'best' && !source.wayRound),
  );
  const hasRound = program.decisions.map(({ choices }) => choices.some(({ source }) => source.wayRound));
  return (state) => {
    const position = bytes[state * program.size] as number;
    if (hasRound[position]) return true;
    if (program.decisions[position]?.hub) return false;
    let best = -1;
    let most = -1;
    const to = edgeFrom[state + 1] as number;
    for (let e = edgeFrom[state] as number; e < to; e++) {
      const choice = edgeChoice[e] as number;
      const worth = (points[position]?.[choice] as number) + (values.best[edgeTo[e] as number] as number);
      if (worth > most) most = worth;
      if (worth > best && isBest[position]?.[choice]) best = worth;
    }
    return best >= 0 && most > best;
  };
}

function offeredIn(space: Space, values: Values, state: number): Offered[] {
  return waysFrom(space, state).map((way) => ({
    ...way,
    worth: pointsOf(way.choice.source) + (values.best[way.to] as number),
    canPass: values.canPass[way.to] === 1,
  }));
}

function mostWorth(offered: readonly Offered[]): Offered | undefined {
  return offered.reduce<Offered | undefined>(
    (most, one) => (most && most.worth >= one.worth ? most : one),
    undefined,
  );
}
