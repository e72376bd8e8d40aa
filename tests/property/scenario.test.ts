import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compileScenario,
  computeFigures,
  computeValues,
  debrief,
  explore,
  findLoop,
  type Program,
  proveScenario,
  type RunChoices,
  replay,
  type Space,
} from '../../src/core/scenario/index.ts';
import { coverage } from '../../src/core/scenario/proof/coverage.ts';
import { scenarioSchema } from '../../src/core/scenario/schema.ts';
import { analyseNaively } from './naive-analysis.ts';
import { type Sketch, scenarioOf, sketches } from './random-scenario.ts';

const compiled = (sketch: Sketch): Program => compileScenario(scenarioSchema.parse(scenarioOf(sketch)));
const programs = sketches.map(compiled);

/** A run to its end; each number picks one of what is offered. */
function play(program: Program, picks: readonly number[], seed: number): RunChoices {
  let played: RunChoices = { choices: [], seed };
  for (let turn = 0; ; turn++) {
    const run = replay(program, played);
    if (run.ending !== undefined) return played;
    // By id, so that the seed does not take part in the choice.
    const open = (run.turns.at(-1)?.offered ?? [])
      .filter((choice) => !choice.struck)
      .map((choice) => choice.id)
      .sort();
    const choice = open[(picks[turn % picks.length] as number) % open.length] as string;
    played = { ...played, choices: [...played.choices, choice] };
  }
}
const runs = fc
  .record({
    program: programs,
    picks: fc.array(fc.nat(5), { minLength: 1, maxLength: 12 }),
    seed: fc.integer(),
  })
  .map(({ program, picks, seed }) => ({ program, played: play(program, picks, seed) }));

const sum = (points: Partial<Record<string, number>>) =>
  Object.values(points).reduce((total: number, earned) => total + (earned ?? 0), 0);
const rowOf = (space: Space, state: Uint8Array) =>
  String(
    space.reduced
      ? state.map((byte, i) =>
          i === 0 || space.masks[state[0] as number]?.[i] ? byte : (space.program.initial[i] as number),
        )
      : state,
  );
const rows = (space: Space) =>
  new Set(
    Array.from({ length: space.count }, (_, i) =>
      String(space.bytes.subarray(i * space.program.size, (i + 1) * space.program.size)),
    ),
  );
/** What the proof has come across, by the names of the naive analysis. */
function metBy(space: Space): Set<string> {
  const { program } = space;
  const { nearestAt, offered, used, told, withheld, changed } = coverage(space);
  const met = new Set([
    ...[...told].map((fact) => `fact ${fact}`),
    ...[...withheld].map((fact) => `withheld ${fact}`),
  ]);
  const note = (name: string, list: readonly unknown[], seen: ReadonlySet<unknown>) => {
    list.forEach((one, i) => {
      if (seen.has(one)) met.add(`${name}${i}`);
    });
  };
  [...program.positions].forEach(([id, position]) => {
    const kind = position < program.decisions.length ? 'decision' : 'ending';
    if (nearestAt[position] !== -1) met.add(`${kind} ${id}`);
  });
  note('bearing ', program.bearing, used);
  for (const decision of program.decisions) {
    note(`line ${decision.id}/`, decision.lines, used);
    note(`effect ${decision.id}/`, decision.enter, changed);
    for (const choice of decision.choices) {
      const name = `${decision.id}/${choice.id}`;
      if (offered.has(choice)) met.add(`choice ${name}`);
      note(`reply ${name}/`, choice.replies, used);
      note(`way ${name}/`, choice.next, used);
      note(`effect ${name}/`, choice.effects, changed);
    }
  }
  return met;
}
const load = {
  opening: 40,
  decision: (id: string) => 30 + id.charCodeAt(1),
  choice: (decision: string, id: string) => decision.charCodeAt(1) * id.charCodeAt(0),
  ending: (id: string) => id.length,
};

