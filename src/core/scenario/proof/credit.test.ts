import { expect, test } from 'vitest';
import { program, type SketchedScenario } from '../../../../tests/fixtures/scenarios/sketch.ts';
import { misplacedCredit } from './credit.ts';
import { explore } from './explore.ts';
import { computeValues } from './figures.ts';

function found(given: SketchedScenario): string[] {
  const space = explore(program(given));
  return misplacedCredit(space, computeValues(space)).map(
    ({ code, place }) => `${code.replace('scenario/', '')} ${place.slice(1).join('.')}`,
  );
}

/** A poor choice leads past a second decision, where what was broken can be mended for points. */
const detour = (mending: number): SketchedScenario => ({
  decisions: {
    first: {
      choices: {
        good: { rating: 'best', points: { care: 2 } },
        bad: { rating: 'poor', next: 'second' },
      },
    },
    second: { choices: { a: { points: { care: mending } }, b: {} } },
  },
});

test('counts what can still come after a choice, not only what it earns', () => {
  expect(found(detour(3))).toEqual(['outdone first.choices.bad']);
  expect(found(detour(2))).toEqual([]);
});

test('asks nothing of a hub, where a question leaves the others open and going on does not', () => {
  const hub: SketchedScenario['decisions'][string] = {
    hub: true,
    choices: {
      good: { rating: 'best' },
      aside: { rating: 'acceptable', points: { care: 1 }, next: 'hub' },
    },
  };
  expect(found({ decisions: { hub } })).toEqual([]);
});

test('asks nothing where no choice is rated best', () => {
  const first: SketchedScenario['decisions'][string] = {
    choices: { a: { rating: 'acceptable' }, b: { rating: 'poor', points: { care: 1 } } },
  };
  expect(found({ decisions: { first } })).toEqual([]);
});

test('compares only what is offered in the same state', () => {
  const first: SketchedScenario['decisions'][string] = {
    choices: {
      good: { rating: 'best', points: { care: 1 } },
      rare: { rating: 'acceptable', points: { care: 3 }, when: 'informed' },
    },
  };
  expect(found({ decisions: { first } })).toEqual([]);
});

test('refuses a way round that is worth more than the scene, and one that is worth less', () => {
  const scene = (points: number): SketchedScenario => ({
    decisions: {
      first: {
        choices: {
          a: { rating: 'best', points: { care: 2 } },
          b: {},
          round: { rating: 'best', points: { care: points }, wayRound: true },
        },
      },
    },
  });
  expect(found(scene(1))).toEqual(['uneven-way-round first.choices.round']);
  expect(found(scene(2))).toEqual([]);
  expect(found(scene(3))).toEqual(['uneven-way-round first.choices.round']);
});
