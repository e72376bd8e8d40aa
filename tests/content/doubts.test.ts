/**
 * What could not be looked up is told to reviewers (`doubt` of a fact, the review sheets, the sources page). A learner
 * is told which wording applies and whom to ask.
 */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Content } from '../../src/core/course/index.ts';
import { courseTexts, splitSentences } from '../../src/editorial/reading/index.ts';
import { loadContent } from '../../src/integrations/load-content.ts';

const project = join(import.meta.dirname, '../..');
const load = (country: string) =>
  loadContent(project, { lang: 'en', country, today: '2026-12-01' }).content as Content;

/** How an author speaks of looking things up. */
const LOOKING_UP: readonly RegExp[] = [
  /\bcould(?: not|n't) be (?:read|seen|opened|found|confirmed|checked)\b/i,
  /\b(?:was|were)(?: not|n't) (?:read|seen|opened|found|checked)\b/i,
  /\b(?:we|course) (?:could|did|have|has)(?: not|n't) (?:be |been )?(?:read|see|seen|open|opened|find|found|check|checked|confirm|confirmed)\b/i,
  /\bundated (?:copy|page)\b/i,
  /\b(?:read|seen?) (?:its|the) (?:outline|opening|headings) only\b/i,
  /\bonly (?:its|the) (?:outline|opening|headings) (?:was|were|could)\b/i,
  /\bnot re-?read\b|\bno [a-z ]*(?:text|document) was (?:read|seen)\b/i,
];

describe.each(['be', 'nl'])('what a learner reads with the pack of %s', (country) => {
  const course = load(country);

  test('does not state what its authors could not verify', () => {
    const texts = [
      ...courseTexts(course),
      ...Object.values(course.country.facts).flatMap(({ key, caveat }) =>
        caveat ? [{ kind: 'fact' as const, file: key, place: 'caveat', text: caveat }] : [],
      ),
    ].filter(({ kind }) => kind !== 'scenario'); // There, people speak of what they have not found or read.
    const found = texts.flatMap(({ file, place, text }) =>
      splitSentences(text)
        .filter((sentence) => LOOKING_UP.some((rule) => rule.test(sentence.text)))
        .map((sentence) => `${file} › ${place}: ${sentence.text}`),
    );
    expect(found.join('\n')).toBe('');
  });
});

test('the rules find uncertain statements and nothing else', () => {
  const samples = [
    'The wording of the new Code could not be read.',
    'Both numbers were read on an undated copy of the site.',
    'We could read its outline only.',
    'We have not read the new text.',
    'The official text was not seen.',
    'We could not confirm its article numbers.',
    'Only its outline was available here.',
    'This course did not check the following.',
    'What is missing here was not checked.',
  ];
  expect(samples.filter((sample) => !LOOKING_UP.some((rule) => rule.test(sample)))).toEqual([]);
  const innocent = [
    'The prosecutor can read the report.',
    'Who could not leave, and why?',
    'Ask the reference magistrate; the date is not confirmed by an official text.',
    'The papers were not with him.',
    'He has not been paid.',
  ];
  expect(innocent.filter((sample) => LOOKING_UP.some((rule) => rule.test(sample)))).toEqual([]);
});

test('what could not be verified stands on the review sheets instead', () => {
  const doubts = Object.values(load('be').country.facts).filter(({ doubt }) => doubt);
  expect(doubts.length).toBeGreaterThan(20);
});
