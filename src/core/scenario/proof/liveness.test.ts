import { expect, test } from 'vitest';
import { program } from '../../../../tests/fixtures/scenarios/sketch.ts';
import { droppedSlots, explore } from './explore.ts';
import { computeFigures, computeValues } from './figures.ts';

const remembering = program({
  flags: ['informed', 'seen', 'told'],
  facts: { debt: {} },
  decisions: {
    first: {
      choices: { a: { effects: ['set seen'], next: 'second' }, b: { asks: ['debt'], next: 'second' } },
    },
    second: {
      lines: [{ id: 'seen', when: 'seen' }, { id: 'default' }],
      choices: { a: { effects: ['set told'], next: 'third' }, b: { next: 'third' } },
    },
    third: { choices: { a: { when: 'told', effects: ['set informed'] }, b: {} } },
  },
});

test('keeps a name up to its last reader, and the outcome to the end', () => {
  expect(droppedSlots(explore(remembering))).toEqual({ second: ['debt'], third: ['seen', 'debt'] });
});

test('joins states that differ only in what nobody reads any more', () => {
  const [reduced, full] = [true, false].map((reduce) => explore(remembering, { reduce }));
  // first 1 · second 2 · third 2 · last 2; in full: second 2 · third 4 · last 4 + 2.
  expect([reduced?.count, full?.count]).toEqual([7, 13]);
  const figures = [reduced, full].map(
    (space) => space && { ...computeFigures(space, computeValues(space)), states: 0 },
  );
  expect(figures[0]).toEqual(figures[1]);
});

test('keeps what a gate, a later effect of entering, a way and the bearing read', () => {
  const readers = program({
    flags: ['informed', 'a', 'b', 'c', 'd', 'e'],
    facts: { debt: { gate: 'a' } },
    bearing: [{ when: 'd', is: 'open' }, { is: 'guarded' }],
    decisions: {
      first: { choices: { x: { next: 'second' }, y: { next: 'second' } } },
      second: {
        choices: { x: { asks: ['debt'], next: [{ when: 'b', to: 'third' }, { to: 'end' }] }, y: {} },
      },
      third: { effects: ['if c: set informed'], choices: { x: {}, y: {} } },
    },
  });
  expect(droppedSlots(explore(readers))).toEqual({
    first: ['e'],
    second: ['e'],
    third: ['a', 'b', 'c', 'e', 'debt'],
  });
});
