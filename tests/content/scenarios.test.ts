import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ContentFiles, loadScenario } from '../../src/core/course/index.ts';
import { formatProblem } from '../../src/core/problem/index.ts';
import { randomFrom } from '../../src/core/random/index.ts';
import { compileScenario, computeValues, debrief, explore, replay } from '../../src/core/scenario/index.ts';
import { isEnd } from '../../src/core/scenario/proof/explore.ts';
import { nodeFiles } from '../../src/integrations/node-files.ts';
import { type BrokenScenario, brokenScenarios } from '../fixtures/scenarios/broken.ts';
import { readmeExample } from '../fixtures/scenarios/readme-example.ts';

const project = join(import.meta.dirname, '../..');
const example = readmeExample();
const desk = mkdtempSync(join(tmpdir(), 'broken-scenarios-'));
afterAll(() => rmSync(desk, { recursive: true }));

function changed(file: keyof typeof example, changes: BrokenScenario['graph'] = []): string {
  return changes.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`"${from}" does not stand exactly once in ${file}.`);
    return text.replace(from, () => to);
  }, example[file]);
}

function problemsOf(broken: BrokenScenario) {
  const folder = join(desk, broken.name, 'scenarios/two-doors');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'scenario.yaml'), changed('scenario.yaml', broken.graph));
  writeFileSync(join(folder, 'en.yaml'), changed('en.yaml', broken.words));
  const files = new ContentFiles(nodeFiles(join(desk, broken.name)));
  loadScenario(files, 'scenarios/two-doors', 'en', broken.limit === undefined ? {} : { limit: broken.limit });
  return files.problems;
}

describe('what the proof refuses', () => {
  test('nothing in the example with which content/scenarios/README.md begins', () => {
    expect(problemsOf({ name: 'sound', codes: [] })).toEqual([]);
    const readme = readFileSync(join(project, 'content/scenarios/README.md'), 'utf8');
    expect(readme.match(/^##? .*/gm)?.slice(0, 2)).toEqual([
      '# Writing a role-play',
      '## The smallest complete example',
    ]);
  });

  test.each(brokenScenarios)('$name', async (broken) => {
    const problems = problemsOf(broken);
    expect([...new Set(problems.map((problem) => problem.code))]).toEqual(
      broken.codes.map((code) => `scenario/${code}`),
    );
    await expect(`${problems.map(formatProblem).join('\n\n')}\n`).toMatchFileSnapshot(
      join(project, `tests/fixtures/scenarios/broken/${broken.name}.txt`),
    );
  });

  test('expects no message of a rule that no longer exists', () => {
    const kept = readdirSync(join(project, 'tests/fixtures/scenarios/broken')).map((file) =>
      file.replace('.txt', ''),
    );
    expect(kept.sort()).toEqual(brokenScenarios.map((broken) => broken.name).sort());
  });
});

const shipped = readdirSync(join(project, 'content/scenarios'), { withFileTypes: true })
  .filter(
    (entry) =>
      entry.isDirectory() && existsSync(join(project, 'content/scenarios', entry.name, 'scenario.yaml')),
  )
  .map((entry) => entry.name);

describe.each(shipped)('content/scenarios/%s', (id) => {
  const files = new ContentFiles(nodeFiles(project));
  const loaded = loadScenario(files, `content/scenarios/${id}`, 'en');

  test('has nothing that the proof refuses', () => {
    expect(files.problems.map(formatProblem).join('\n\n')).toBe('');
  });

  test.runIf(loaded?.figures)('gives every run a grade within what the proof found', () => {
    if (!loaded) return;
    const program = compileScenario(loaded.scenario);
    const space = explore(program);
    const values = computeValues(space);
    const random = randomFrom(1);
    const best = values.best[0] as number;
    for (let run = 0; run < 100; run++) {
      let played = { choices: [] as string[], seed: run };
      for (;;) {
        const { turns, ending } = replay(program, played);
        if (ending !== undefined) break;
        const open = turns.at(-1)?.offered.filter((choice) => !choice.struck) ?? [];
        const choice = open[Math.floor(random() * open.length)]?.id as string;
        played = { ...played, choices: [...played.choices, choice] };
      }
      const result = debrief(space, values, replay(program, played));
      const points = Object.values(result.replay.points).reduce((sum, earned) => sum + earned, 0);
      expect(points).toBeGreaterThanOrEqual(values.least[0] as number);
      expect(points + result.costs.reduce((sum, cost) => sum + cost, 0)).toBe(best);
      expect(result.replay.passed && result.replay.criticals.length > 0).toBe(false);
    }
  });

  test.runIf(loaded?.figures)('has a way to its most points and one to its least', () => {
    if (!loaded) return;
    const program = compileScenario(loaded.scenario);
    const space = explore(program);
    const values = computeValues(space);
    for (const [goal, wanted] of [
      [values.best, loaded.figures?.mostPoints],
      [values.least, loaded.figures?.leastPoints],
    ] as const) {
      let state = 0;
      const choices: string[] = [];
      while (!isEnd(space, state)) {
        const decision = program.decisions[space.bytes[state * program.size] as number];
        for (let edge = space.edgeFrom[state] as number; ; edge++) {
          expect(edge).toBeLessThan(space.edgeFrom[state + 1] as number);
          const choice = decision?.choices[space.edgeChoice[edge] as number];
          const next = space.edgeTo[edge] as number;
          const earned = Object.values(choice?.source.points ?? {}).reduce((sum, points) => sum + points, 0);
          if (!choice || earned + (goal[next] as number) !== goal[state]) continue;
          choices.push(choice.id);
          state = next;
          break;
        }
      }
      const end = replay(program, { choices, seed: 1 });
      expect(end.ending).toBeDefined();
      expect(Object.values(end.points).reduce((sum, points) => sum + points, 0)).toBe(wanted);
    }
  });
});