describe('a run of any scenario', () => {
  test('earns between the least and the most points', () => {
    fc.assert(
      fc.property(runs, ({ program, played }) => {
        const values = computeValues(explore(program));
        const earned = sum(replay(program, played).points);
        expect(earned).toBeGreaterThanOrEqual(values.least[0] as number);
        expect(earned).toBeLessThanOrEqual(values.best[0] as number);
      }),
    );
  });

  test('loses by its decisions exactly what it did not earn, also when it stops half-way', () => {
    fc.assert(
      fc.property(runs, fc.nat(12), fc.boolean(), ({ program, played }, length, reduce) => {
        const space = explore(program, { reduce });
        const values = computeValues(space);
        const part = { ...played, choices: played.choices.slice(0, length) };
        const { costs, replay: run, bars } = debrief(space, values, replay(program, part));
        const now = rowOf(space, run.states.at(-1) as Uint8Array);
        const here = [...rows(space)].indexOf(now);
        expect(costs.reduce((total, cost) => total + cost, 0)).toBe(
          (values.best[0] as number) - sum(run.points) - (values.best[here] as number),
        );
        expect(costs.every((cost) => cost >= 0)).toBe(true);
        expect(bars.every((bar) => bar.earned <= bar.possible)).toBe(true);
      }),
    );
  });

  test('is the same when it is broken off and gone on with', () => {
    fc.assert(
      fc.property(runs, fc.nat(12), ({ program, played }, length) => {
        const whole = replay(program, played);
        const half = { ...played, choices: played.choices.slice(0, length) };
        const first = replay(program, half);
        expect(whole.turns.slice(0, half.choices.length)).toEqual(first.turns.slice(0, half.choices.length));
        expect(whole.states.slice(0, first.states.length)).toEqual(first.states);
        const rest = played.choices.slice(half.choices.length);
        expect(replay(program, { ...half, choices: [...half.choices, ...rest] })).toEqual(whole);
      }),
    );
  });

  test('never passes with a critical error', () => {
    fc.assert(
      fc.property(runs, ({ program, played }) => {
        const run = replay(program, played);
        const erred = played.choices.some(
          (id, turn) =>
            program.scenario.decisions[run.turns[turn]?.decision ?? '']?.choices[id]?.critical !== undefined,
        );
        expect(run.criticals.length > 0).toBe(erred);
        if (erred) expect(run.passed).toBe(false);
      }),
    );
  });

  test('has the same outcome under every seed; only the order on the screen differs', () => {
    fc.assert(
      fc.property(runs, fc.integer(), ({ program, played }, seed) => {
        const [one, other] = [replay(program, played), replay(program, { ...played, seed })].map((run) => ({
          ...run,
          turns: run.turns.map((turn) => ({
            ...turn,
            offered: [...turn.offered].sort((a, b) => a.id.localeCompare(b.id)),
          })),
        }));
        expect(other).toEqual(one);
      }),
    );
  });

  test('reaches no state that the exploration did not list', () => {
    fc.assert(
      fc.property(runs, fc.boolean(), ({ program, played }, reduce) => {
        const space = explore(program, { reduce });
        const known = rows(space);
        for (const state of replay(program, played).states) expect(known).toContain(rowOf(space, state));
      }),
    );
  });
});

describe('the analysis of any scenario', () => {
  test('finds the same figures and the same faults with and without the reduction', () => {
    fc.assert(
      fc.property(programs, (program) => {
        const [reduced, full] = [true, false].map((reduce) => {
          const space = explore(program, { reduce });
          expect(findLoop(space)).toBeNull();
          const values = computeValues(space);
          const { states, ...figures } = computeFigures(space, values, load);
          // The way that is shown may differ where several are equally short; what is wrong where may not.
          const faults = proveScenario(space, values).map(({ code, place }) => `${code} ${place.join('.')}`);
          return { states, figures, faults };
        });
        expect(reduced?.figures).toEqual(full?.figures);
        expect(reduced?.faults).toEqual(full?.faults);
        expect(reduced?.states).toBeLessThanOrEqual(full?.states as number);
      }),
      { numRuns: 300 },
    );
  });

  test('reaches the same lines, bearings, ways, facts and effects as the naive recursion', () => {
    fc.assert(
      fc.property(sketches, fc.boolean(), (sketch, reduce) => {
        // The reduction does not follow effects on what nobody reads any more; those are a finding of their own.
        const names = (met: Set<string>) =>
          [...met].filter((name) => !reduce || !name.startsWith('effect ')).sort();
        const space = explore(compiled(sketch), { reduce });
        expect(names(metBy(space))).toEqual(names(analyseNaively(sketch).met));
      }),
      { numRuns: 300 },
    );
  });

  test('agrees with a naive recursion that shares no code with it', () => {
    fc.assert(
      fc.property(sketches, (sketch) => {
        const program = compiled(sketch);
        const naive = analyseNaively(sketch);
        const space = explore(program, { reduce: false });
        const values = computeValues(space);
        const figures = computeFigures(space, values);
        const statesAt: Record<string, number> = {};
        const places = [...program.positions.keys()];
        for (let state = 0; state < space.count; state++) {
          const place = places[space.bytes[state * program.size] as number] as string;
          statesAt[place] = (statesAt[place] ?? 0) + 1;
        }
        expect(statesAt).toEqual(naive.statesAt);
        expect({
          best: figures.mostPoints,
          least: figures.leastPoints,
          longest: figures.longestRun,
          shortest: figures.shortestRun,
        }).toEqual({
          best: naive.best,
          least: naive.least,
          longest: naive.longest,
          shortest: naive.shortest,
        });
        expect(figures.randomPassShare).toBeCloseTo(naive.passShare, 12);
        for (const [competency, most] of Object.entries(figures.mostPerCompetency))
          expect(most).toBe(naive.bestOf[competency] ?? 0);
      }),
      { numRuns: 300 },
    );
  });
});
