/** `node src/tools/bench-scenarios.ts`: how quickly role-plays are explored, beside the `@xstate/graph` package. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { getAdjacencyMap, getShortestPaths } from '@xstate/graph';
import { assign, createMachine } from 'xstate';
import { ContentFiles, proveRead, readScenario } from '../core/course/index.ts';
import { percentText } from '../core/percent/index.ts';
import {
  compileScenario,
  computeValues,
  explore,
  findLoop,
  type Program,
  proveScenario,
  replay,
} from '../core/scenario/index.ts';
import { startState, step } from '../core/scenario/run/step.ts';
import { scenarioSchema } from '../core/scenario/schema.ts';
import { nodeFiles } from '../integrations/node-files.ts';

/** One line of a bench: what was measured, and the figure with its unit. */
export interface BenchLine {
  name: string;
  value: string;
}

const counters = ['rapport', 'calm', 'knowledge', 'safety'] as const;
/** Decisions of the large scenario: C(68 + 4, 4) = 1 028 790 states. */
const LARGE = 68;
/** Decisions of the one that both engines explore: C(16 + 4, 4) = 4845 states. */
const SMALL = 16;

/**
 * Measures the role-play engine; takes about ten seconds and half a gigabyte.
 *
 * @throws {Error} when an engine finds another number of states than the scenario has by its construction, because
 * then the figures compare different things.
 */
export async function benchScenarios(): Promise<BenchLine[]> {
  return [...benchLarge(), ...benchBeside(), ...benchSteps()];
}

/**
 * A scenario whose states can be counted on paper: at each of `length` decisions one of four counters goes up by one,
 * and the outcome reads all four, so that nothing may be left out. After t decisions there are C(t + 3, 3) states.
 */
function counting(length: number): Program {
  return compileScenario(
    scenarioSchema.parse({
      id: 'counting',
      version: 1,
      minutes: 1,
      review: 'prepared',
      checkedOn: '2026-11-22',
      lookAgainBy: '2027-11-22',
      people: { mira: { portrait: { skin: 3, hair: 'bun', top: 'coat' } } },
      focus: 'mira',
      variables: Object.fromEntries(counters.map((name) => [name, { min: 0, max: length, start: 0 }])),
      bearing: [{ is: 'guarded' }],
      start: 'd0',
      pass: counters.map((name) => `${name} >= ${Math.floor(length / 5)}`).join(' and '),
      decisions: Object.fromEntries(
        Array.from({ length }, (_, i) => [
          `d${i}`,
          {
            choices: Object.fromEntries(
              counters.map((name) => [
                name,
                {
                  rating: 'acceptable',
                  points: { rapport: 1 },
                  effects: [`${name} +1`],
                  next: i + 1 === length ? 'end' : `d${i + 1}`,
                },
              ]),
            ),
          },
        ]),
      ),
      endings: [{ id: 'last' }],
      expert: ['rapport'],
    }),
  );
}

function countedStates(length: number): number {
  return ((length + 4) * (length + 3) * (length + 2) * (length + 1)) / 24;
}

