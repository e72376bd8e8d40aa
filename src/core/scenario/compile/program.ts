import type { GraphChoice, Scenario, ScenarioGraph } from '../schema.ts';

/**
 * A scenario made ready to run: names resolved, conditions and effects turned into functions on a state.
 *
 * A state is a row of bytes: byte 0 is the position (a decision, or an ending after them), the others are slots:
 * a variable (its value minus its minimum), a flag, a fact, a choice already made at a hub, a critical error.
 */
export interface Program<S extends ScenarioGraph = Scenario> {
  scenario: S;
  slots: readonly Slot[];
  /** Bytes of one state: the position and the slots, filled up with zeros to a multiple of four. */
  size: number;
  /** The state before the first decision has been entered. */
  initial: Uint8Array;
  decisions: readonly CompiledDecision[];
  endings: readonly { id: string; when: Test; reads: readonly number[] }[];
  /** Position of each decision or ending, by id. */
  positions: ReadonlyMap<string, number>;
  pass: Test;
  passReads: readonly number[];
  /** Slots of the critical errors: any of them set fails the run. */
  criticalSlots: readonly number[];
  bearing: readonly { when: Test; is: Scenario['bearing'][number]['is']; reads: readonly number[] }[];
  slotByName: ReadonlyMap<string, number>;
}

export interface Slot {
  name: string;
  kind: 'variable' | 'flag' | 'fact' | 'asked' | 'critical';
  /** Value that byte 0 stands for. */
  min: number;
  /** Greatest byte. */
  top: number;
}

export interface CompiledDecision {
  id: string;
  speaker?: string;
  hub: boolean;
  enter: readonly CompiledEffect[];
  lines: readonly CompiledVariant[];
  choices: readonly CompiledChoice[];
}

export interface CompiledChoice {
  id: string;
  source: GraphChoice;
  when: Test;
  whenReads: readonly number[];
  /** Slot that remembers that it was made at a hub; −1 elsewhere. */
  asked: number;
  effects: readonly CompiledEffect[];
  asks: readonly { fact: string; slot: number; gate: Test; gated: boolean; reads: readonly number[] }[];
  critical: number;
  wordings: readonly CompiledVariant[];
  replies: readonly CompiledVariant[];
  next: readonly { when: Test; reads: readonly number[]; to: number }[];
}

export interface CompiledVariant {
  id: string;
  when: Test;
  reads: readonly number[];
}

export interface CompiledEffect {
  text: string;
  slot: number;
  when: Test;
  /** Slots that its condition reads. */
  reads: readonly number[];
  /** Changes the byte at `at`. */
  apply: (state: Uint8Array, at: number) => void;
}

/** A condition on the state that starts at `offset`. */
export type Test = (state: Uint8Array, offset: number) => boolean;

/** Position of `next: end` while the ending is not yet known. */
export const AT_END = 255;
/** The condition of what has none. */
export const always: Test = () => true;
