/**
 * What a learner can say in the shipped role-plays. Two rules: in those of the police the person hears who else reads
 * what they say before the first question to them (countries/<cc>/en/interviews.yaml, `secrecy-police`), and a learner's
 * spoken line uses contractions, as people do when they speak.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { compileScenario, replay } from '../../src/core/scenario/index.ts';
import { scenarioSchema, scenarioWordsSchema } from '../../src/core/scenario/schema.ts';

const read = (file: string) => parse(readFileSync(file, 'utf8'));
const { scenarios } = read('content/course.yaml') as { scenarios: string[] };
const police = read('content/paths/police.yaml').scenarios.offered as string[];

function load(id: string) {
  const scenario = scenarioSchema.parse(read(`content/scenarios/${id}/scenario.yaml`));
  const words = scenarioWordsSchema.parse(read(`content/scenarios/${id}/en.yaml`));
  return { scenario, words };
}

/** Role-plays offered to the police in which the rule does not hold as it stands, each with its reason. */
const OTHERWISE: Record<string, string> = {
  'the-phone-on-the-table': 'The learner is an outreach worker, who reports to nobody.',
  'the-boy-with-the-bag': 'A child of this town: no immigration office; the test below asks for the lawyer.',
};

/** Words of the choices that the expert takes, in order, with whether the choice asks for a fact of the focus. */
function expertLines(id: string) {
  const { scenario, words } = load(id);
  const { turns } = replay(compileScenario(scenario), { choices: scenario.expert, seed: 1 });
  return turns.flatMap(({ decision, offered, taken }) => {
    if (!taken) return [];
    const { text } = words.decisions[decision]?.choices[taken.id] ?? { text: '' };
    const wording = offered.find((choice) => choice.id === taken.id)?.wording ?? '';
    return [{ text: typeof text === 'string' ? text : (text[wording] ?? ''), asks: taken.asked.length > 0 }];
  });
}

describe('before the first question', () => {
  test.each(police.filter((id) => !(id in OTHERWISE)))(
    '%s names the prosecutor and the immigration office',
    (id) => {
      const lines = expertLines(id);
      const told = lines.findIndex(({ text }) => /prosecutor/.test(text) && /immigration office/.test(text));
      const asked = lines.findIndex(({ asks }) => asks);
      expect(told, 'no line of the expert names both').toBeGreaterThanOrEqual(0);
      expect(told, lines[asked]?.text).toBeLessThanOrEqual(asked);
    },
  );

  test('the-boy-with-the-bag names the lawyer and the prosecutor', () => {
    expect(
      expertLines('the-boy-with-the-bag').some(({ text }) => /lawyer/.test(text) && /prosecutor/.test(text)),
    ).toBe(true);
  });

  test('every role-play with an exception is still offered to the police', () => {
    expect(Object.keys(OTHERWISE).filter((id) => !police.includes(id))).toEqual([]);
  });
});

/** Forms that a speaker contracts. "You are" and its like are left out: they stand rightly at the end of a clause. */
const STIFF =
  /\b(?:do|does|did|is|are|was|has|have|will|would|could|should|need) not\b|\bcannot\b|\bI (?:am|will) \w|\blet us\b/i;

/** Quoted stretches of a line in which a form that speakers contract stands in full. */
const stiffQuotes = (text: string) => (text.match(/“[^”]*”/g) ?? []).filter((quote) => STIFF.test(quote));

describe('a learner speaks with contractions', () => {
  test.each(scenarios)('%s', (id) => {
    const stiff = Object.entries(load(id).words.decisions).flatMap(([decision, { choices }]) =>
      Object.entries(choices).flatMap(([choice, { text, better }]) =>
        [...(typeof text === 'string' ? [text] : Object.values(text)), better ?? '']
          .flatMap(stiffQuotes)
          .map((quote) => `${decision} › ${choice}: ${quote}`),
      ),
    );
    expect(stiff).toEqual([]);
  });

  test.each([
    ['“I do not know.”', 1],
    ['“I am from the police.” You wait.', 1],
    ["You do not ask. “I don't know.”", 0],
    ['“That is who I am.”', 0],
  ])('%s', (text, count) => {
    expect(stiffQuotes(text)).toHaveLength(count);
  });
});
