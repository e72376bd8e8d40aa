import { expect, test } from 'vitest';
import { program, twoDoors } from '../../../../tests/fixtures/scenarios/sketch.ts';
import { replay } from './replay.ts';

const doors = twoDoors();

test('starts at the first decision', () => {
  expect(replay(doors, { choices: [], seed: 7 })).toMatchObject({
    turns: [{ decision: 'hallway', bearing: 'guarded' }],
    facts: [],
    passed: false,
  });
});

test('stops before a choice that is unknown, hidden, struck out or after the end, and names it', () => {
  const hub = program({
    decisions: { hub: { hub: true, choices: { once: { next: 'hub' }, shy: { when: 'informed' }, out: {} } } },
  });
  const at = (...choices: string[]) => replay(hub, { choices, seed: 1 });
  expect(at('nothing')).toEqual({ ...at(), refused: 'nothing' });
  expect(at('shy', 'out')).toEqual({ ...at(), refused: 'shy' });
  expect(at('once', 'once', 'out')).toEqual({ ...at('once'), refused: 'once' });
  expect(at('out', 'out')).toEqual({ ...at('out'), refused: 'out' });
  for (const whole of [at(), at('once'), at('out')]) expect(whole).not.toHaveProperty('refused');
});

test('steps each choice once', () => {
  let effects = 0;
  const counted: typeof doors = {
    ...doors,
    decisions: doors.decisions.map((decision) => ({
      ...decision,
      choices: decision.choices.map((choice) => ({
        ...choice,
        effects: [{ text: '', slot: 0, reads: [], when: () => true, apply: () => effects++ }],
      })),
    })),
  };
  const { turns } = replay(counted, { choices: ['talk-alone', 'papers', 'tell-her-rights'], seed: 1 });
  expect(turns).toHaveLength(3);
  expect(effects).toBe(3);
});

test('tells what was asked and what came of it', () => {
  const run = (...choices: string[]) => replay(doors, { choices, seed: 1 });
  expect(run('talk-alone', 'papers').turns[1]?.taken).toEqual({
    id: 'papers',
    reply: 'default',
    bearing: 'listening',
    asked: [{ fact: 'passport', answer: 'told' }],
  });
  expect(run('ask-here', 'papers')).toMatchObject({
    facts: [],
    criticals: ['asked-before-the-boss'],
    turns: [{}, { line: 'shut', taken: { asked: [{ answer: 'withheld' }] } }, {}],
  });
});

test('says that a fact is known when it is asked for again', () => {
  const again = program({
    facts: { debt: {} },
    decisions: { hub: { hub: true, choices: { a: { asks: ['debt'], next: 'hub' }, b: { asks: ['debt'] } } } },
  });
  expect(
    replay(again, { choices: ['a', 'b'], seed: 1 }).turns.map((turn) => turn.taken?.asked[0]?.answer),
  ).toEqual(['told', 'known']);
});

test('ends with the ending, the points and the pass', () => {
  expect(replay(doors, { choices: ['talk-alone', 'papers', 'tell-her-rights'], seed: 1 })).toMatchObject({
    ending: 'linked',
    passed: true,
    facts: ['passport'],
    points: { safety: 3, rapport: 2, questioning: 2, information: 2 },
  });
});

test('names a critical error once, however often it is made', () => {
  const twice = program({
    critical: ['threatened'],
    decisions: {
      first: { choices: { a: { critical: 'threatened', next: 'second' } } },
      second: { choices: { a: { critical: 'threatened' } } },
    },
  });
  expect(replay(twice, { choices: ['a', 'a'], seed: 1 }).criticals).toEqual(['threatened']);
});

const six = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => [id, { next: 'hub' }]));
const order = (of: ReturnType<typeof program>, seed: number, ...choices: string[]) =>
  replay(of, { choices, seed })
    .turns.at(-1)
    ?.offered.map((choice) => choice.id) ?? [];

test('orders the choices by the seed, the same for the same seed, all orders being possible', () => {
  const wide = program({ decisions: { hub: { hub: true, choices: six } } });
  expect(order(wide, 3)).toEqual(order(wide, 3));
  expect(new Set(Array.from({ length: 60 }, (_, seed) => order(wide, seed)[0])).size).toBe(6);
});

test('keeps the order at a hub when one is struck out and when another appears', () => {
  const growing = program({
    flags: ['informed', 'warm'],
    decisions: {
      hub: {
        hub: true,
        choices: { ...six, a: { effects: ['set warm'], next: 'hub' }, late: { when: 'warm', next: 'hub' } },
      },
    },
  });
  for (let seed = 0; seed < 20; seed++) {
    const before = order(growing, seed);
    expect(order(growing, seed, 'b')).toEqual(before);
    expect(order(growing, seed, 'a').filter((id) => id !== 'late')).toEqual(before);
  }
  expect(
    replay(growing, { choices: ['b'], seed: 1 })
      .turns.at(-1)
      ?.offered.filter((choice) => choice.struck)
      .map((choice) => choice.id),
  ).toEqual(['b']);
});

test('shows a way round a scene last', () => {
  const hard = program({ decisions: { hub: { choices: { round: { wayRound: true }, a: {}, b: {} } } } });
  for (let seed = 0; seed < 10; seed++) expect(order(hard, seed).at(-1)).toBe('round');
});

test('knows what entering the first decision tells', () => {
  const told = program({
    facts: { address: {} },
    decisions: { door: { effects: ['learn address'], choices: { a: {} } } },
  });
  expect(replay(told, { choices: [], seed: 1 }).facts).toEqual(['address']);
  expect(replay(told, { choices: ['a'], seed: 1 }).facts).toEqual(['address']);
});

test('lists facts of one choice in the order of asking, not of declaration', () => {
  const two = program({
    facts: { debt: {}, passport: {} },
    decisions: { first: { choices: { a: { asks: ['passport', 'debt'] }, b: {} } } },
  });
  expect(replay(two, { choices: ['a'], seed: 1 }).facts).toEqual(['passport', 'debt']);
});
