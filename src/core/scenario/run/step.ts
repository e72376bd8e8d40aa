import {
  AT_END,
  type CompiledChoice,
  type CompiledEffect,
  type CompiledVariant,
  type Program,
} from '../compile/program.ts';
import type { ScenarioGraph } from '../schema.ts';

/** Told of every effect that is carried out, with the byte before and after. */
export type EffectObserver = (effect: CompiledEffect, before: number, after: number) => void;

/**
 * Carries out one choice: its effects, its questions, the way on, the effects of entering the next place.
 *
 * The player, the proof and the replay of an old run all go through this function, so what the build proves is what
 * the learner gets. States are read from `from` at `fromOffset` and written to `to` at `toOffset`; the two may not overlap.
 */
export function step(
  program: Program<ScenarioGraph>,
  from: Uint8Array,
  fromOffset: number,
  choice: CompiledChoice,
  to: Uint8Array,
  toOffset: number,
  observe?: EffectObserver,
): void {
  carryOut(program, from, fromOffset, choice, to, toOffset, observe);
  goOn(program, to, toOffset, choice, observe);
}

/**
 * The first half of `step`: the effects and the questions of a choice, before the way on. The person's answer belongs
 * to this state, not to the one after the next decision has been entered.
 */
export function carryOut(
  program: Program<ScenarioGraph>,
  from: Uint8Array,
  fromOffset: number,
  choice: CompiledChoice,
  to: Uint8Array,
  toOffset: number,
  observe?: EffectObserver,
): void {
  for (let i = 0; i < program.size; i++) to[toOffset + i] = from[fromOffset + i] as number;
  runEffects(choice.effects, to, toOffset, observe);
  for (const ask of choice.asks) {
    if (ask.gate(to, toOffset)) to[toOffset + ask.slot] = 1;
  }
  if (choice.asked >= 0) to[toOffset + choice.asked] = 1;
  if (choice.critical >= 0) to[toOffset + choice.critical] = 1;
}

/**
 * The second half of `step`: the first way whose condition holds, and the effects of entering where it leads.
 *
 * @returns The way taken.
 */
export function goOn(
  program: Program<ScenarioGraph>,
  state: Uint8Array,
  offset: number,
  choice: CompiledChoice,
  observe?: EffectObserver,
): CompiledChoice['next'][number] | undefined {
  for (const way of choice.next) {
    if (!way.when(state, offset)) continue;
    enter(program, state, offset, way.to, observe);
    return way;
  }
  return undefined;
}

/** Puts the state at a place and carries out the effects of entering it; `AT_END` looks for the ending that fits. */
export function enter(
  program: Program<ScenarioGraph>,
  state: Uint8Array,
  offset: number,
  position: number,
  observe?: EffectObserver,
): void {
  if (position === AT_END) {
    const ending = program.endings.findIndex((candidate) => candidate.when(state, offset));
    state[offset] = program.decisions.length + ending;
    return;
  }
  state[offset] = position;
  const decision = program.decisions[position];
  if (decision) runEffects(decision.enter, state, offset, observe);
}

/** The state in which the first decision is met. */
export function startState(program: Program<ScenarioGraph>, observe?: EffectObserver): Uint8Array {
  const state = Uint8Array.from(program.initial);
  enter(program, state, 0, state[0] as number, observe);
  return state;
}

/** Whether a choice can be made now: its condition holds and it was not yet made at this hub. */
export function isOffered(choice: CompiledChoice, state: Uint8Array, offset: number): boolean {
  return (choice.asked < 0 || state[offset + choice.asked] === 0) && choice.when(state, offset);
}

/** Whether the run has passed, at an ending: the outcome holds and no critical error was made. */
export function hasPassed(program: Program<ScenarioGraph>, state: Uint8Array, offset: number): boolean {
  return program.pass(state, offset) && !program.criticalSlots.some((slot) => state[offset + slot] === 1);
}

/** The variant to use: the first whose condition holds. */
export function pickVariant(
  variants: readonly CompiledVariant[],
  state: Uint8Array,
  offset: number,
): CompiledVariant {
  return variants.find((variant) => variant.when(state, offset)) ?? (variants.at(-1) as CompiledVariant);
}

/** How the person looks: the first bearing whose condition holds, the last when none does. */
export function pickBearing(
  program: Program<ScenarioGraph>,
  state: Uint8Array,
  offset: number,
): Program['bearing'][number] {
  return (
    program.bearing.find((bearing) => bearing.when(state, offset)) ??
    (program.bearing.at(-1) as Program['bearing'][number])
  );
}

function runEffects(
  effects: readonly CompiledEffect[],
  state: Uint8Array,
  offset: number,
  observe?: EffectObserver,
): void {
  for (const effect of effects) {
    if (!effect.when(state, offset)) continue;
    const at = offset + effect.slot;
    const before = state[at] as number;
    effect.apply(state, at);
    observe?.(effect, before, state[at] as number);
  }
}
