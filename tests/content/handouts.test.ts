import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Tabletop, tabletop } from '../../src/core/handout/index.ts';
import { randomFrom } from '../../src/core/random/index.ts';
import { compileScenario, replay, type Scenario, type ScenarioWords } from '../../src/core/scenario/index.ts';
import { scenarioSchema, scenarioWordsSchema } from '../../src/core/scenario/schema.ts';
import { loadContent } from '../../src/integrations/load-content.ts';
import { CardTable } from '../fixtures/card-table.ts';

const read = (file: string) => parse(readFileSync(file, 'utf8'));
const ui = read('content/ui/en.yaml') as Record<string, string>;
const course = read('content/course.yaml') as { scenarios: string[]; paths: string[] };
const options = { lang: 'en', today: '2026-11-22' };
const { content, problems } = loadContent(process.cwd(), options);
if (!content) throw new Error('The content cannot be read.');
const { cards, tokens } = content.handouts;

interface Play {
  scenario: Scenario;
  words: ScenarioWords;
  kit: Tabletop;
}
const plays = course.scenarios.map((id): [string, Play] => {
  const scenario = scenarioSchema.parse(read(`content/scenarios/${id}/scenario.yaml`));
  const words = scenarioWordsSchema.parse(read(`content/scenarios/${id}/en.yaml`));
  return [id, { scenario, words, kit: tabletop(compileScenario(scenario), words, tokens, ui) }];
});

describe('the shipped handouts', () => {
  test('have no problem, and a pocket card for every path', () => {
    expect(problems).toEqual([]);
    expect(Object.keys(cards)).toEqual(course.paths);
  });

  test.each(plays)(
    '%s ends on paper as on the screen, in forty random runs',
    (id, { scenario, words, kit }) => {
      const program = compileScenario(scenario);
      const random = randomFrom(id.length);
      const endings = new Set<string>();
      for (let run = 0; run < 40; run++) {
        const table = new CardTable(kit, ui);
        const choices: string[] = [];
        while (table.card) {
          const met = replay(program, { choices, seed: run }).turns.at(-1);
          const open = (met?.offered ?? []).filter((choice) => !choice.struck);
          const textOf = (choice: { id: string; wording: string }) => {
            const text = words.decisions[met?.decision ?? '']?.choices[choice.id]?.text;
            return typeof text === 'string' ? text : text?.[choice.wording];
          };
          const onPaper = table.offered.map((choice) => choice.texts[table.textOf(choice)]?.text);
          expect(onPaper.sort()).toEqual(open.map(textOf).sort());
          const taken = open[Math.floor(random() * open.length)];
          if (!taken) throw new Error('Nothing is offered.');
          const letter = table.offered.find(
            (choice) => choice.texts[table.textOf(choice)]?.text === textOf(taken),
          )?.letter;
          table.play(letter ?? '');
          choices.push(taken.id);
        }
        const { ending = '', passed } = replay(program, { choices, seed: run });
        expect(kit.endings[table.table.ending - 1]?.title).toBe(words.endings[ending]?.title);
        expect(table.passed).toBe(passed);
        endings.add(ending);
      }
      expect(endings.size).toBeGreaterThan(1);
    },
  );

  test.each(plays)('%s leaves no place without words', (_, { kit }) => {
    const empty: string[] = [];
    const look = (value: unknown, place: string): void => {
      if (typeof value === 'string' && value.trim() === '') empty.push(place);
      else if (value && typeof value === 'object')
        for (const [key, inner] of Object.entries(value)) look(inner, `${place}.${key}`);
    };
    look(kit, 'kit');
    expect(empty).toEqual([]);
  });

  test('do not give the best answer away by its letter', () => {
    const letters = plays.flatMap(([, { kit }]) =>
      kit.cards.flatMap(({ choices }) =>
        choices.filter(({ rating }) => rating === 'best').map(({ letter }) => letter),
      ),
    );
    const share = letters.filter((letter) => letter === 'A').length / letters.length;
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.45);
  });
});

describe('the check of handouts refuses', () => {
  let root = '';
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'handouts-'));
    cpSync('content', join(root, 'content'), { recursive: true });
  });
  afterAll(() => rmSync(root, { recursive: true }));

  /** The problems' codes with one text of a file changed. */
  const codesWith = (file: string, from: string, to: string) => {
    const path = join(root, 'content/handouts', file);
    const before = readFileSync(path, 'utf8');
    expect(before).toContain(from);
    writeFileSync(path, before.replace(from, to));
    const { problems } = loadContent(root, options);
    writeFileSync(path, before);
    return problems.map(
      ({ code, file, line }) => `${code} in ${file.replace('content/handouts/', '')}:${line}`,
    );
  };

  test('a source that is not there, naming file and line', () => {
    expect(codesWith('police/card.yaml', 'papers: [ILO-DELPHI,', 'papers: [ILO-DELFI,')).toEqual([
      'content/unknown-source in police/card.yaml:7',
    ]);
  });

  test('a contact that the country pack does not have', () => {
    expect(codesWith('police/card.yaml', 'contacts.hotline', 'contacts.hotlin')).toContainEqual(
      expect.stringContaining('content/unknown-fact in police/card.yaml'),
    );
  });

  test('a line without words, and words without a line', () => {
    expect(codesWith('shelter/en.yaml', '  phone: ', '  phones: ')).toEqual([
      expect.stringContaining('content/missing-words in shelter/en.yaml'),
      expect.stringContaining('content/words-for-nothing in shelter/en.yaml'),
    ]);
  });

  test('words for a counter or marker that no role-play has', () => {
    expect(
      codesWith('tokens/en.yaml', '    way-back: { name: Way back', '    way-bak: { name: Way back'),
    ).toEqual([expect.stringContaining('content/words-for-nothing in tokens/en.yaml')]);
  });
});
