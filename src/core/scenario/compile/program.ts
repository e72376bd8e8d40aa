import { ContentError, didYouMean, type Problem } from '../../problem/index.ts';
import type { Choice, Scenario } from '../schema.ts';
import { type Condition, type Effect, parseCondition, parseEffect, RESERVED_WORDS } from './expressions.ts';

/**
 * A scenario made ready to run: names resolved, conditions and effects turned into functions on a state.
 *
 * A state is a row of bytes: byte 0 is the position (a decision, or an ending after them), the others are slots:
 * a variable (its value minus its minimum), a flag, a fact, a choice already made at a hub, a critical error.
 */
export interface Program {
  scenario: Scenario;
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
  source: Choice;
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
const always: Test = () => true;

/**
 * Turns a scenario into a program.
 *
 * @throws {ContentError} when a name is unknown; `compileChecked` lists all of them for authors.
 */
export function compileScenario(scenario: Scenario): Program {
  const { program, problems } = compileChecked(scenario);
  const first = problems[0];
  if (first) throw new ContentError(first.code, `${first.place.join('.')}: ${first.what}`);
  return program;
}

/** The program and every unknown name, unreadable condition and wrong bound. Run the program only when there is none. */
export function compileChecked(scenario: Scenario): { program: Program; problems: Problem[] } {
  const problems: Problem[] = [];
  const report = (code: string, place: Problem['place'], what: string, mend: string) => {
    problems.push({ code: `scenario/${code}`, place, what, mend });
  };

  const slots: Slot[] = [];
  const slotByName = new Map<string, number>();
  const addSlot = (slot: Slot, place: Problem['place']) => {
    if (RESERVED_WORDS.includes(slot.name)) {
      report(
        'reserved-name',
        place,
        `"${slot.name}" is a word of the conditions, so nothing can be called so.`,
        `Rename it, for example to "is-${slot.name}".`,
      );
    }
    if (slotByName.has(slot.name)) {
      report(
        'double-name',
        place,
        `"${slot.name}" is the name of two things.`,
        'Variables, flags, facts and critical errors share one list of names; rename one.',
      );
    }
    slots.push(slot);
    // Byte 0 is the position, so slot n stands at byte n + 1; `at` below is that byte.
    slotByName.set(slot.name, slots.length);
  };
  for (const [name, { min, max, start }] of Object.entries(scenario.variables)) {
    if (!(min <= start && start <= max && max - min <= 200)) {
      const wide = min <= start && start <= max;
      report(
        'bad-bounds',
        ['variables', name],
        wide
          ? `${name} takes ${max - min + 1} values.`
          : `${name} starts at ${start}, outside ${min} to ${max}.`,
        wide ? 'Give it at most 201; fewer than ten are enough.' : 'Give it min ≤ start ≤ max.',
      );
    }
    addSlot({ name, kind: 'variable', min, top: max - min }, ['variables', name]);
  }
  scenario.flags.forEach((name, i) => {
    addSlot({ name, kind: 'flag', min: 0, top: 1 }, ['flags', i]);
  });
  for (const name of Object.keys(scenario.facts))
    addSlot({ name, kind: 'fact', min: 0, top: 1 }, ['facts', name]);
  scenario.critical.forEach((name, i) => {
    addSlot({ name, kind: 'critical', min: 0, top: 1 }, ['critical', i]);
  });

  const decisionIds = Object.keys(scenario.decisions);
  const positions = new Map<string, number>();
  for (const id of [...decisionIds, ...scenario.endings.map((ending) => ending.id)]) {
    if (positions.has(id) || id === 'end') {
      report(
        'double-id',
        ['decisions', id],
        `"${id}" names two places${id === 'end' ? ': the word "end" is taken' : ''}.`,
        'Give decisions and endings different ids.',
      );
    }
    positions.set(id, positions.size);
  }
  if (positions.size >= AT_END)
    report('too-many', [], 'More than 254 decisions and endings.', 'Split the scenario.');
  for (const [decisionId, decision] of Object.entries(scenario.decisions)) {
    if (!decision.hub) continue;
    for (const choiceId of Object.keys(decision.choices))
      addSlot({ name: askedName(decisionId, choiceId), kind: 'asked', min: 0, top: 1 }, [
        'decisions',
        decisionId,
        'choices',
        choiceId,
      ]);
  }

  const names = () => [...slotByName.keys()].filter((name) => !name.includes('/'));
  const slotOf = (
    name: string,
    kinds: readonly Slot['kind'][],
    place: Problem['place'],
    what: string,
  ): number => {
    const at = slotByName.get(name);
    const slot = at === undefined ? undefined : slots[at - 1];
    if (at === undefined || !slot || !kinds.includes(slot.kind)) {
      report(
        'unknown-name',
        place,
        `"${name}" is no ${what}.`,
        `${didYouMean(name, names())}Otherwise declare it at the top.`,
      );
      return 0;
    }
    return at;
  };

  /** Compiles a tree and collects the bytes it reads. */
  const test = (tree: Condition, place: Problem['place'], decision: string, reads: Set<number>): Test => {
    switch (tree.kind) {
      case 'compare': {
        const at = slotOf(tree.variable, ['variable'], place, 'variable');
        reads.add(at);
        const min = slots[at - 1]?.min ?? 0;
        const value = tree.value - min;
        const top = slots[at - 1]?.top ?? 0;
        if (at > 0 && (value < 0 || value > top)) {
          report(
            'out-of-bounds',
            place,
            `${tree.variable} never is ${tree.value}: it goes from ${min} to ${min + top}.`,
            'Compare with a number inside the bounds.',
          );
        }
        switch (tree.operator) {
          case '>=':
            return (s, o) => (s[o + at] as number) >= value;
          case '<=':
            return (s, o) => (s[o + at] as number) <= value;
          case '>':
            return (s, o) => (s[o + at] as number) > value;
          case '<':
            return (s, o) => (s[o + at] as number) < value;
          case '=':
            return (s, o) => s[o + at] === value;
          default:
            return (s, o) => s[o + at] !== value;
        }
      }
      case 'name': {
        const at = slotOf(tree.name, ['flag', 'fact', 'critical'], place, 'flag, fact or critical error');
        reads.add(at);
        return (s, o) => s[o + at] === 1;
      }
      case 'asked': {
        const at = slotByName.get(askedName(decision, tree.choice)) ?? 0;
        if (at === 0) {
          report(
            'unknown-name',
            place,
            `"asked ${tree.choice}" names no choice of a hub here.`,
            'Only a decision with "hub: true" remembers what was asked, and only its own choices can be named there.',
          );
        }
        reads.add(at);
        return (s, o) => s[o + at] === 1;
      }
      case 'not': {
        const inner = test(tree.of, place, decision, reads);
        return (s, o) => !inner(s, o);
      }
      case 'and': {
        const left = test(tree.left, place, decision, reads);
        const right = test(tree.right, place, decision, reads);
        return (s, o) => left(s, o) && right(s, o);
      }
      case 'or': {
        const left = test(tree.left, place, decision, reads);
        const right = test(tree.right, place, decision, reads);
        return (s, o) => left(s, o) || right(s, o);
      }
    }
  };
  const condition = (
    text: string | undefined,
    place: Problem['place'],
    decision = '',
  ): { when: Test; reads: number[] } => {
    if (text === undefined) return { when: always, reads: [] };
    try {
      const reads = new Set<number>();
      const when = test(parseCondition(text), place, decision, reads);
      return { when, reads: [...reads] };
    } catch (error) {
      report(
        'bad-condition',
        place,
        unreadable(error),
        'Mend the condition; scenarios/README.md shows the forms.',
      );
      return { when: always, reads: [] };
    }
  };
  const effect = (text: string, place: Problem['place'], decision: string): CompiledEffect => {
    let tree: Effect;
    try {
      tree = parseEffect(text);
    } catch (error) {
      report('bad-effect', place, unreadable(error), 'Mend the effect; scenarios/README.md shows the forms.');
      return { text, slot: 0, when: always, reads: [], apply: () => {} };
    }
    const reads = new Set<number>();
    const when = tree.when ? test(tree.when, place, decision, reads) : always;
    const rest = { text, when, reads: [...reads] };
    switch (tree.kind) {
      case 'add': {
        const slot = slotOf(tree.variable, ['variable'], place, 'variable');
        const top = slots[slot - 1]?.top ?? 0;
        const by = tree.by;
        return {
          ...rest,
          slot,
          apply: (s, at) => {
            s[at] = Math.min(top, Math.max(0, (s[at] as number) + by));
          },
        };
      }
      case 'assign': {
        const slot = slotOf(tree.variable, ['variable'], place, 'variable');
        const value = tree.value - (slots[slot - 1]?.min ?? 0);
        if (slot > 0 && (value < 0 || value > (slots[slot - 1]?.top ?? 0))) {
          report(
            'out-of-bounds',
            place,
            `${tree.variable} cannot be ${tree.value}.`,
            'Assign a number inside the bounds.',
          );
        }
        return {
          ...rest,
          slot,
          apply: (s, at) => {
            s[at] = value;
          },
        };
      }
      case 'learn': {
        const slot = slotOf(tree.fact, ['fact'], place, 'fact');
        return {
          ...rest,
          slot,
          apply: (s, at) => {
            s[at] = 1;
          },
        };
      }
      default: {
        const slot = slotOf(tree.flag, ['flag'], place, 'flag');
        const value = tree.kind === 'set' ? 1 : 0;
        return {
          ...rest,
          slot,
          apply: (s, at) => {
            s[at] = value;
          },
        };
      }
    }
  };
  const variants = (
    list: readonly { id: string; when?: string | undefined }[] | undefined,
    place: Problem['place'],
    decision: string,
  ): CompiledVariant[] => {
    const all = list && list.length > 0 ? list : [{ id: 'default' }];
    all.forEach((variant, i) => {
      const last = i === all.length - 1;
      if (last && variant.when !== undefined) {
        report(
          'no-last-variant',
          [...place, i],
          `"${variant.id}" is the last and has a condition, so nothing may be left to show.`,
          'End the list with one that has no "when".',
        );
      }
      if (!last && variant.when === undefined) {
        report(
          'hidden-variant',
          [...place, i],
          `"${variant.id}" has no condition, so those after it are never used.`,
          'Give it a "when" or put it last.',
        );
      }
    });
    return all.map((variant, i) => ({
      id: variant.id,
      ...condition(variant.when, [...place, i, 'when'], decision),
    }));
  };
  const goal = (to: string, place: Problem['place']): number => {
    if (to === 'end') return AT_END;
    const position = positions.get(to);
    if (position === undefined) {
      report(
        'unknown-decision',
        place,
        `Goes to "${to}", but there is no such decision or ending.`,
        `${didYouMean(to, positions.keys())}Otherwise add the decision or name an ending.`,
      );
      return AT_END;
    }
    return position;
  };

  // Once per fact, so that a wrong gate is reported once, also when nothing asks for the fact.
  const gates = new Map(
    Object.entries(scenario.facts).map(([fact, { gate }]) => [
      fact,
      condition(gate, ['facts', fact, 'gate']),
    ]),
  );

  const decisions: CompiledDecision[] = decisionIds.map((decisionId) => {
    const decision = scenario.decisions[decisionId] as Scenario['decisions'][string];
    const here = ['decisions', decisionId];
    if (decision.speaker !== undefined && !Object.hasOwn(scenario.people, decision.speaker)) {
      report(
        'unknown-person',
        [...here, 'speaker'],
        `"${decision.speaker}" is none of the people.`,
        `${didYouMean(decision.speaker, Object.keys(scenario.people))}Otherwise add the person.`,
      );
    }
    const choices: CompiledChoice[] = Object.entries(decision.choices).map(([choiceId, choice]) => {
      const place = [...here, 'choices', choiceId];
      const offered = condition(choice.when, [...place, 'when'], decisionId);
      const ways = typeof choice.next === 'string' ? [{ to: choice.next }] : choice.next;
      if (typeof choice.next !== 'string' && ways.at(-1) && 'when' in (ways.at(-1) as object)) {
        report(
          'no-last-way',
          [...place, 'next'],
          'The last way has a condition, so there may be no way on.',
          'End the list with a way that has no "when".',
        );
      }
      ways.slice(0, -1).forEach((way, i) => {
        if ('when' in way && way.when !== undefined) return;
        report(
          'hidden-way',
          [...place, 'next', i],
          `The way to "${way.to}" has no condition, so those after it are never taken.`,
          'Give it a "when" or put it last.',
        );
      });
      if (choice.rating === 'harmful' && Object.values(choice.points).some((points) => points > 0)) {
        report(
          'points-for-harm',
          [...place, 'points'],
          'A harmful choice earns points.',
          'Remove the points or rate it otherwise.',
        );
      }
      return {
        id: choiceId,
        source: choice,
        when: offered.when,
        whenReads: offered.reads,
        asked: decision.hub ? (slotByName.get(askedName(decisionId, choiceId)) ?? -1) : -1,
        effects: choice.effects.map((text, i) => effect(text, [...place, 'effects', i], decisionId)),
        asks: choice.asks.map((fact, i) => {
          const slot = slotOf(fact, ['fact'], [...place, 'asks', i], 'fact');
          const gate = gates.get(fact);
          return {
            fact,
            slot,
            gate: gate?.when ?? always,
            gated: scenario.facts[fact]?.gate !== undefined,
            reads: gate?.reads ?? [],
          };
        }),
        critical:
          choice.critical === undefined
            ? -1
            : slotOf(choice.critical, ['critical'], [...place, 'critical'], 'critical error'),
        wordings: variants(choice.wordings, [...place, 'wordings'], decisionId),
        replies: variants(choice.replies, [...place, 'replies'], decisionId),
        next: ways.map((way, i) => ({
          ...condition('when' in way ? way.when : undefined, [...place, 'next', i, 'when'], decisionId),
          to: goal(way.to, [...place, 'next']),
        })),
      };
    });
    return {
      id: decisionId,
      ...(decision.speaker === undefined ? {} : { speaker: decision.speaker }),
      hub: decision.hub,
      enter: decision.effects.map((text, i) => effect(text, [...here, 'effects', i], decisionId)),
      lines: variants(decision.lines, [...here, 'lines'], decisionId),
      choices,
    };
  });

  if (!Object.hasOwn(scenario.people, scenario.focus)) {
    report(
      'unknown-person',
      ['focus'],
      `"${scenario.focus}" is none of the people.`,
      'Name one of the people.',
    );
  }
  const start = positions.get(scenario.start) ?? 0;
  if (!Object.hasOwn(scenario.decisions, scenario.start)) {
    report(
      'unknown-decision',
      ['start'],
      `Starts at "${scenario.start}", but there is no such decision.`,
      didYouMean(scenario.start, decisionIds).trim() || 'Name a decision.',
    );
  }
  const size = 4 * Math.ceil((slots.length + 1) / 4);
  const initial = new Uint8Array(size);
  initial[0] = start;
  slots.forEach((slot, i) => {
    const variable = scenario.variables[slot.name];
    if (slot.kind === 'variable' && variable) initial[i + 1] = variable.start - slot.min;
  });
  const pass = condition(scenario.pass, ['pass']);
  const last = scenario.endings.at(-1);
  if (last?.when !== undefined) {
    report(
      'no-last-ending',
      ['endings', scenario.endings.length - 1],
      `"${last.id}" is the last ending and has a condition, so a run may have none.`,
      'Put an ending without "when" last.',
    );
  }

  const lastBearing = scenario.bearing.at(-1);
  if (lastBearing?.when !== undefined) {
    report(
      'no-last-bearing',
      ['bearing', scenario.bearing.length - 1],
      `"${lastBearing.is}" is the last bearing and has a condition, so a person may have none.`,
      'Put a bearing without "when" last.',
    );
  }

  return {
    problems,
    program: {
      scenario,
      slots,
      size,
      initial,
      decisions,
      endings: scenario.endings.map((ending, i) => ({
        id: ending.id,
        ...condition(ending.when, ['endings', i, 'when']),
      })),
      positions,
      pass: pass.when,
      passReads: pass.reads,
      criticalSlots: scenario.critical.map((name) => slotByName.get(name) ?? 0),
      bearing: scenario.bearing.map((bearing, i) => ({
        ...condition(bearing.when, ['bearing', i, 'when']),
        is: bearing.is,
      })),
      slotByName,
    },
  };
}

/** What a parser said, without the code that the problem carries by itself. */
function unreadable(error: unknown): string {
  if (!(error instanceof ContentError)) throw error;
  return error.message.replace(` [${error.code}]`, '');
}

/** Name of the slot that remembers a choice made at a hub. The slash keeps it apart from authors' names. */
function askedName(decision: string, choice: string): string {
  return `${decision}/${choice}`;
}
