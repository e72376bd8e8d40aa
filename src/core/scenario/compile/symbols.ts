import { didYouMean, type Problem } from '../../problem/index.ts';
import type { ScenarioGraph } from '../schema.ts';
import { RESERVED_WORDS } from './parse.ts';
import { AT_END, type Slot } from './program.ts';

/** Notes a problem; `code` without the prefix `scenario/`. */
export type Report = (code: string, place: Problem['place'], what: string, mend: string) => void;

/** Every name of a scenario, and which byte or position it stands for. */
export interface Symbols {
  slots: readonly Slot[];
  /** Byte of each slot, by its name. Byte 0 is the position, so slot n stands at byte n + 1. */
  slotByName: ReadonlyMap<string, number>;
  /** Position of each decision or ending, by id. */
  positions: ReadonlyMap<string, number>;
  /** The slot at a byte; undefined for byte 0. */
  slotAt(byte: number): Slot | undefined;
  /** Byte of a name, which must be of one of the kinds; else 0, and a problem is reported. `what`: the kinds in words. */
  byteOf(name: string, kinds: readonly Slot['kind'][], place: Problem['place'], what: string): number;
  /** Byte that remembers a choice of a hub; 0 when there is none. */
  askedByte(decision: string, choice: string): number;
  /** Position of a decision or ending, `AT_END` for `end`; else `AT_END`, and a problem is reported. */
  positionOf(to: string, place: Problem['place']): number;
}

/** Collects the names of a scenario and reports those that clash, are reserved or have impossible bounds. */
export function collectSymbols(scenario: ScenarioGraph, report: Report): Symbols {
  const slots: Slot[] = [];
  const slotByName = new Map<string, number>();
  const addSlot = (slot: Slot, place: Problem['place']) => {
    if (RESERVED_WORDS.includes(slot.name))
      report(
        'reserved-name',
        place,
        `"${slot.name}" is a word of the conditions, so nothing can be called so.`,
        `Rename it, for example to "is-${slot.name}".`,
      );
    if (slotByName.has(slot.name))
      report(
        'double-name',
        place,
        `"${slot.name}" is the name of two things.`,
        'Variables, flags, facts and critical errors share one list of names; rename one.',
      );
    slots.push(slot);
    slotByName.set(slot.name, slots.length);
  };
  for (const [name, { min, max, start }] of Object.entries(scenario.variables)) {
    reportBounds(name, min, max, start, report);
    addSlot({ name, kind: 'variable', min, top: max - min }, ['variables', name]);
  }
  const yesOrNo = { min: 0, top: 1 };
  scenario.flags.forEach((name, i) => {
    addSlot({ name, kind: 'flag', ...yesOrNo }, ['flags', i]);
  });
  for (const name of Object.keys(scenario.facts))
    addSlot({ name, kind: 'fact', ...yesOrNo }, ['facts', name]);
  scenario.critical.forEach((name, i) => {
    addSlot({ name, kind: 'critical', ...yesOrNo }, ['critical', i]);
  });
  const positions = collectPositions(scenario, report);
  for (const [decisionId, decision] of Object.entries(scenario.decisions)) {
    if (!decision.hub) continue;
    for (const choiceId of Object.keys(decision.choices))
      addSlot({ name: askedName(decisionId, choiceId), kind: 'asked', ...yesOrNo }, [
        'decisions',
        decisionId,
        'choices',
        choiceId,
      ]);
  }

  const slotAt = (byte: number) => slots[byte - 1];
  return {
    slots,
    slotByName,
    positions,
    slotAt,
    byteOf: (name, kinds, place, what) => {
      const byte = slotByName.get(name) ?? 0;
      const slot = slotAt(byte);
      if (slot && kinds.includes(slot.kind)) return byte;
      const named = slots.filter(({ kind }) => kinds.includes(kind)).map((other) => other.name);
      report(
        'unknown-name',
        place,
        `There is no ${what} called "${name}".`,
        didYouMean(name, named, 'declare it at the top of the file'),
      );
      return 0;
    },
    askedByte: (decision, choice) => slotByName.get(askedName(decision, choice)) ?? 0,
    positionOf: (to, place) => {
      const position = to === 'end' ? AT_END : positions.get(to);
      if (position !== undefined) return position;
      report(
        'unknown-decision',
        place,
        `Goes to "${to}", but there is no such decision or ending.`,
        didYouMean(to, positions.keys(), 'add the decision or name an ending'),
      );
      return AT_END;
    },
  };
}

function reportBounds(name: string, min: number, max: number, start: number, report: Report): void {
  if (!(min <= start && start <= max))
    report(
      'bad-bounds',
      ['variables', name],
      `${name} starts at ${start}, outside ${min} to ${max}.`,
      'Give it min ≤ start ≤ max.',
    );
  else if (max - min > 200)
    report(
      'bad-bounds',
      ['variables', name],
      `${name} takes ${max - min + 1} values.`,
      'Give it at most 201; fewer than ten are enough.',
    );
}

/** Decisions first, in the order of the file, then endings. */
function collectPositions(scenario: ScenarioGraph, report: Report): Map<string, number> {
  const positions = new Map<string, number>();
  for (const id of [...Object.keys(scenario.decisions), ...scenario.endings.map((ending) => ending.id)]) {
    if (positions.has(id) || id === 'end')
      report(
        'double-id',
        ['decisions', id],
        `"${id}" names two places${id === 'end' ? ': the word "end" is taken' : ''}.`,
        'Give decisions and endings different ids.',
      );
    positions.set(id, positions.size);
  }
  if (positions.size >= AT_END)
    report(
      'too-many',
      [],
      `${positions.size} decisions and endings; a byte holds 254.`,
      'Split the scenario.',
    );
  return positions;
}

/** Name of the slot that remembers a choice made at a hub. The slash keeps it apart from authors' names. */
function askedName(decision: string, choice: string): string {
  return `${decision}/${choice}`;
}
