import { expect, test } from 'vitest';
import { program, twoDoors } from '../../../../tests/fixtures/scenarios/sketch.ts';
import { readingLoad } from '../words.ts';
import { explore } from './explore.ts';
import { bestRatingOffered, computeFigures, computeValues } from './figures.ts';
import { findLoop } from './loop.ts';

const figuresOf = (of: ReturnType<typeof program>) => {
  const space = explore(of);
  return computeFigures(space, computeValues(space));
};

test('gives the figures of the smallest example', () => {
  expect(figuresOf(twoDoors())).toEqual({
    states: 9,
    decisions: 3,
    choices: 6,
    endings: 3,
    shortestRun: 3,
    longestRun: 3,
    shortestMinutes: 0,
    longestMinutes: 0,
    // Least: ask here, leading question, card. Most: the three best ones.
    leastPoints: 2,
    mostPoints: 9,
    mostPerCompetency: {
      safety: 3,
      rapport: 2,
      questioning: 2,
      information: 2,
      referral: 0,
      documentation: 0,
      care: 0,
    },
    randomPassShare: 0.25,
  });
});

test('takes the most points of all and of each competency for themselves', () => {
  const figures = figuresOf(
    program({
      decisions: {
        first: { choices: { a: { points: { safety: 3 } }, b: { points: { rapport: 2, care: 2 } }, c: {} } },
      },
    }),
  );
  expect(figures).toMatchObject({
    leastPoints: 0,
    mostPoints: 4,
    mostPerCompetency: { safety: 3, rapport: 2, care: 2 },
  });
});

test('counts the chance of random choosing exactly, ways round a scene left out', () => {
  const figures = figuresOf(
    program({
      decisions: {
        first: {
          choices: {
            a: { next: 'second' },
            b: { next: 'second' },
            c: {},
            round: { wayRound: true, effects: ['set informed'] },
          },
        },
        second: { choices: { a: { effects: ['set informed'] }, b: {}, c: {}, d: {} } },
      },
    }),
  );
  expect(figures.randomPassShare).toBeCloseTo((2 / 3) * (1 / 4), 15);
});

test('counts hub questions as decisions of the longest run', () => {
  const hub = program({
    decisions: { hub: { hub: true, choices: { a: { next: 'hub' }, b: { next: 'hub' }, out: {} } } },
  });
  expect(figuresOf(hub)).toMatchObject({ states: 5, shortestRun: 1, longestRun: 3 });
});

test('finds a loop, and gives no values then', () => {
  const looping = program({
    decisions: {
      first: { choices: { on: { next: 'second' } } },
      second: { choices: { back: { next: 'first' }, out: {} } },
    },
  });
  const space = explore(looping);
  expect(findLoop(space)).toEqual({ state: 0, way: ['first › on', 'second › back'] });
  expect(() => computeValues(space)).toThrow('[scenario/loop]');
  expect(findLoop(explore(twoDoors()))).toBeNull();
});

test('gives the best rating that is offered in a state, not that of a way round', () => {
  const space = explore(
    program({
      decisions: {
        first: {
          choices: {
            a: { rating: 'poor' },
            b: { rating: 'best', when: 'informed' },
            c: { rating: 'best', wayRound: true },
          },
        },
      },
    }),
  );
  expect(bestRatingOffered(space, 0)).toBe('poor');
});

test('gives minutes of reading at 200 words a minute, answers to a question of fact included', () => {
  const asking = program({
    facts: { debt: {} },
    decisions: { first: { choices: { a: { asks: ['debt'] }, b: {} } } },
  });
  const many = (words: number) => 'word '.repeat(words).trim();
  const choice = { text: many(10), why: many(99) };
  const load = readingLoad(
    {
      title: '',
      summary: '',
      role: '',
      place: '',
      task: many(20),
      opening: many(80),
      people: {},
      critical: {},
      expert: {},
      facts: {
        debt: {
          label: '',
          notebook: '',
          told: { cue: many(10), says: many(30) },
          withheld: { says: many(20) },
        },
      },
      decisions: {
        first: {
          lines: { default: { says: many(30) } },
          choices: {
            a: { ...choice, replies: {} },
            b: { ...choice, replies: { default: { says: many(20) } } },
          },
        },
      },
      endings: { last: { title: many(5), text: many(25) } },
    },
    asking.scenario,
  );
  const space = explore(asking);
  // 100 before, 30 of the line, 20 of the choices, 20 or 40 of the answer, 30 of the ending.
  expect(computeFigures(space, computeValues(space), load)).toMatchObject({
    shortestMinutes: 1,
    longestMinutes: 1.1,
  });
});
