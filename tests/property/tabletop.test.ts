import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { tabletop } from '../../src/core/handout/index.ts';
import { compileScenario, replay, type Scenario, type ScenarioWords } from '../../src/core/scenario/index.ts';
import { scenarioSchema } from '../../src/core/scenario/schema.ts';
import { CardTable } from '../fixtures/card-table.ts';
import { scenarioOf, sketches } from './random-scenario.ts';

const ui = parse(readFileSync('content/ui/en.yaml', 'utf8')) as Record<string, string>;

/** Words that are the ids themselves, so that what a card says can be compared with what the engine did. */
function idsAsWords(scenario: Scenario): ScenarioWords {
  const ids = (list: readonly { id: string }[] | undefined) =>
    Object.fromEntries((list ?? [{ id: 'default' }]).map(({ id }) => [id, { text: id }]));
  return {
    ...{ title: 'T', summary: 'S', role: 'R', place: 'P', task: 'T', opening: 'O', expert: {} },
    people: Object.fromEntries(Object.keys(scenario.people).map((id) => [id, { name: id, who: id }])),
    facts: Object.fromEntries(
      Object.keys(scenario.facts).map((id) => [id, { label: id, notebook: id, told: { text: id } }]),
    ),
    critical: Object.fromEntries(scenario.critical.map((id) => [id, id])),
    decisions: Object.fromEntries(
      Object.entries(scenario.decisions).map(([id, decision]) => [
        id,
        {
          lines: ids(decision.lines),
          choices: Object.fromEntries(
            Object.entries(decision.choices).map(([choiceId, choice]) => [
              choiceId,
              { text: choiceId, replies: ids(choice.replies), why: choiceId },
            ]),
          ),
        },
      ]),
    ),
    endings: Object.fromEntries(scenario.endings.map(({ id }) => [id, { title: id, text: id }])),
  };
}

describe('a role-play on paper', () => {
  test('gives the same words, choices, facts and ending as on the screen', () => {
    fc.assert(
      fc.property(sketches, fc.array(fc.nat(5), { minLength: 1, maxLength: 12 }), (sketch, picks) => {
        const scenario = scenarioSchema.parse(scenarioOf(sketch));
        const program = compileScenario(scenario);
        const words = idsAsWords(scenario);
        const kit = tabletop(program, words, { all: {}, of: {} }, ui);
        const table = new CardTable(kit, ui);
        const choices: string[] = [];
        for (let turn = 0; ; turn++) {
          const run = replay(program, { choices, seed: 7 });
          const met = run.turns.at(-1);
          const state = run.states.at(-1);
          const known = program.slots.flatMap(({ kind, name }, i) =>
            kind === 'fact' && state?.[i + 1] === 1 ? [name] : [],
          );
          const held = [...table.table.facts].map((number) => kit.facts[number - 1]?.label);
          expect(held.sort()).toEqual(known.sort());
          expect([...table.table.reds].map((number) => kit.reds[number - 1]?.text).sort()).toEqual(
            [...run.criticals].sort(),
          );
          if (run.ending !== undefined) {
            expect(kit.endings[table.table.ending - 1]?.title).toBe(run.ending);
            expect(table.passed).toBe(run.passed);
            return;
          }
          expect(table.card?.lines[table.line]?.spoken.text).toBe(met?.line);
          const open = (met?.offered ?? []).filter((choice) => !choice.struck).map((choice) => choice.id);
          expect(table.offered.map((choice) => choice.texts[0]?.text).sort()).toEqual([...open].sort());
          const picked = open.sort()[(picks[turn % picks.length] as number) % open.length] as string;
          const onPaper = table.offered.find((choice) => choice.texts[0]?.text === picked);
          const heard = table.play(onPaper?.letter ?? '');
          choices.push(picked);
          const taken = replay(program, { choices, seed: 7 }).turns[turn]?.taken;
          expect(onPaper?.replies[heard.reply]?.spoken.text).toBe(taken?.reply);
          // A fact that the choice itself hands over is told on the screen; on paper its card says it.
          const handedOver = new Set(
            scenario.decisions[met?.decision ?? '']?.choices[picked]?.effects.map(
              (effect) => /learn (\S+)$/.exec(effect)?.[1],
            ),
          );
          const asked = heard.asked.map(({ fact, answer }) => ({ fact: kit.facts[fact - 1]?.label, answer }));
          expect(asked.filter(({ fact }) => !handedOver.has(fact))).toEqual(
            taken?.asked.filter(({ fact }) => !handedOver.has(fact)),
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});
