import { expect, test } from 'vitest';
import { program, twoDoors } from '../../../../tests/fixtures/scenarios/sketch.ts';
import { explore, isEnd, positionOf, shortestWay } from './explore.ts';

test('lists every state once, nearest first, with its ways', () => {
  const space = explore(twoDoors());
  // hallway 1 · room and close, with him warned or not, 2 each · endings, informed or not, 4.
  expect(space.count).toBe(9);
  expect(positionOf(space, 0)).toBe(0);
  const rows = Array.from({ length: space.count }, (_, i) =>
    String(space.bytes.subarray(i * space.program.size, (i + 1) * space.program.size)),
  );
  expect(new Set(rows).size).toBe(space.count);
  const lengths = rows.map((_, state) => shortestWay(space, state).length);
  expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
  for (let state = 0; state < space.count; state++) {
    expect((space.edgeFrom[state + 1] as number) - (space.edgeFrom[state] as number)).toBe(
      isEnd(space, state) ? 0 : 2,
    );
  }
});

test('shows the shortest way to a state', () => {
  const space = explore(
    program({
      decisions: {
        first: { choices: { long: { next: 'second' }, short: { next: 'third' } } },
        second: { choices: { on: { next: 'third' } } },
        third: { choices: { stop: {} } },
      },
    }),
  );
  expect(shortestWay(space, space.count - 1)).toEqual(['first › short', 'third › stop']);
  expect(shortestWay(space, 0)).toEqual([]);
});

test('finds more states than its first tables hold', () => {
  const space = explore(
    program({
      variables: { trust: { min: 0, max: 100, start: 0 }, distress: { min: 0, max: 100, start: 0 } },
      pass: 'trust >= 50 and distress >= 50',
      decisions: {
        first: {
          choices: {
            a: { effects: ['trust +1'], next: 'first' },
            b: { effects: ['distress +1'], next: 'first' },
            out: {},
          },
        },
      },
    }),
  );
  expect(space.count).toBe(2 * 101 * 101);
});

test('stops at the limit and names what multiplies the states', () => {
  const wide = program({
    flags: ['informed', 'never'],
    variables: { trust: { min: 0, max: 100, start: 0 }, distress: { min: 0, max: 2, start: 0 } },
    pass: 'trust >= 50 and distress >= 1 and not never',
    decisions: {
      first: {
        choices: {
          a: { effects: ['trust +1'], next: 'first' },
          b: { effects: ['distress +1'], next: 'first' },
          out: {},
        },
      },
    },
  });
  expect(() => explore(wide, { limit: 200 })).toThrowErrorMatchingInlineSnapshot(
    `[ContentError: More than 200 states. The names that multiply them most: trust (35 values), distress (3 values). Narrow their bounds, or let fewer later places read them. [scenario/too-large]]`,
  );
  expect(explore(wide, { limit: 606 }).count).toBe(606);
});
