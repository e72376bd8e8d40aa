import { hashText, shuffle } from '../../random/index.ts';
import type { CompiledChoice, CompiledDecision, Program } from '../compile/program.ts';
import type { Bearing, Competency } from '../constants.ts';
import type { ScenarioGraph } from '../schema.ts';
import { carryOut, goOn, hasPassed, isOffered, pickBearing, pickVariant, startState } from './step.ts';

/** What a learner did in a role-play: enough to replay it exactly. */
export interface RunChoices {
  /** Choice ids, in order. */
  choices: readonly string[];
  /** Orders the choices on the screen, any 32-bit number; never changes the grade. */
  seed: number;
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
  /** A choice that is not offered where it stands in the run: only those before it were replayed. */
  refused?: string;
  criticals: readonly string[];
  /** Points earned per competency. */
  points: Partial<Record<Competency, number>>;
}

/**
 * Plays a run again from the start, as far as its choices are offered. Replaying a prefix and then the rest equals
 * replaying the whole. Never throws: a choice that is not offered is given as `refused`.
 */
export function replay(program: Program<ScenarioGraph>, { choices, seed }: RunChoices): Replay {
  let next = 0;
  return play(program, seed, () => choices[next++]);
}

/**
 * Plays from the start; each choice is stepped once.
 *
 * @param pick The choice to make at a decision; asked at the ending too, where any choice is refused. The run stands
 * where it gives undefined.
 */
export function play(
  program: Program<ScenarioGraph>,
  seed: number,
  pick: (decision: CompiledDecision | undefined) => string | undefined,
): Replay {
  let state = startState(program);
  const turns: Turn[] = [];
  const states = [state];
  // Entering the first decision may tell one already.
  const facts = newFacts(program, new Uint8Array(program.size), state, []);
  const criticals = new Set<string>();
  const points: Partial<Record<Competency, number>> = {};
  for (;;) {
    const decision = program.decisions[state[0] as number];
    const id = pick(decision);
    const choice = decision?.choices.find(
      (candidate) => candidate.id === id && isOffered(candidate, state, 0),
    );
    if (decision) turns.push(meet(program, decision, state, seed, turns.length));
    if (!decision || !choice) {
      const ending = program.endings[(state[0] as number) - program.decisions.length];
      return {
        turns,
        facts,
        states,
        criticals: [...criticals],
        points,
        ...(ending ? { ending: ending.id } : {}),
        passed: !decision && hasPassed(program, state, 0),
        ...(id === undefined ? {} : { refused: id }),
      };
    }
    // The answer belongs to the state before the way on.
    const answered = new Uint8Array(program.size);
    carryOut(program, state, 0, choice, answered, 0);
    const next = answered.slice();
    goOn(program, next, 0, choice);
    turns.push({ ...(turns.pop() as Turn), taken: take(program, choice, state, answered) });
    facts.push(
      ...newFacts(
        program,
        state,
        next,
        choice.asks.map(({ fact }) => fact),
      ),
    );
    if (choice.source.critical) criticals.add(choice.source.critical);
    for (const [competency, earned] of Object.entries(choice.source.points) as [Competency, number][])
      points[competency] = (points[competency] ?? 0) + earned;
    state = next;
    states.push(state);
  }
}

/** Facts known in the second state and not in the first: those asked for in the order of asking, then the others. */
function newFacts(
  program: Program<ScenarioGraph>,
  before: Uint8Array,
  after: Uint8Array,
  asked: readonly string[],
): string[] {
  const others = program.slots.flatMap(({ kind, name }) =>
    kind === 'fact' && !asked.includes(name) ? [name] : [],
  );
  return [...new Set([...asked, ...others])].filter((fact) => {
    const at = program.slotByName.get(fact) ?? 0;
    return before[at] === 0 && after[at] === 1;
  });
}

/** How the person looks in a state. */
export function bearingOf(program: Program<ScenarioGraph>, state: Uint8Array): Bearing {
  return pickBearing(program, state, 0).is;
}

function meet(
  program: Program<ScenarioGraph>,
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

/** What a choice was answered, from the state before it and the one that `carryOut` made of it. */
function take(
  program: Program<ScenarioGraph>,
  choice: CompiledChoice,
  before: Uint8Array,
  after: Uint8Array,
): TakenChoice {
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
