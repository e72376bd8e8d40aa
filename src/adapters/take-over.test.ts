import { beforeEach, describe, expect, test } from 'vitest';
import { kept } from '../core/edition/index.ts';
import { emptyRecord, type LearnerRecord } from '../core/progress/index.ts';
import { takeOver } from './take-over.ts';

const OLD = 'listen-first/record';
const OLD_ASIDE = 'listen-first/set-aside';
let area: ReturnType<typeof areaOf>;
const areaOf = (map: Map<string, string>) => ({
  map,
  getItem: (key: string) => map.get(key) ?? null,
  setItem: (key: string, value: string) => void map.set(key, value),
  removeItem: (key: string) => void map.delete(key),
});
const record = (lessons: LearnerRecord['lessons'], erasedMs?: number) =>
  JSON.stringify({ ...emptyRecord, lessons, ...(erasedMs === undefined ? {} : { erasedMs }) });
const lessonsOf = (edition: string) =>
  Object.keys((JSON.parse(area.getItem(kept('record', edition)) ?? '{}') as LearnerRecord).lessons ?? {});

beforeEach(() => {
  area = areaOf(new Map([[OLD, record({ 'signs/first': 5 })]]));
});

test('names what an edition keeps for it, so that two editions never share a name', () => {
  const editions = ['/', '/be/', '/be/nl/', '/record@/', 'stick-be'];
  expect(new Set(editions.map((edition) => kept('record', edition))).size).toBe(editions.length);
  expect(editions.map((edition) => kept('record', edition))).not.toContain(OLD);
});

describe('the record under the old name', () => {
  test('goes unchanged to the only edition there is, and is deleted under its old name', () => {
    const before = area.getItem(OLD);
    expect(takeOver(area, '/training/', [])).toBe(true);
    expect(area.getItem(kept('record', '/training/'))).toBe(before);
    expect([...area.map.keys()]).toEqual([kept('record', '/training/')]);
    expect(takeOver(area, '/training/', [])).toBe(false);
  });

  test('goes to the edition that has a copy of that time, and to none that came later', () => {
    const caches = ['listen-first /be/ 1a2b3c4d', 'listen-first edition /nl/ 99999999', 'of another site'];
    expect(takeOver(area, '/nl/', caches)).toBe(false);
    expect(lessonsOf('/nl/')).toEqual([]);
    expect(takeOver(area, '/be/', caches)).toBe(true);
    expect(lessonsOf('/be/')).toEqual(['signs/first']);
    expect(area.getItem(OLD)).toBeNull();
  });

  test('goes once to each of several that shared it; the last deletes it', () => {
    const caches = ['listen-first / 1a2b3c4d', 'listen-first /nl/ 1a2b3c4d'];
    expect(takeOver(area, '/', caches)).toBe(true);
    // What is erased here afterwards does not come back.
    area.setItem(kept('record', '/'), record({}, 9));
    expect(takeOver(area, '/', caches)).toBe(false);
    expect(lessonsOf('/')).toEqual([]);
    expect(takeOver(area, '/nl/', caches)).toBe(true);
    expect(lessonsOf('/nl/')).toEqual(['signs/first']);
    expect([...area.map.keys()].sort()).toEqual([kept('record', '/'), kept('record', '/nl/')]);
  });

  test('is joined to what the edition has by then, and an erasure holds', () => {
    area.setItem(kept('record', '/'), record({ 'signs/second': 7 }, 6));
    takeOver(area, '/', []);
    expect(lessonsOf('/')).toEqual(['signs/second']);
  });

  test.each(['{', JSON.stringify({ ...emptyRecord, version: 99 })])(
    'is set aside when it cannot be joined: %s',
    (old) => {
      area.setItem(OLD, old);
      area.setItem(OLD_ASIDE, '"an earlier one"');
      area.setItem(kept('record', '/'), record({ 'signs/second': 7 }));
      takeOver(area, '/', []);
      expect(lessonsOf('/')).toEqual(['signs/second']);
      expect(area.getItem(kept('set-aside', '/'))?.split('\n')).toEqual([
        '"an earlier one"',
        JSON.stringify(old),
      ]);
    },
  );

  test('stays where it is when storage is full', () => {
    const full = {
      ...area,
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(() => takeOver(full, '/', [])).toThrow('full');
    expect(area.getItem(OLD)).not.toBeNull();
  });
});
