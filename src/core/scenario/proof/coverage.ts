import type { CompiledChoice, CompiledEffect, CompiledVariant, Program } from '../compile/program.ts';
import { carryOut, type EffectObserver, goOn, pickBearing, pickVariant, startState } from '../run/step.ts';
import { positionOf, type Space } from './explore.ts';

/** What the runs of a scenario come across, each with the nearest state that shows it. */
export interface Coverage {
  /** Per place, the number of its nearest state; −1 where no run comes. */
  nearestAt: Int32Array;
  /** Choices that are offered somewhere, and the nearest state in which they are. */
  offered: ReadonlyMap<CompiledChoice, number>;
  /** Lines, replies, wordings, bearings and ways that some run uses. */
  used: ReadonlySet<CompiledVariant | Program['bearing'][number] | CompiledChoice['next'][number]>;
  /** Facts that some run learns, and facts that are asked for somewhere in vain. */
  told: ReadonlySet<string>;
  withheld: ReadonlySet<string>;
  /** Effects that happen somewhere: the nearest state before, the choice, and the byte as it is left there. */
  carriedOut: ReadonlyMap<CompiledEffect, { state: number; choice: number; byte: number }>;
  /** Effects that change something somewhere. */
  changed: ReadonlySet<CompiledEffect>;
}

/**
 * Goes once through all states and ways. A choice that has shown all it can show is not carried out again, which is
 * what makes this quick: after a few thousand states nearly all have.
 */
export function coverage(space: Space): Coverage {
  const { program, bytes, edgeFrom, edgeChoice } = space;
  const { size } = program;
  const nearestAt = new Int32Array(program.decisions.length + program.endings.length).fill(-1);
  const offered = new Map<CompiledChoice, number>();
  const told = new Set<string>();
  const withheld = new Set<string>();
  const carriedOut = new Map<CompiledEffect, { state: number; choice: number; byte: number }>();
  const changed = new Set<CompiledEffect>();
  const used = new Set<CompiledVariant | Program['bearing'][number] | CompiledChoice['next'][number]>();
  const scratch = new Uint8Array(size);

  let stateNow = -1;
  let choiceNow = -1;
  const observe: EffectObserver = (effect, before, after) => {
    if (!carriedOut.has(effect)) carriedOut.set(effect, { state: stateNow, choice: choiceNow, byte: after });
    if (before !== after) changed.add(effect);
    const slot = program.slots[effect.slot - 1];
    if (slot?.kind === 'fact') told.add(slot.name);
  };
  // Entering the first decision happens before the first state.
  startState(program, observe);

  const waiting = program.decisions.map((decision) => ({
    // What this place can show by itself, then what each choice can.
    here: unseen([
      ...decision.lines.map((line) => () => used.has(line)),
      ...program.bearing.map((bearing) => () => used.has(bearing)),
    ]),
    choices: decision.choices.map((choice) =>
      unseen(shows(program, choice, { used, changed, told, withheld })),
    ),
  }));

  for (let state = 0; state < space.count; state++) {
    const position = positionOf(space, state);
    if (nearestAt[position] === -1) nearestAt[position] = state;
    const decision = program.decisions[position];
    const wait = waiting[position];
    if (!decision || !wait) continue;
    const offset = state * size;
    if (wait.here()) {
      used.add(pickVariant(decision.lines, bytes, offset));
      used.add(pickBearing(program, bytes, offset));
    }
    const to = edgeFrom[state + 1] as number;
    for (let e = edgeFrom[state] as number; e < to; e++) {
      const c = edgeChoice[e] as number;
      const choice = decision.choices[c] as CompiledChoice;
      if (!offered.has(choice)) offered.set(choice, state);
      else if (!wait.choices[c]?.()) continue;
      stateNow = state;
      choiceNow = c;
      used.add(pickVariant(choice.wordings, bytes, offset));
      carryOut(program, bytes, offset, choice, scratch, 0, observe);
      used.add(pickVariant(choice.replies, scratch, 0));
      used.add(pickBearing(program, scratch, 0));
      for (const ask of choice.asks) (scratch[ask.slot] === 1 ? told : withheld).add(ask.fact);
      const way = goOn(program, scratch, 0, choice, observe);
      if (way) used.add(way);
    }
  }
  return { nearestAt, offered, used, told, withheld, carriedOut, changed };
}

type Seen = Pick<Coverage, 'used' | 'changed' | 'told' | 'withheld'>;

/** Everything that carrying out a choice can show, as questions whether it has been seen. */
function shows(program: Program, choice: CompiledChoice, seen: Seen): (() => boolean)[] {
  const entering = choice.next.flatMap((way) => program.decisions[way.to]?.enter ?? []);
  return [
    ...[...choice.wordings, ...choice.replies, ...program.bearing, ...choice.next].map(
      (one) => () => seen.used.has(one),
    ),
    ...[...choice.effects, ...entering].map((effect) => () => seen.changed.has(effect)),
    ...choice.asks.map(
      ({ fact }) =>
        () =>
          seen.told.has(fact),
    ),
    ...choice.asks
      .filter(({ gated }) => gated)
      .map(
        ({ fact }) =>
          () =>
            seen.withheld.has(fact),
      ),
  ];
}

/** Asks whether one of the questions is still open. What has been seen stays seen, so each is asked only until then. */
function unseen(questions: readonly (() => boolean)[]): () => boolean {
  let at = 0;
  return () => {
    while (questions[at]?.()) at++;
    return at < questions.length;
  };
}
