import { expect, test } from 'vitest';
import { twoDoors } from '../../../tests/fixtures/scenarios/sketch.ts';
import { drawMap, mapScenario } from './map.ts';

const map = mapScenario(twoDoors());

test('puts decisions in columns by how soon they are met, endings in the last', () => {
  expect(map.places.map(({ id, kind, column, row }) => `${id} ${kind} ${column} ${row}`)).toEqual([
    'hallway decision 0 0',
    'room decision 1 0',
    'close decision 2 0',
    'exposed ending 3 0',
    'linked ending 3 1',
    'unseen ending 3 2',
  ]);
});

test('draws every way as a curve between two places that lie inside the drawing', () => {
  const { width, height, at, curve } = drawMap(map, 20, 30);
  expect([width, height]).toEqual([28 + 3 * 20, 28 + 2 * 30]);
  expect(at('linked')).toEqual({ x: 14 + 3 * 20, y: 14 + 30 });
  expect(map.ways.map((way) => curve(way.from, way.to))[0]).toBe('M14 14C24 14 24 14 34 14');
  for (const { id } of map.places) {
    expect(at(id).x).toBeLessThan(width);
    expect(at(id).y).toBeLessThan(height);
  }
});
