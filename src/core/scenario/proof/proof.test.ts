import { expect, test } from 'vitest';
import { program, type SketchedScenario } from '../../../../tests/fixtures/scenarios/sketch.ts';
import { explore } from './explore.ts';
import { computeValues } from './figures.ts';
import { findLoop } from './loop.ts';
import { proveScenario } from './proof.ts';

// Each rule's message stands in tests/fixtures/scenarios/broken; here is what must not be refused, and the finer cases.
function found(code: string, given: SketchedScenario): string[] {
  const space = explore(program(given));
  return proveScenario(space, findLoop(space) ? null : computeValues(space))
    .filter((problem) => problem.code === `scenario/${code}`)
    .map((problem) => problem.place.join('.'));
}

test('counts a fact as told that is learned on entering a decision or at the start', () => {
  const second = { effects: ['learn debt'], choices: { a: {}, b: {} } };
  expect(
    found('unreached', {
      facts: { debt: {} },
      decisions: { first: { choices: { a: { next: 'second' }, b: {} } }, second },
    }),
  ).toEqual([]);
  expect(found('unreached', { facts: { debt: {} }, decisions: { second } })).toEqual([]);
});

test('counts an effect as read when the next effect of entering reads it', () => {
  const decisions = { first: { effects: ['set seen', 'if seen: set informed'], choices: { a: {}, b: {} } } };
  expect(found('unread-effect', { flags: ['informed', 'seen'], decisions })).toEqual([]);
  expect(found('idle-effect', { flags: ['informed', 'seen'], decisions })).toEqual([]);
});

test('counts an effect on a flag that is there already as idle, also when entering the first decision', () => {
  const decisions = { first: { effects: ['set informed', 'set informed'], choices: { a: {}, b: {} } } };
  expect(found('idle-effect', { decisions })).toEqual(['decisions.first.effects.1']);
});

test('reaches a reply by the state before the next decision is entered', () => {
  const decisions = {
    first: {
      choices: {
        a: { replies: [{ id: 'late', when: 'informed' }, { id: 'default' }], next: 'second' },
        b: {},
      },
    },
    second: { effects: ['set informed'], choices: { a: {}, b: {} } },
  };
  expect(found('unreached', { decisions })).toEqual(['decisions.first.choices.a.replies']);
});

test('lets a hub offer one last choice, but not none', () => {
  const hub = (out: object) => ({ decisions: { hub: { hub: true, choices: { a: { next: 'hub' }, out } } } });
  expect(found('one-choice', hub({}))).toEqual([]);
  expect(found('dead-end', hub({}))).toEqual([]);
  expect(found('dead-end', hub({ when: 'informed' }))).toEqual(['decisions.hub']);
});

test('does not count a way round a scene as a choice', () => {
  expect(
    found('one-choice', { decisions: { first: { choices: { a: {}, round: { wayRound: true } } } } }),
  ).toEqual(['decisions.first']);
});

test('accepts harm that has an effect, a critical error or another way on as its consequence', () => {
  const harmful = (choice: object) =>
    found('harm-without-consequence', {
      flags: ['alerted', 'unread'],
      critical: ['threatened'],
      facts: { debt: {} },
      pass: 'not alerted',
      decisions: {
        first: {
          choices: {
            a: { rating: 'harmful', ...choice },
            b: { asks: ['debt'] },
            c: { rating: 'poor', effects: ['set alerted'] },
          },
        },
      },
      endings: [{ id: 'gone', when: 'threatened' }, { id: 'last' }],
    });
  expect(harmful({})).toEqual(['decisions.first.choices.a']);
  // As a poor choice does, but not as a good one.
  expect(harmful({ effects: ['set alerted'] })).toEqual([]);
  expect(harmful({ critical: 'threatened' })).toEqual([]);
  expect(harmful({ next: 'gone' })).toEqual([]);
});

test('is not deceived by harm that goes on as a good choice does in other words', () => {
  const harmful = (choice: object) =>
    found('harm-without-consequence', {
      flags: ['alerted', 'unread'],
      facts: { debt: {} },
      variables: { trust: { min: 0, max: 4, start: 1 } },
      pass: 'trust >= 2',
      decisions: {
        first: {
          choices: {
            a: { rating: 'harmful', next: 'second', ...choice },
            b: { rating: 'best', effects: ['trust +1'], next: 'second' },
            c: { next: 'second' },
          },
        },
        second: { choices: { d: {}, e: {} } },
      },
    });
  const refused = ['decisions.first.choices.a'];
  expect(harmful({ next: [{ to: 'second' }] })).toEqual(refused);
  expect(harmful({ next: [{ when: 'trust = 1', to: 'second' }, { to: 'second' }] })).toEqual(refused);
  expect(harmful({ effects: ['trust +1'] })).toEqual(refused);
  expect(harmful({ effects: ['set unread'] })).toEqual(refused);
  expect(harmful({ asks: ['debt'] })).toEqual(refused);
  expect(harmful({ effects: ['trust -1'] })).toEqual([]);
});

test('asks that every critical error is made and every flag and variable is set somewhere', () => {
  const given = {
    critical: ['threatened', 'shouted'],
    flags: ['informed', 'ghost'],
    variables: { trust: { min: 0, max: 4, start: 1 } },
    decisions: { first: { choices: { a: { critical: 'threatened', effects: ['set informed'] }, b: {} } } },
  };
  expect(found('unreached', given)).toEqual(['critical.1']);
  expect(found('never-set', given)).toEqual(['flags.1', 'variables.trust']);
});

test('asks for the withheld answer also of a fact that nobody asks about', () => {
  const decisions = { first: { choices: { a: { effects: ['learn debt'] }, b: {} } } };
  expect(found('unreached', { facts: { debt: { gate: 'informed' } }, decisions })).toEqual([
    'facts.debt.gate',
  ]);
  expect(found('unreached', { facts: { debt: {} }, decisions })).toEqual([]);
});

test('says only that there is a loop, because nothing else can be computed then', () => {
  const space = explore(
    program({ decisions: { first: { choices: { a: { next: 'first' } } }, never: { choices: {} } } }),
  );
  expect(proveScenario(space, null).map((problem) => problem.code)).toEqual(['scenario/loop']);
});
