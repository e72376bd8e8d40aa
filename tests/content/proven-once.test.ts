/** A role-play is explored and proven once for all languages, and again only when its graph or words change. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { ContentFiles, filesInMemory, loadScenario } from '../../src/core/course/index.ts';
import { proveScenario } from '../../src/core/scenario/proof/proof.ts';

vi.mock('../../src/core/scenario/proof/proof.ts', async (original) => {
  const proof = await original<typeof import('../../src/core/scenario/proof/proof.ts')>();
  return { ...proof, proveScenario: vi.fn(proof.proveScenario) };
});

const folder = 'content/scenarios/the-hand';
const text = (file: string) => readFileSync(join(import.meta.dirname, '../..', folder, file), 'utf8');
const [graph, words] = [text('scenario.yaml'), text('en.yaml')];
/** Every reading has files of its own, as every language of a build has. */
const load = (lang: string, ofGraph = graph, ofWords = words) => {
  const files = new ContentFiles(
    filesInMemory(
      new Map([
        [`${folder}/scenario.yaml`, ofGraph],
        [`${folder}/${lang}.yaml`, ofWords],
      ]),
    ),
  );
  return { loaded: loadScenario(files, folder, lang), problems: files.problems };
};

beforeEach(() => void vi.mocked(proveScenario).mockClear());

test('one graph in two languages, read twice, is proven once and has the same figures', () => {
  const first = load('en');
  const others = [load('nl'), load('en'), load('nl')];
  expect(vi.mocked(proveScenario)).toHaveBeenCalledTimes(1);
  expect(first.loaded?.figures?.states).toBeGreaterThan(0);
  for (const other of others) expect(other).toEqual(first);
});

test('longer words change the minutes of their language, and no other’s', () => {
  const before = load('en').loaded?.figures;
  const wordy = words.replace(/^task: .*$/m, (task) => `${task} ${'word '.repeat(2000)}`);
  expect(wordy).not.toBe(words);
  const after = load('nl', graph, wordy).loaded?.figures;
  expect(after?.longestMinutes).toBeGreaterThan(before?.longestMinutes ?? 0);
  expect({ ...after, longestMinutes: 0, shortestMinutes: 0 }).toEqual({
    ...before,
    longestMinutes: 0,
    shortestMinutes: 0,
  });
  expect(load('en').loaded?.figures).toEqual(before);
});

test('a changed graph is proven again, and its faults are said each time', () => {
  load('en');
  vi.mocked(proveScenario).mockClear();
  // No point can be earned any more.
  const changed = graph.replaceAll(/\+[1-9]\b/g, '+0');
  expect(changed).not.toBe(graph);
  const [one, two] = [load('en', changed), load('en', changed)];
  expect(one.problems.length).toBeGreaterThan(0);
  expect(two.problems).toEqual(one.problems);
  expect(load('en').problems).toEqual([]);
});
