import { ContentError, type Problem } from '../../problem/index.ts';
import type { GraphChoice, Scenario, ScenarioGraph } from '../schema.ts';
import { checkStructure } from './checks.ts';
import { type CompiledCondition, Expressions } from './expressions.ts';
import type { CompiledChoice, CompiledDecision, CompiledVariant, Program } from './program.ts';
import { collectSymbols, type Report, type Symbols } from './symbols.ts';

const programs = new WeakMap<ScenarioGraph, Program<ScenarioGraph>>();

/**
 * Turns a scenario into a program. The same scenario object gives the same program, compiled once.
 *
 * @throws {ContentError} when a name is unknown; `compileChecked` lists all problems for authors.
 */
export function compileScenario<S extends ScenarioGraph>(scenario: S): Program<S> {
  const known = programs.get(scenario);
  // Kept under the very object it was made from.
  if (known) return known as Program<S>;
  const { program, problems } = compileChecked(scenario);
  const first = problems[0];
  if (first) throw new ContentError(first.code, `${first.place.join('.')}: ${first.what}`);
  programs.set(scenario, program);
  return program;
}

/** The program and every unknown name, unreadable condition and wrong bound. Run the program only when there is none. */
export function compileChecked<S extends ScenarioGraph>(
  scenario: S,
): { program: Program<S>; problems: Problem[] } {
  const problems: Problem[] = [];
  const report: Report = (code, place, what, mend) => {
    problems.push({ code: `scenario/${code}`, place, what, mend });
  };
  const symbols = collectSymbols(scenario, report);
  const expressions = new Expressions(symbols, report);
  checkStructure(scenario, report);
  // Once per fact, so that a wrong gate is reported once, also when nothing asks for the fact.
  const gates = new Map(
    Object.entries(scenario.facts).map(([fact, { gate }]) => [
      fact,
      { ...expressions.condition(gate, ['facts', fact, 'gate']), gated: gate !== undefined },
    ]),
  );
  const decisions = Object.entries(scenario.decisions).map(([id, decision]): CompiledDecision => {
    const here = ['decisions', id];
    return {
      id,
      ...(decision.speaker === undefined ? {} : { speaker: decision.speaker }),
      hub: decision.hub,
      enter: decision.effects.map((text, i) => expressions.effect(text, [...here, 'effects', i], id)),
      lines: compileVariants(decision.lines, [...here, 'lines'], id, expressions),
      choices: Object.entries(decision.choices).map(([choiceId, choice]) =>
        compileChoice(
          choice,
          { decision: id, id: choiceId, isHub: decision.hub },
          { symbols, expressions, gates },
        ),
      ),
    };
  });
  const pass = expressions.condition(scenario.pass, ['pass']);
  const initial = initialState(scenario, symbols);
  return {
    problems,
    program: {
      scenario,
      slots: symbols.slots,
      size: initial.length,
      initial,
      decisions,
      endings: scenario.endings.map(({ id, when }, i) => ({
        id,
        ...expressions.condition(when, ['endings', i, 'when']),
      })),
      positions: symbols.positions,
      pass: pass.when,
      passReads: pass.reads,
      criticalSlots: scenario.critical.map((name) => symbols.slotByName.get(name) ?? 0),
      // A graph without bearings is only replayed: whatever a portrait would show, nobody sees it.
      bearing: (scenario.bearing ?? [{ is: 'guarded' } as Scenario['bearing'][number]]).map(
        ({ is, when }, i) => ({
          ...expressions.condition(when, ['bearing', i, 'when']),
          is,
        }),
      ),
      slotByName: symbols.slotByName,
    },
  };
}

interface Parts {
  symbols: Symbols;
  expressions: Expressions;
  /** Gate of each fact; `gated`: whether the author wrote one. */
  gates: ReadonlyMap<string, CompiledCondition & { gated: boolean }>;
}

function compileChoice(
  choice: GraphChoice,
  { decision, id, isHub }: { decision: string; id: string; isHub: boolean },
  { symbols, expressions, gates }: Parts,
): CompiledChoice {
  const place = ['decisions', decision, 'choices', id];
  const offered = expressions.condition(choice.when, [...place, 'when'], decision);
  const ways = typeof choice.next === 'string' ? [{ to: choice.next, when: undefined }] : choice.next;
  return {
    id,
    source: choice,
    when: offered.when,
    whenReads: offered.reads,
    asked: isHub ? symbols.askedByte(decision, id) : -1,
    effects: choice.effects.map((text, i) => expressions.effect(text, [...place, 'effects', i], decision)),
    asks: choice.asks.map((fact, i) => {
      const slot = symbols.byteOf(fact, ['fact'], [...place, 'asks', i], 'fact');
      const { when: gate, ...rest } = gates.get(fact) ?? {
        ...expressions.condition(undefined, []),
        gated: false,
      };
      return { fact, slot, gate, ...rest };
    }),
    critical:
      choice.critical === undefined
        ? -1
        : symbols.byteOf(choice.critical, ['critical'], [...place, 'critical'], 'critical error'),
    wordings: compileVariants(choice.wordings, [...place, 'wordings'], decision, expressions),
    replies: compileVariants(choice.replies, [...place, 'replies'], decision, expressions),
    next: ways.map(({ to, when }, i) => ({
      ...expressions.condition(when, [...place, 'next', i, 'when'], decision),
      to: symbols.positionOf(to, [...place, 'next']),
    })),
  };
}

/** A list of variants; where there is none, the one called `default`. */
function compileVariants(
  list: readonly { id: string; when?: string | undefined }[] = [],
  place: Problem['place'],
  decision: string,
  expressions: Expressions,
): CompiledVariant[] {
  const all = list.length > 0 ? list : [{ id: 'default' }];
  return all.map((variant, i) => ({
    id: variant.id,
    ...expressions.condition(variant.when, [...place, i, 'when'], decision),
  }));
}

/** The bytes before the first decision is entered: its position, and what variables start with. */
function initialState(scenario: ScenarioGraph, { slots, positions }: Symbols): Uint8Array {
  const bytes = new Uint8Array(4 * Math.ceil((slots.length + 1) / 4));
  bytes[0] = positions.get(scenario.start) ?? 0;
  slots.forEach(({ name, kind, min }, i) => {
    const variable = scenario.variables[name];
    if (kind === 'variable' && variable) bytes[i + 1] = variable.start - min;
  });
  return bytes;
}
