/** Plain English at B2, and words that respect: the limits and where they come from stand in editorial/reading/level.ts. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Content } from '../../src/core/course/index.ts';
import { ContentFiles } from '../../src/core/course/index.ts';
import { formatProblem } from '../../src/core/problem/index.ts';
import {
  avoidedWordsFinder,
  beyondLimits,
  type CourseText,
  courseTexts,
  formatSentence,
  longestSentences,
  measure,
} from '../../src/editorial/reading/index.ts';
import { wordsToAvoidSchema } from '../../src/editorial/review/schema.ts';
import { loadContent } from '../../src/integrations/load-content.ts';
import { nodeFiles } from '../../src/integrations/node-files.ts';

const project = join(import.meta.dirname, '../..');
const course = loadContent(project, { lang: 'en', today: '2026-11-22' }).content as Content;
const texts = courseTexts(course);

/** Running text by file; the facts of all topics of a country together, since a topic may be three sentences. */
const measured = Map.groupBy(
  texts.filter(({ kind, isProse }) => isProse && ['lesson', 'question', 'scenario', 'fact'].includes(kind)),
  ({ kind, file }) => (kind === 'fact' ? `content/countries/${course.country.id}` : file),
);

describe('the reading level is that of a reader at B2', () => {
  test.each([...measured.keys()])('%s', (file) => {
    const own = measured.get(file) as CourseText[];
    const beyond = beyondLimits(measure(own.map(({ text }) => text)));
    expect(
      beyond.length === 0
        ? ''
        : `${file}: ${beyond.join('; ')}.\nThe worst sentences:\n\n${longestSentences(own, 10).map(formatSentence).join('\n\n')}`,
    ).toBe('');
  });

  test('of every lesson, bank and role-play of the course', () => {
    const files = [
      ...course.modules.flatMap((module) => [
        ...module.lessons.map(({ file }) => file),
        `content/questions/${module.id}/en.yaml`,
      ]),
      ...course.scenarios.map(({ scenario }) => `content/scenarios/${scenario.id}/en.yaml`),
    ];
    expect(files.filter((file) => !measured.has(file))).toEqual([]);
  });
});

describe('the words', () => {
  const files = new ContentFiles(nodeFiles(project));
  const list = files.read('content/review/words-to-avoid.yaml', wordsToAvoidSchema) ?? [];
  const find = avoidedWordsFinder(list);
  const said = [
    ...texts.map(({ file, place, text }) => ({ where: `${file} › ${place}`, text })),
    ...Object.entries(course.ui).map(([key, text]) => ({ where: `content/ui/en.yaml › ${key}`, text })),
  ];

  test('to avoid are listed with a reason each, in a file that can be read', () => {
    expect(files.problems.map(formatProblem).join('\n')).toBe('');
    expect(list.length).toBeGreaterThan(5);
  });

  test('respect the people the course speaks of', () => {
    const found = said.flatMap(({ where, text }) =>
      find(text).map(
        ({ word, reason, instead }) =>
          `${where}\n  says “${word}”: ${text}\n  ${reason}\n  Instead: ${instead}.`,
      ),
    );
    expect(found.join('\n\n')).toBe('');
  });

  test('that are allowed in one phrase still stand in that phrase', () => {
    const all = said.map(({ text }) => text).join('\n');
    expect(list.flatMap(({ allowed }) => allowed).filter(({ phrase }) => !all.includes(phrase))).toEqual([]);
  });

  test.each([
    ['They rescued her from modern-day slavery.', ['rescued', 'modern-day']],
    ['Modern slaves are prey.', ['Modern slaves', 'slaves', 'prey']],
    ['An illegal immigrant, a prostitute.', ['prostitute', 'illegal immigrant']],
    ['Slavery or similar practices; the prostitution of others; she preyed.', ['preyed']],
    ['The man was treated as one of them; a preview; the spreying.', []],
  ])('are found in “%s”', (text, words) => {
    expect(
      find(text)
        .map(({ word }) => word)
        .sort(),
    ).toEqual([...words].sort());
  });
});
