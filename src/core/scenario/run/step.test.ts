import { expect, test } from 'vitest';
import { program, twoDoors } from '../../../../tests/fixtures/scenarios/sketch.ts';
import type { Program } from '../compile/program.ts';
import { replay } from './replay.ts';
import { hasPassed, startState, step } from './step.ts';

const values = (of: Program, state: Uint8Array) =>
  Object.fromEntries(of.slots.map((slot, i) => [slot.name, (state[i + 1] as number) + slot.min]));
const after = (of: Program, ...choices: string[]) =>
  values(of, replay(of, { choices, seed: 1 }).states.at(-1) as Uint8Array);

test('keeps a variable within its bounds, also below zero', () => {
  const bounded = program({
    variables: { trust: { min: -2, max: 1, start: 0 } },
    decisions: {
      first: {
        choices: {
          up: { effects: ['trust +5'] },
          down: { effects: ['trust -5'] },
          at: { effects: ['trust = -1'] },
        },
      },
    },
  });
  expect([after(bounded, 'up').trust, after(bounded, 'down').trust, after(bounded, 'at').trust]).toEqual([
    1, -2, -1,
  ]);
});

test('carries out effects in their order, each on the state the one before left', () => {
  const ordered = program({
    flags: ['informed', 'seen'],
    variables: { trust: { min: 0, max: 5, start: 1 } },
    decisions: {
      first: {
        choices: { a: { effects: ['if seen: trust = 5', 'set seen', 'if seen: trust +1', 'clear seen'] } },
      },
    },
  });
  expect(after(ordered, 'a')).toEqual({ trust: 2, informed: 0, seen: 0 });
});

test('opens a gate by the effects of the same choice, and loses nothing by asking too early', () => {
  const gated = program({
    variables: { trust: { min: 0, max: 2, start: 0 } },
    facts: { passport: { gate: 'trust >= 1' }, name: {} },
    decisions: {
      first: {
        choices: {
          early: { asks: ['passport', 'name'], next: 'first' },
          warm: { effects: ['trust +1'], asks: ['passport'] },
        },
      },
    },
  });
  expect(after(gated, 'early')).toMatchObject({ passport: 0, name: 1 });
  expect(after(gated, 'early', 'warm')).toMatchObject({ passport: 1 });
});

test('chooses the way and the ending by the state after effects and questions', () => {
  const ways = program({
    facts: { debt: {} },
    decisions: {
      first: { choices: { a: { asks: ['debt'], next: [{ when: 'debt', to: 'second' }, { to: 'end' }] } } },
      second: {
        effects: ['set informed'],
        choices: { a: {}, b: { effects: ['clear informed'] }, c: { next: 'never-asked' } },
      },
    },
    endings: [{ id: 'linked', when: 'informed' }, { id: 'never-asked' }],
  });
  const ending = (...choices: string[]) => replay(ways, { choices, seed: 1 }).ending;
  expect([ending('a', 'a'), ending('a', 'b'), ending('a', 'c')]).toEqual([
    'linked',
    'never-asked',
    'never-asked',
  ]);
});

test('carries out the effects of entering at every visit, also at the start', () => {
  const visits = program({
    variables: { distress: { min: 0, max: 9, start: 0 } },
    decisions: {
      hub: {
        hub: true,
        effects: ['distress +1'],
        choices: { a: { next: 'hub' }, b: { next: 'hub' }, out: {} },
      },
    },
  });
  expect(values(visits, startState(visits)).distress).toBe(1);
  expect(after(visits, 'a', 'b', 'out').distress).toBe(3);
});

test('answers before the next decision is entered', () => {
  const answering = program({
    bearing: [{ when: 'informed', is: 'open' }, { is: 'guarded' }],
    facts: { debt: {} },
    decisions: {
      first: {
        choices: {
          a: { replies: [{ id: 'late', when: 'informed' }, { id: 'default' }], asks: [], next: 'second' },
        },
      },
      second: {
        effects: ['set informed', 'learn debt'],
        lines: [{ id: 'later', when: 'informed' }, { id: 'default' }],
        choices: { a: {}, b: {} },
      },
    },
  });
  const [first, second] = replay(answering, { choices: ['a'], seed: 1 }).turns;
  expect(first?.taken).toMatchObject({ reply: 'default', bearing: 'guarded' });
  expect(second).toMatchObject({ line: 'later', bearing: 'open' });
});

test('does not pass after a critical error, whatever the outcome', () => {
  const doors = twoDoors();
  const passes = (...choices: string[]) =>
    hasPassed(doors, replay(doors, { choices, seed: 1 }).states.at(-1) as Uint8Array, 0);
  expect(passes('talk-alone', 'papers', 'tell-her-rights')).toBe(true);
  expect(passes('ask-here', 'papers', 'tell-her-rights')).toBe(false);
  const lenient = program({
    critical: ['broke-trust'],
    pass: 'informed',
    decisions: { first: { choices: { a: { critical: 'broke-trust', effects: ['set informed'] } } } },
  });
  expect(replay(lenient, { choices: ['a'], seed: 1 })).toMatchObject({
    passed: false,
    criticals: ['broke-trust'],
  });
});

test('reads one row of a table of states and writes another, and touches nothing else', () => {
  const doors = twoDoors();
  const table = new Uint8Array(doors.size * 3).fill(9);
  table.set(startState(doors), doors.size);
  const choice = doors.decisions[0]?.choices[0];
  if (choice) step(doors, table, doors.size, choice, table, 0);
  expect(table.subarray(doors.size, 2 * doors.size)).toEqual(startState(doors));
  expect(table.subarray(2 * doors.size).every((byte) => byte === 9)).toBe(true);
  expect(table.subarray(0, doors.size)).toEqual(
    replay(doors, { choices: ['talk-alone'], seed: 1 }).states[1],
  );
});
