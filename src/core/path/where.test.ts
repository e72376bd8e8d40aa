import { describe, expect, test } from 'vitest';
import type { LearnerRecord } from '../progress/index.ts';
import { emptyRecord } from '../progress/index.ts';
import { type CourseMap, type MapPath, shortWay, stopsOf } from './course-map.ts';
import { begunApart, isUntouched, pathsBegun, type Results, whereOn } from './where.ts';

const lesson = (id: string, minutes = 5) => ({ id, title: id, minutes });
const play = (minutes: number) => ({ title: 'x', minutes, decisions: 9 });
const short: MapPath = {
  id: 'short',
  title: 'Short',
  stops: [
    { module: 'a', plays: ['one', 'two'] },
    { module: 'b', plays: [] },
  ],
  pass: 2,
  questions: 20,
};
const long: MapPath = {
  id: 'long',
  title: 'Long',
  stops: [
    { module: 'a', plays: [] },
    { module: 'c', plays: ['three'] },
  ],
  pass: 1,
  questions: 10,
};
const map: CourseMap = {
  base: '/en/',
  modules: {
    a: { title: 'A', lessons: [lesson('a/1'), lesson('a/2', 7)] },
    b: { title: 'B', lessons: [lesson('b/1')] },
    c: { title: 'C', lessons: [lesson('c/1'), lesson('c/2')] },
  },
  plays: { one: play(10), two: play(14), three: play(12) },
  paths: [long, short],
};
const read = (...ids: string[]): LearnerRecord => ({
  ...emptyRecord,
  lessons: Object.fromEntries(ids.map((id, at) => [id, at + 1])),
});
/** Results with these role-plays passed. */
const passed = (...plays: string[]): Results =>
  ({
    result: {
      scenarios: plays.map((scenario) => ({ scenario, passed: true })),
      scenariosPassed: plays.length,
      assessment: undefined,
    },
    completeOn: undefined,
  }) as unknown as Results;

describe('the stops of a path', () => {
  const practises = (id: string) => ({ both: ['a', 'b'], none: [], other: ['z'], first: ['a'] })[id] ?? [];

  test('a role-play follows the last of the modules that it practises, or stands at the end', () => {
    expect(stopsOf(['a', 'b', 'c'], ['both', 'none', 'first', 'other'], practises)).toEqual([
      { module: 'a', plays: ['first'] },
      { module: 'b', plays: ['both'] },
      { module: 'c', plays: ['none', 'other'] },
    ]);
  });
});

describe('what comes next', () => {
  const next = (record: LearnerRecord, results: Results) => whereOn(map, short, record, results).next;

  test('is the first lesson not read', () => {
    expect(next(emptyRecord, passed())).toMatchObject({ kind: 'lesson', module: 'a', number: 1 });
    expect(next(read('a/1'), passed())).toMatchObject({ kind: 'lesson', number: 2 });
  });

  test('is one role-play of a module that is read, then the next module', () => {
    expect(next(read('a/1', 'a/2'), passed())).toEqual({ kind: 'play', play: 'one' });
    expect(next(read('a/1', 'a/2'), passed('two'))).toMatchObject({ kind: 'lesson', module: 'b' });
  });

  test('is another role-play at the end while the path asks for more, then the assessment', () => {
    const all = read('a/1', 'a/2', 'b/1');
    expect(next(all, passed('two'))).toEqual({ kind: 'play', play: 'one' });
    expect(next(all, passed('one', 'two'))).toEqual({ kind: 'assessment' });
  });

  test('is the certificate once the path is complete, whatever is new in it since', () => {
    const complete = { ...passed(), completeOn: { hash: 'x' } } as unknown as Results;
    expect(next(read('a/1'), complete)).toEqual({ kind: 'certificate' });
  });

  test('claims nothing of role-plays while results are not known', () => {
    expect(next(read('a/1', 'a/2'), undefined)).toMatchObject({ kind: 'lesson', module: 'b' });
    expect(next(read('a/1', 'a/2', 'b/1'), undefined)).toBeUndefined();
    expect(whereOn(map, short, read('a/1'), undefined).plays).toBeUndefined();
  });
});

test('time left counts the lessons not read, the longest role-plays still asked for, and the assessment', () => {
  expect(whereOn(map, short, read('a/1'), passed('two'))).toMatchObject({
    lessons: { done: 1, total: 3 },
    plays: { passed: 1, needed: 2 },
    minutesLeft: { reading: 12, plays: 10, assessment: 20 },
  });
});

describe('the paths begun', () => {
  const ids = (record: LearnerRecord) => pathsBegun(map, record).map(({ id }) => id);

  test('are none for an empty record', () => expect(ids(emptyRecord)).toEqual([]));

  test('begin with the one that holds what was done last', () => {
    expect(ids(read('b/1', 'c/1'))).toEqual(['long', 'short']);
    expect(ids(read('c/1', 'b/1'))).toEqual(['short', 'long']);
  });

  test('of two that hold it, begin with the shorter one', () =>
    expect(ids(read('a/1'))).toEqual(['short', 'long']));

  test('count a role-play or an assessment as begun', () => {
    const run = { scenario: 'three', atMs: 1 } as LearnerRecord['runs'][number];
    expect(ids({ ...emptyRecord, runs: [run] })).toEqual(['long']);
    const sitting = { path: 'short', startedMs: 5 } as LearnerRecord['attempts'][number];
    expect(ids({ ...read('a/1'), attempts: [sitting] })).toEqual(['short', 'long']);
  });

  test('count a test before or after the path as begun', () => {
    const sitting = { path: 'before--long', startedMs: 5 } as LearnerRecord['attempts'][number];
    expect(ids({ ...emptyRecord, attempts: [sitting] })).toEqual(['long']);
    expect(ids({ ...read('b/1'), attempts: [sitting] })[0]).toBe('long');
  });

  test('are left out where all that was done belongs to those before', () => {
    const apart = (record: LearnerRecord) =>
      begunApart(map, pathsBegun(map, record), record).map(({ id }) => id);
    expect(apart(read('a/1'))).toEqual(['short']);
    expect(apart(read('a/1', 'c/1'))).toEqual(['long']);
    expect(apart(read('b/1', 'c/1'))).toEqual(['long', 'short']);
    const sitting = { path: 'long', startedMs: 0 } as LearnerRecord['attempts'][number];
    expect(apart({ ...read('c/1', 'a/1', 'b/1'), attempts: [sitting] })).toEqual(['short', 'long']);
  });
});

test('an answer alone is something done', () => {
  expect(isUntouched(emptyRecord)).toBe(true);
  expect(isUntouched({ ...emptyRecord, answers: [{ question: 'a/x', response: 1, atMs: 1 }] })).toBe(false);
});

describe('twenty minutes', () => {
  test('hold a lesson and a role-play with its debrief, where that fits', () => {
    expect(shortWay(map, short, lesson('a/1', 5))).toMatchObject({ play: 'one', isForBoth: true });
  });

  test('else hold one or the other', () => {
    expect(shortWay(map, short, lesson('a/1', 6))).toMatchObject({ play: 'one', isForBoth: false });
    expect(shortWay(map, short, lesson('a/1', 6), 12).play).toBeUndefined();
  });
});