function benchLarge(): BenchLine[] {
  const program = counting(LARGE);
  const before = memoryBytes();
  const [space, ms] = timed(() => explore(program));
  const bytes = memoryBytes() - before;
  expectStates('this engine', space.count, LARGE);
  const [, proofMs] = timed(() => proveScenario(space, findLoop(space) ? null : computeValues(space)));
  return [
    {
      name: `explore ${count(space.count)} states, ${count(space.edgeTo.length)} ways`,
      value: seconds(ms),
    },
    { name: 'of these, per second', value: `${count((space.count / ms) * 1000)} states/s` },
    { name: 'memory taken by it', value: `${(bytes / 2 ** 20).toFixed(0)} MB` },
    {
      name: 'greatest memory of the whole process',
      value: `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
    },
    { name: 'values and proof of them', value: seconds(proofMs) },
  ];
}

/** The same graph of 4845 states as a machine of that package. */
function countingMachine(length: number) {
  const start: Record<string, number> = Object.fromEntries(counters.map((name) => [name, 0]));
  return createMachine({
    context: start,
    initial: 'd0',
    states: {
      ...Object.fromEntries(
        Array.from({ length }, (_, i) => [
          `d${i}`,
          {
            on: Object.fromEntries(
              counters.map((name) => [
                name,
                {
                  target: i + 1 === length ? 'last' : `d${i + 1}`,
                  actions: assign(({ context }) => ({ [name]: (context[name] as number) + 1 })),
                },
              ]),
            ),
          },
        ]),
      ),
      last: { type: 'final' },
    },
  });
}

function benchBeside(): BenchLine[] {
  const program = counting(SMALL);
  const machine = countingMachine(SMALL);
  const options = { events: counters.map((type) => ({ type })), limit: Number.POSITIVE_INFINITY };
  const rate = (states: number, ms: number): string => `${count((states / ms) * 1000)} states/s`;
  const [space, ms] = best(20, () => explore(program));
  const [map, mapMs] = best(3, () => getAdjacencyMap(machine, options));
  const [paths, pathsMs] = best(3, () => getShortestPaths(machine, options));
  const mapped = Object.keys(map).length;
  expectStates('this engine', space.count, SMALL);
  expectStates('getAdjacencyMap', mapped, SMALL);
  expectStates('getShortestPaths', paths.length, SMALL);
  return [
    {
      name: `same graph of ${count(space.count)} states: this engine, with shortest ways`,
      value: rate(space.count, ms),
    },
    {
      name: '… @xstate/graph getAdjacencyMap',
      value: `${rate(mapped, mapMs)} (${(mapMs / ms).toFixed(0)} times as long)`,
    },
    {
      name: '… @xstate/graph getShortestPaths',
      value: `${rate(paths.length, pathsMs)} (${(pathsMs / ms).toFixed(0)} times as long)`,
    },
  ];
}

function benchSteps(): BenchLine[] {
  const program = counting(SMALL);
  const state = startState(program);
  const next = new Uint8Array(program.size);
  const choice = program.decisions[0]?.choices[0];
  const steps = 1_000_000;
  const [, stepMs] = best(3, () => {
    for (let i = 0; i < steps; i++) if (choice) step(program, state, 0, choice, next, 0);
  });
  const run = { choices: new Array<string>(SMALL).fill('rapport'), seed: 1 };
  const rounds = 2000;
  const [, replayMs] = best(3, () => {
    for (let i = 0; i < rounds; i++) replay(program, run);
  });
  return [
    { name: 'one step', value: microseconds(stepMs, steps) },
    { name: 'one replayed choice, with what is shown', value: microseconds(replayMs, rounds * SMALL) },
    { name: `a run of ${SMALL} choices, as the player replays it`, value: microseconds(replayMs, rounds) },
  ];
}

/**
 * Time that proving the role-plays adds to a build, without reading their files. Measured in a new process, because code
 * that has run before is faster; a build runs it once.
 *
 * @param buildMs How long a build took, in milliseconds; undefined when none was made.
 */
export function benchAnalysis(buildMs: number | undefined): BenchLine[] {
  const { readMs, analysisMs, states, scenarios } = JSON.parse(
    execFileSync(process.execPath, [import.meta.filename, '--analysis'], { encoding: 'utf8' }),
  ) as ReturnType<typeof analyseContent>;
  const share =
    buildMs === undefined ? '' : `, ${percentText(analysisMs / buildMs)} of the build (at most 10 %)`;
  return [
    {
      name: `explore, prove and measure the ${scenarios} scenarios (${count(states)} states)`,
      value: `${seconds(analysisMs)}${share}`,
    },
    { name: 'read their files, which the pages need too', value: seconds(readMs) },
  ];
}

function analyseContent() {
  const root = join(import.meta.dirname, '../..');
  const folder = 'content/scenarios';
  const ids = readdirSync(`${root}/${folder}`).filter((id) =>
    existsSync(`${root}/${folder}/${id}/scenario.yaml`),
  );
  const [read, readMs] = timed(() => {
    const files = new ContentFiles(nodeFiles(root));
    return ids.flatMap((id) => readScenario(files, `${folder}/${id}`, 'en') ?? []);
  });
  const [states, analysisMs] = timed(() =>
    read.reduce(
      (sum, scenario) => sum + (proveRead(new ContentFiles(nodeFiles(root)), scenario)?.figures?.states ?? 0),
      0,
    ),
  );
  return { readMs, analysisMs, states, scenarios: ids.length };
}

function expectStates(engine: string, found: number, length: number): void {
  if (found !== countedStates(length))
    throw new Error(`${engine} found ${found} states; there are ${countedStates(length)}.`);
}

function timed<T>(work: () => T): [T, number] {
  const start = performance.now();
  const result = work();
  return [result, performance.now() - start];
}

/** The fastest of several rounds, which other programs disturbed least. */
function best<T>(rounds: number, work: () => T): [T, number] {
  let [result, ms] = timed(work);
  for (let round = 1; round < rounds; round++) {
    const [again, took] = timed(work);
    result = again;
    ms = Math.min(ms, took);
  }
  return [result, ms];
}

/** Heap and typed arrays; the latter do not count as heap. */
function memoryBytes(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function count(value: number): string {
  return Math.round(value).toLocaleString('en-GB');
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

function microseconds(ms: number, times: number): string {
  return `${((ms * 1000) / times).toFixed(3)} µs`;
}

if (import.meta.main) {
  if (process.argv.includes('--analysis')) console.log(JSON.stringify(analyseContent()));
  else for (const { name, value } of await benchScenarios()) console.log(`${name}: ${value}`);
}
