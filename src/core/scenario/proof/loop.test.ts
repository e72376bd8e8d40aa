import { expect, test } from 'vitest';
import { program } from '../../../../tests/fixtures/scenarios/sketch.ts';
import { explore, shortestWay } from './explore.ts';
import { findLoop, topologicalOrder } from './loop.ts';

test('shows the loop nearest to the start, and the shortest way round it', () => {
  const space = explore(
    program({
      decisions: {
        hall: { choices: { in: { next: 'room' }, out: {} } },
        room: { choices: { long: { next: 'garden' }, short: { next: 'yard' }, out: {} } },
        garden: { choices: { on: { next: 'yard' }, wait: { next: 'garden' } } },
        yard: { choices: { back: { next: 'room' }, out: {} } },
      },
    }),
  );
  const loop = findLoop(space);
  expect(shortestWay(space, loop?.state ?? -1)).toEqual(['hall › in']);
  expect(loop?.way).toEqual(['room › short', 'yard › back']);
  expect(topologicalOrder(space)).toBeNull();
});

test('does not take for a loop what only lies between two of them', () => {
  const space = explore(
    program({
      decisions: {
        first: { choices: { far: { next: 'lane' }, near: { next: 'bridge' } } },
        lane: { choices: { on: { next: 'mill' }, out: {} } },
        bridge: { choices: { on: { next: 'inn' }, out: {} } },
        mill: { choices: { again: { next: 'mill' }, over: { next: 'bridge' } } },
        inn: { choices: { again: { next: 'inn' }, out: {} } },
      },
    }),
  );
  expect(findLoop(space)?.way).toEqual(['mill › again']);
});

test('orders the states of a scenario that ends so that each comes after all that lead to it', () => {
  const space = explore(
    program({
      decisions: {
        first: { choices: { on: { next: 'second' }, out: {} } },
        second: { choices: { on: { next: 'third' }, out: {} } },
        third: { choices: { on: {}, out: {} } },
      },
    }),
  );
  const order = [...(topologicalOrder(space) ?? [])];
  expect(findLoop(space)).toBeNull();
  expect([...order].sort((a, b) => a - b)).toEqual(order.map((_, state) => state));
  for (let state = 0; state < space.count; state++)
    for (let e = space.edgeFrom[state] as number; e < (space.edgeFrom[state + 1] as number); e++)
      expect(order.indexOf(space.edgeTo[e] as number)).toBeGreaterThan(order.indexOf(state));
});
