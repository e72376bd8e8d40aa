import type { Problem } from '../../problem/index.ts';
import { type Space, shortestWay, stepName } from './explore.ts';

/** A problem of a scenario's graph. */
export function finding(code: string, place: Problem['place'], what: string, mend: string): Problem {
  return { code: `scenario/${code}`, place, what, mend };
}

/** The shortest way to a state, as the end of a sentence. */
export function by(space: Space, state: number): string {
  return inWords(shortestWay(space, state));
}

/** The shortest way to a choice in a state, the choice at its end. */
export function byChoice(space: Space, state: number, choice: number): string {
  return inWords([...shortestWay(space, state), stepName(space, state, choice)]);
}

function inWords(way: readonly string[]): string {
  return way.length === 0 ? 'at the start' : `by ${way.join(', ')}`;
}
