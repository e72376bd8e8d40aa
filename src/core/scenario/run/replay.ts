import { ContentError } from '../../problem/index.ts';
import { hashText, shuffle } from '../../random/index.ts';
import type { CompiledChoice, CompiledDecision, Program } from '../compile/program.ts';
import type { Bearing, Competency, HelpLevel } from '../constants.ts';
import { carryOut, hasPassed, isOffered, pickBearing, pickVariant, startState, step } from './step.ts';

/** What a learner did in a role-play: enough to replay it exactly, and nothing else. */
export interface ScenarioRun {
  scenario: string;
  version: number;
  /** Orders the choices on the screen; never changes the grade. */
  seed: number;
  help: HelpLevel;
  /** Choice ids, in order. */
  choices: readonly string[];
}

/** One decision as it was met, and what was chosen there. */
export interface Turn {
  decision: string;
  /** Which line was shown. */
  line: string;
  bearing: Bearing;
  /** Choices in the order shown; struck ones were already made here. */
  offered: readonly OfferedChoice[];
  /** What was chosen; absent at the decision where the run stands. */
  taken?: TakenChoice;
}

export interface OfferedChoice {
  id: string;
  wording: string;
  struck: boolean;
  wayRound: boolean;
}

export interface TakenChoice {
  id: string;
  reply: string;
  bearing: Bearing;
  /** Facts asked for, in order, and what came of it. */
  asked: readonly { fact: string; answer: 'told' | 'withheld' | 'known' }[];
  critical?: string;
}

/** A run replayed: all turns, and where it stands. */
export interface Replay {
  turns: readonly Turn[];
  /** Facts known now, in the order in which they became known. */
  facts: readonly string[];
  /** State after each turn's choice; the first is the state of the first decision. */
  states: readonly Uint8Array[];
  ending?: string;
  /** Only at an ending. */
  passed: boolean;
  criticals: readonly string[];
  /** Points earned per competency. */
  points: Partial<Record<Competency, number>>;
}

/** A new run at the first decision. `seed` is any 32-bit number. */
export function startRun(program: Program, seed: number, help: HelpLevel): ScenarioRun {
  return { scenario: program.scenario.id, version: program.scenario.version, seed, help, choices: [] };
}

/**
 * Applies one choice and returns the next run; never changes its arguments.
 *
 * @throws {ContentError} `scenario/unknown-choice` if the current decision does not offer it.
 */
export function choose(program: Program, run: ScenarioRun, choiceId: string): ScenarioRun {
  const next = { ...run, choices: [...run.choices, choiceId] };
  replay(program, next);
  return next;
}

/**
 * Plays a run again from the start. Replaying a prefix and then the rest equals replaying the whole.
 *
 * @throws {ContentError} `scenario/unknown-choice` when a choice is not offered where it stands.
 */
export function replay(program: Program, run: Pick<ScenarioRun, 'choices' | 'seed'>): Replay {
  let state = startState(program);
  const turns: Turn[] = [];
  const states = [state];
  // Entering the first decision may tell one already.
  const facts = program.slots.flatMap((slot, i) =>
    slot.kind === 'fact' && state[i + 1] === 1 ? [slot.name] : [],
  );
  const criticals: string[] = [];
  const points: Partial<Record<Competency, number>> = {};
  for (const choiceId of run.choices) {
    const decision = program.decisions[state[0] as number];
    const choice = decision?.choices.find((candidate) => candidate.id === choiceId);
    if (!decision || !choice || !isOffered(choice, state, 0)) {
      throw new ContentError(
        'scenario/unknown-choice',
        `"${choiceId}" is not offered at ${decision ? `"${decision.id}"` : 'the ending'} of "${program.scenario.id}".`,
      );
    }
    const next = new Uint8Array(program.size);
    step(program, state, 0, choice, next, 0);
    const turn = meet(program, decision, state, run.seed, turns.length);
    turns.push({ ...turn, taken: take(program, choice, state) });
    // Those that were asked for in the order of asking, then those that came by themselves.
    const asked = choice.asks.map(({ fact }) => fact);
    const others = program.slots.flatMap(({ kind, name }) =>
      kind === 'fact' && !asked.includes(name) ? name : [],
    );
    for (const fact of [...asked, ...others]) {
      const at = program.slotByName.get(fact) ?? 0;
      if (state[at] === 0 && next[at] === 1 && !facts.includes(fact)) facts.push(fact);
    }
    if (choice.source.critical && !criticals.includes(choice.source.critical))
      criticals.push(choice.source.critical);
    for (const [competency, earned] of Object.entries(choice.source.points) as [Competency, number][]) {
      points[competency] = (points[competency] ?? 0) + earned;
    }
    state = next;
    states.push(state);
  }
  const decision = program.decisions[state[0] as number];
  const rest = { facts, states, criticals, points };
  if (decision)
    return {
      ...rest,
      turns: [...turns, meet(program, decision, state, run.seed, turns.length)],
      passed: false,
    };
  const ending = program.endings[(state[0] as number) - program.decisions.length];
  return { ...rest, turns, ...(ending ? { ending: ending.id } : {}), passed: hasPassed(program, state, 0) };
}

/** How far a run can be replayed with this program: the choices before the first that is not offered. */
export function playablePrefix(program: Program, choices: readonly string[]): string[] {
  let state = startState(program);
  const out: string[] = [];
  for (const id of choices) {
    const choice = program.decisions[state[0] as number]?.choices.find((candidate) => candidate.id === id);
    if (!choice || !isOffered(choice, state, 0)) break;
    const next = new Uint8Array(program.size);
    step(program, state, 0, choice, next, 0);
    state = next;
    out.push(id);
  }
  return out;
}

/** How the person looks in a state. */
export function bearingOf(program: Program, state: Uint8Array): Bearing {
  return pickBearing(program, state, 0).is;
}

function meet(
  program: Program,
  decision: CompiledDecision,
  state: Uint8Array,
  seed: number,
  turn: number,
): Turn {
  // At a hub the order stays the same at every visit, so that the eye finds its place again. All choices are shuffled
  // before the hidden ones are left out, so that one that appears does not move the others.
  const place = decision.hub ? decision.id : `${decision.id} ${turn}`;
  const visible = shuffle(decision.choices, seed ^ hashText(place))
    .filter((choice) => choice.when(state, 0))
    .map((choice) => ({
      id: choice.id,
      wording: pickVariant(choice.wordings, state, 0).id,
      struck: !isOffered(choice, state, 0),
      wayRound: choice.source.wayRound,
    }));
  return {
    decision: decision.id,
    line: pickVariant(decision.lines, state, 0).id,
    bearing: bearingOf(program, state),
    offered: [
      ...visible.filter((choice) => !choice.wayRound),
      ...visible.filter((choice) => choice.wayRound),
    ],
  };
}

function take(program: Program, choice: CompiledChoice, before: Uint8Array): TakenChoice {
  const after = new Uint8Array(program.size);
  carryOut(program, before, 0, choice, after, 0);
  return {
    id: choice.id,
    reply: pickVariant(choice.replies, after, 0).id,
    bearing: bearingOf(program, after),
    asked: choice.asks.map((ask) => ({
      fact: ask.fact,
      answer: before[ask.slot] === 1 ? 'known' : after[ask.slot] === 1 ? 'told' : 'withheld',
    })),
    ...(choice.source.critical ? { critical: choice.source.critical } : {}),
  };
}
