/** What an author reads after a slip: the shipped content is copied, broken in one place, and checked. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { formatProblem, type LocatedProblem } from '../../src/core/problem/index.ts';
import { type LoadOptions, loadContent } from '../../src/integrations/load-content.ts';

const project = join(import.meta.dirname, '../..');
const desk = mkdtempSync(join(tmpdir(), 'listen-first-'));
const today = '2026-11-22';
const MODULE = 'trafficking-or-smuggling';
const LESSON = `content/modules/${MODULE}/en/side-by-side.mdx`;
const LESSONS = `content/modules/${MODULE}/module.yaml`;
const BANK = `content/questions/${MODULE}/bank.yaml`;
const BANK_WORDS = `content/questions/${MODULE}/en.yaml`;
const SCENARIO = 'content/scenarios/last-car/scenario.yaml';

/** A course of one module, one role-play and one path, so that each case is checked in a moment. */
const SMALL = {
  'content/course.yaml': (text: string) =>
    text
      .replace(/^modules: .*$/m, `modules: [${MODULE}]`)
      .replace(/^paths: .*$/m, 'paths: [police]')
      .replace(/^scenarios: .*$/m, 'scenarios: [last-car]'),
  'content/paths/police.yaml': (text: string) =>
    text
      .replace(/^modules: .*$/m, `modules: [${MODULE}]`)
      .replace(/^scenarios: .*$/m, 'scenarios: { offered: [last-car], pass: 1 }')
      .replace(/questions: \d+/, 'questions: 5'),
};

beforeEach(() => {
  cpSync(join(project, 'content'), join(desk, 'content'), { recursive: true });
  for (const [file, change] of Object.entries(SMALL)) write(file, change(read(file)));
});
afterAll(() => rmSync(desk, { recursive: true, force: true }));

test('the copy is sound before it is broken', () => {
  expect(check().problems.map(formatProblem).join('\n\n')).toBe('');
});

describe('a lesson', () => {
  test('that cites an unknown source', () => {
    const line = breakAt(LESSON, /<Cite s="[A-Z0-9-]+/, '<Cite s="PALERMOO');
    expect(said(line)).toMatchInlineSnapshot(`
      "content/modules/trafficking-or-smuggling/en/side-by-side.mdx:HERE
        No source is called "PALERMOO".
        Did you mean "PALERMO"? Otherwise add it to content/sources.yaml.
        [content/unknown-source]

      content/paths/police.yaml:THERE › shortOfTime
        No lesson of the course is called "indicators/detect-inform-refer".
        Otherwise add it to content/course.yaml.
        [content/unknown-id]"
    `);
  });

  test('that cites a source by a former key', () => {
    const line = breakAt(LESSON, /<Cite s="[A-Z0-9-]+/, '<Cite s="S-PAYOKE-PL');
    expect(said(line)).toMatchInlineSnapshot(`
      "content/modules/trafficking-or-smuggling/en/side-by-side.mdx:HERE
        No source is called "S-PAYOKE-PL".
        It is now called SEED-0.
        [content/unknown-source]

      content/paths/police.yaml:THERE › shortOfTime
        No lesson of the course is called "indicators/detect-inform-refer".
        Otherwise add it to content/course.yaml.
        [content/unknown-id]"
    `);
  });

  test('that shows an unknown question', () => {
    const line = breakAt(LESSON, /$/, '\n<Check id="be-building-sites" />\n', 'be-building-sites');
    expect(said(line)).toMatchInlineSnapshot(`
      "content/modules/trafficking-or-smuggling/en/side-by-side.mdx:HERE
        No question of this module is called "be-building-sites".
        Did you mean "be-building-site"? 
        [content/unknown-id]

      content/paths/police.yaml:THERE › shortOfTime
        No lesson of the course is called "indicators/detect-inform-refer".
        Otherwise add it to content/course.yaml.
        [content/unknown-id]"
    `);
  });

  test('that uses an unknown tag', () => {
    const line = breakAt(LESSON, /$/, '\n<Notes title="In one line">Facts first.</Notes>\n', '<Notes');
    expect(said(line)).toMatchInlineSnapshot(`
      "content/modules/trafficking-or-smuggling/en/side-by-side.mdx:HERE
        Has a tag <Notes>.
        Did you mean "Note"? Tags are Cite, Note, Term, Voice, Country, Check, Diagram.
        [content/unknown-tag]

      content/paths/police.yaml:THERE › shortOfTime
        No lesson of the course is called "indicators/detect-inform-refer".
        Otherwise add it to content/course.yaml.
        [content/unknown-id]"
    `);
  });

  test('that asks for an unknown fact of the country', () => {
    const line = breakAt(LESSON, /$/, '\n<Country k="law.offense" />\n', 'law.offense');
    expect(said(line)).toMatchInlineSnapshot(`
      "content/modules/trafficking-or-smuggling/en/side-by-side.mdx:HERE
        No fact of the country pack is called "law.offense".
        Did you mean "law.offence"? 
        [content/unknown-id]

      content/paths/police.yaml:THERE › shortOfTime
        No lesson of the course is called "indicators/detect-inform-refer".
        Otherwise add it to content/course.yaml.
        [content/unknown-id]"
    `);
  });

  test('that is no MDX', () => {
    const line = breakAt(LESSON, /$/, '\nWith a wage of < 5 euro an hour.\n', '< 5 euro');
    expect(said(line)).toMatchInlineSnapshot(`
      "content/paths/police.yaml:THERE › shortOfTime
        No lesson of the course is called "indicators/detect-inform-refer".
        Otherwise add it to content/course.yaml.
        [content/unknown-id]"
    `);
  });

  test('that is listed and was not written', () => {
    rmSync(join(desk, LESSON));
    // Questions that only this lesson showed are named as well.
    expect(said(undefined, ({ code }) => code === 'content/missing-file')).toMatchInlineSnapshot(`
      "content/modules/trafficking-or-smuggling/en/side-by-side.mdx
        There is no such lesson.
        Write it, or take "side-by-side" out of content/modules/trafficking-or-smuggling/module.yaml.
        [content/missing-file]"
    `);
  });
});

describe('a bank', () => {
  test('that lacks the words of a question', () => {
    breakAt(BANK_WORDS, /^julie-seventeen:$/m, 'julie-eighteen:');
    expect(said(lineOf(BANK_WORDS, 'julie-eighteen:'))).toMatchInlineSnapshot(`
      "content/questions/trafficking-or-smuggling/en.yaml
        Has no words for "julie-seventeen".
        Write them.
        [content/missing-words]

      content/questions/trafficking-or-smuggling/en.yaml:HERE › julie-eighteen
        Words for "julie-eighteen", which does not exist.
        Did you mean "julie-seventeen"? Otherwise delete them.
        [content/words-for-nothing]

      content/paths/police.yaml:THERE › shortOfTime
        No lesson of the course is called "indicators/detect-inform-refer".
        Otherwise add it to content/course.yaml.
        [content/unknown-id]"
    `);
  });

  test('that lacks the words of an answer', () => {
    breakAt(BANK_WORDS, /^(julie-seventeen:[\s\S]*?)\n {4}pimping-only:.*$/m, '$1');
    expect(said(lineOf(BANK_WORDS, /^julie-seventeen:[\s\S]*?answers:/m))).toMatchInlineSnapshot(`
      "content/questions/trafficking-or-smuggling/en.yaml:HERE › julie-seventeen.answers
        Has no words for "pimping-only".
        Write answers.pimping-only.
        [question/words]

      content/paths/police.yaml:THERE › shortOfTime
        No lesson of the course is called "indicators/detect-inform-refer".
        Otherwise add it to content/course.yaml.
        [content/unknown-id]"
    `);
  });

  test('that has a question twice', () => {
    const line = breakAt(BANK, /$/, '\n  julie-seventeen:\n    type: single-choice\n', /julie-seventeen:\n {4}type: single-choice\n$/);
    expect(said(line)).toMatchInlineSnapshot(`
      "content/questions/trafficking-or-smuggling/bank.yaml:HERE
        Is no YAML: Map keys must be unique at line 559, column 3:
        Mend this line; text with a colon or a quotation mark goes between quotes.
        [content/yaml]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › sort-the-elements
        Words for "sort-the-elements", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › three-women-hotel
        Words for "three-women-hotel", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › julie-seventeen
        Words for "julie-seventeen", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › daniel-on-the-farm
        Words for "daniel-on-the-farm", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › cousins-in-one-workshop
        Words for "cousins-in-one-workshop", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › which-are-means
        Words for "which-are-means", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › sort-the-forms
        Words for "sort-the-forms", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › two-sisters-begging
        Words for "two-sisters-begging", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › bride-of-fifteen
        Words for "bride-of-fifteen", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › kidney-broker
        Words for "kidney-broker", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › damp-cellars
        Words for "damp-cellars", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › worker-at-the-residence
        Words for "worker-at-the-residence", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › forms-in-one-story
        Words for "forms-in-one-story", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › be-what-is-not-needed
        Words for "be-what-is-not-needed", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › be-building-site
        Words for "be-building-site", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › be-reform-confirmed
        Words for "be-reform-confirmed", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › be-dignity-facts
        Words for "be-dignity-facts", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › be-graver-facts
        Words for "be-graver-facts", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › selam-lorry
        Words for "selam-lorry", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › sister-ostend
        Words for "sister-ostend", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › trailer-no-air
        Words for "trailer-no-air", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › camp-ransom
        Words for "camp-ransom", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › bed-for-a-night
        Words for "bed-for-a-night", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › be-container-crew
        Words for "be-container-crew", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › be-which-forms-protect
        Words for "be-which-forms-protect", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › sort-two-crimes
        Words for "sort-two-crimes", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › order-of-questions
        Words for "order-of-questions", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › two-brothers
        Words for "two-brothers", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › roofer-forty-euro
        Words for "roofer-forty-euro", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › petra-by-train
        Words for "petra-by-train", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › tenth-day
        Words for "tenth-day", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › what-to-write
        Words for "what-to-write", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › boy-of-sixteen-agrees
        Words for "boy-of-sixteen-agrees", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › rosa-ten-percent
        Words for "rosa-ten-percent", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › line-free-will
        Words for "line-free-will", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › colleague-he-signed
        Words for "colleague-he-signed", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › keeps-a-share
        Words for "keeps-a-share", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › nora-sets-her-terms
        Words for "nora-sets-her-terms", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › where-consent-counts
        Words for "where-consent-counts", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › switches-in-samirs-story
        Words for "switches-in-samirs-story", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › minh-nail-bar
        Words for "minh-nail-bar", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › held-and-working
        Words for "held-and-working", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › sort-switch-or-not
        Words for "sort-switch-or-not", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › job-was-the-bait
        Words for "job-was-the-bait", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › borrowed-from-uncle
        Words for "borrowed-from-uncle", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › be-backpack-discount
        Words for "be-backpack-discount", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › best-question-after-arrival
        Words for "best-question-after-arrival", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › first-hour-order
        Words for "first-hour-order", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › line-papers-promise
        Words for "line-papers-promise", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › marta-exploited-abroad
        Words for "marta-exploited-abroad", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › boy-with-the-plants
        Words for "boy-with-the-plants", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › not-sure-which
        Words for "not-sure-which", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › what-non-punishment-is
        Words for "what-non-punishment-is", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › national-without-permit-question
        Words for "national-without-permit-question", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/questions/trafficking-or-smuggling/en.yaml:THERE › help-and-testimony
        Words for "help-and-testimony", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]

      content/modules/trafficking-or-smuggling/en/what-the-law-calls-trafficking.mdx:THERE
        No question of this module is called "sort-the-elements".
        Add it or name another.
        [content/unknown-id]

      content/modules/trafficking-or-smuggling/en/what-the-law-calls-trafficking.mdx:THERE
        No question of this module is called "three-women-hotel".
        Add it or name another.
        [content/unknown-id]

      content/modules/trafficking-or-smuggling/en/what-the-law-calls-trafficking.mdx:THERE
        No question of this module is called "julie-seventeen".
        Add it or name another.
        [content/unknown-id]

      content/modules/trafficking-or-smuggling/en/forms-of-exploitation.mdx:THERE
        No question of this module is called "sort-the-forms".
        Add it or name another.
        [content/unknown-id]

      content/modules/trafficking-or-smuggling/en/forms-of-exploitation.mdx:THERE
        No question of this module is called "two-sisters-begging".
        Add it or name another.
        [content/unknown-id]

      content/modules/trafficking-or-smuggling/en/forms-of-exploitation.mdx:THERE
        No question of this module is called "bride-of-fifteen".
        Add it or name another.
        [content/unknown-id]

      content/modules/trafficking-or-smuggling/en/forms-of-exploitation.mdx:THERE
        No question of this module is called "kidney-broker".
        Add it or name another.
        [content/unknown-id]

      content/modules/trafficking-or-smuggling/en/what-national-law-asks.mdx:THERE
        No question of this module is called "be-what-is-not-needed".
        Add it or name another.
        [content/unknown-id]

      content/modules/trafficking-or-smuggling/en/what-national-law-asks.mdx:THERE
        No question of this module is called "be-dignity-facts".
        Add it or name another.
        [content/unknown-id]

      content/modules/trafficking-or-smuggling/en/what-national-law-asks.mdx:THERE
        No question of this module is called "be-building-site".
        Add it or name another.
        [content/unknown-id]

      content/modules/trafficking-or-smuggling/en/what-national-law-asks.mdx:THERE
        No question of this module is called "be-reform-confirmed".
        Add it or name another.
        [content/unknown-id]

      content/modules/trafficking-or-smuggling/en/smuggling-and-its-aggravated-forms.mdx:THERE
        No question of this module is called "selam-lorry".
        Add it or name another.
        [content/unknown-id]

      content/modules/trafficking-or-smuggling/en/smuggling-and-its-aggravated-forms.mdx:THERE
        No question of this module is called "sister-ostend".
        Add it or name another.
        [content/unknown-id]

      content/modules/trafficking-or-smuggling/en/smuggling-and-its-aggravated-forms.mdx:THERE
        No question of this module is called "trailer-no-air".
        Add it or name another.
        [content/unknown-id]

      content/modules/trafficking-or-smuggling/en/smuggling-and-its-aggravated-forms.mdx:THERE
        No question of this module is called "camp-ransom".
        Add it or name another.
        [content/unknown-id]

      content/modules/trafficking-or-smuggling/en/side-by-side.mdx:THERE
        No question of this module is called "sort-two-crimes".
        Add it or name another.
        [content/unknown-id]

      content/modules/trafficking-or-smuggling/en/side-by-side.mdx:THERE
        No question of this module is called "order-of-questions".
        Add it or name another.
        [content/unknown-id]

      content/modules/trafficking-or-smuggling/en/side-by-side.mdx:THERE
        No question of this module is called "two-brothers".
        Add it or name another.
        [content/unknown-id]

      content/modules/trafficking-or-smuggling/en/side-by-side.mdx:THERE
        No question of this module is called "roofer-forty-euro".
        Add it or name another.
        [content/unknown-id]

      content/modules/trafficking-or-smuggling/en/consent-is-not-a-defence.mdx:THERE
        No question of this module is called "boy-of-sixteen-agrees".
        Add it or name another.
        [content/unknown-id]

      content/modules/trafficking-or-smuggling/en/consent-is-not-a-defence.mdx:THERE
        No question of this module is called "rosa-ten-percent".
        Add it or name another.
        [content/unknown-id]

      content/modules/trafficking-or-smuggling/en/consent-is-not-a-defence.mdx:THERE
        No question of this module is called "line-free-will".
        Add it or name another.
        [content/unknown-id]

      content/modules/trafficking-or-smuggling/en/consent-is-not-a-defence.mdx:THERE
        No question of this module is called "colleague-he-signed".
        Add it or name another.
        [content/unknown-id]

      content/modules/trafficking-or-smuggling/en/when-one-becomes-the-other.mdx:THERE
        No question of this module is called "switches-in-samirs-story".
        Add it or name another.
        [content/unknown-id]

      content/modules/trafficking-or-smuggling/en/when-one-becomes-the-other.mdx:THERE
        No question of this module is called "minh-nail-bar".
        Add it or name another.
        [content/unknown-id]

      content/modules/trafficking-or-smuggling/en/when-one-becomes-the-other.mdx:THERE
        No question of this module is called "held-and-working".
        Add it or name another.
        [content/unknown-id]

      content/modules/trafficking-or-smuggling/en/when-one-becomes-the-other.mdx:THERE
        No question of this module is called "sort-switch-or-not".
        Add it or name another.
        [content/unknown-id]

      content/modules/trafficking-or-smuggling/en/what-it-changes-for-the-person.mdx:THERE
        No question of this module is called "first-hour-order".
        Add it or name another.
        [content/unknown-id]

      content/modules/trafficking-or-smuggling/en/what-it-changes-for-the-person.mdx:THERE
        No question of this module is called "line-papers-promise".
        Add it or name another.
        [content/unknown-id]

      content/modules/trafficking-or-smuggling/en/what-it-changes-for-the-person.mdx:THERE
        No question of this module is called "marta-exploited-abroad".
        Add it or name another.
        [content/unknown-id]

      content/modules/trafficking-or-smuggling/en/what-it-changes-for-the-person.mdx:THERE
        No question of this module is called "boy-with-the-plants".
        Add it or name another.
        [content/unknown-id]

      content/paths/police.yaml:THERE › shortOfTime
        No lesson of the course is called "indicators/detect-inform-refer".
        Otherwise add it to content/course.yaml.
        [content/unknown-id]

      content/paths/police.yaml:THERE › assessment.questions
        Asks 5 questions; its banks have 0 for the final assessment.
        Ask fewer or write more.
        [content/path]"
    `);
  });

  test('that gives an answer twice', () => {
    breakAt(BANK, /answers: \[trafficking, pimping-only, youth-care\]|(?<=julie-seventeen:[\s\S]*?)answers: \[[^\]]*\]/, 'answers: [trafficking, youth-care, pimping-only, trafficking]');
    expect(said(lineOf(BANK, /answers: \[trafficking, youth-care, pimping-only, trafficking\]/))).toMatchInlineSnapshot(`
      "content/questions/trafficking-or-smuggling/bank.yaml:HERE › questions.julie-seventeen.answers
        "trafficking" stands there twice.
        Delete one or rename it.
        [question/structure]

      content/paths/police.yaml:THERE › shortOfTime
        No lesson of the course is called "indicators/detect-inform-refer".
        Otherwise add it to content/course.yaml.
        [content/unknown-id]"
    `);
  });

  test('that names a lesson and a country which do not exist', () => {
    breakAt(BANK, /(?<=julie-seventeen:\n[\s\S]*?)lesson: what-the-law-calls-trafficking/, 'lesson: what-law-calls-trafficking\n    country: bb');
    expect(said(lineOf(BANK, 'lesson: what-law-calls'))).toMatchInlineSnapshot(`
      "content/questions/trafficking-or-smuggling/bank.yaml:HERE › questions.julie-seventeen.lesson
        No lesson of trafficking-or-smuggling is called "what-law-calls-trafficking".
        Did you mean "what-the-law-calls-trafficking"? 
        [content/unknown-id]

      content/questions/trafficking-or-smuggling/bank.yaml:THERE › questions.julie-seventeen.country
        No country pack is called "bb".
        Did you mean "be"? Otherwise write the pack, or take the line out.
        [content/unknown-id]

      content/paths/police.yaml:THERE › shortOfTime
        No lesson of the course is called "indicators/detect-inform-refer".
        Otherwise add it to content/course.yaml.
        [content/unknown-id]"
    `);
  });

  test('that has a key which nothing reads', () => {
    breakAt(BANK, /(?<=julie-seventeen:\n[\s\S]*?)correct: /, 'corect: ');
    expect(said(undefined, ({ place }) => place.includes('julie-seventeen'))).toMatchInlineSnapshot(`
      "content/questions/trafficking-or-smuggling/bank.yaml:LINE › questions.julie-seventeen.correct
        Invalid input: expected string, received undefined.
        content/README.md shows the form.
        [content/shape]

      content/questions/trafficking-or-smuggling/bank.yaml:LINE › questions.julie-seventeen
        Has keys that nothing reads: corect.
        Delete them or mend their spelling.
        [content/shape]

      content/questions/trafficking-or-smuggling/en.yaml:LINE › julie-seventeen
        Words for "julie-seventeen", which does not exist.
        Otherwise delete them.
        [content/words-for-nothing]"
    `);
  });
});

describe('a role-play', () => {
  test('that leads to an unknown decision', () => {
    const line = breakAt(SCENARIO, /next: tarpaulin$/m, 'next: tarpauline');
    expect(said(line)).toMatchInlineSnapshot(`
      "content/scenarios/last-car/scenario.yaml:HERE › decisions.yard.choices.permits-in-office.next
        Goes to "tarpauline", but there is no such decision or ending.
        Did you mean "tarpaulin"? Otherwise add the decision or name an ending.
        [scenario/unknown-decision]

      content/paths/police.yaml:THERE › shortOfTime
        No lesson of the course is called "indicators/detect-inform-refer".
        Otherwise add it to content/course.yaml.
        [content/unknown-id]"
    `);
  });
});

describe('a date', () => {
  test('that has passed is a remark', () => {
    breakAt(LESSONS, /lookAgainBy: .*/, 'lookAgainBy: 2026-01-31');
    const { problems, content } = check();
    expect(problems).toEqual([]);
    expect(content?.overdue).toEqual([
      { file: LESSONS.replace('module.yaml', 'en/what-the-law-calls-trafficking.mdx'), what: 'what-the-law-calls-trafficking', lookAgainBy: '2026-01-31' },
    ]);
  });

  test('that has passed is a problem when strict', () => {
    breakAt(LESSONS, /lookAgainBy: .*/, 'lookAgainBy: 2026-01-31');
    expect(said(undefined, () => true, { strict: true })).toMatchInlineSnapshot(`
      "content/modules/trafficking-or-smuggling/en/what-the-law-calls-trafficking.mdx › what-the-law-calls-trafficking
        Was to be looked at again by 2026-01-31.
        Check it against its sources and set new dates.
        [content/overdue]

      content/paths/police.yaml:LINE › shortOfTime
        No lesson of the course is called "indicators/detect-inform-refer".
        Otherwise add it to content/course.yaml.
        [content/unknown-id]"
    `);
  });
});

test('two slips are told together', () => {
  breakAt(LESSON, /<Cite s="[A-Z0-9-]+/, '<Cite s="PALERMOO');
  breakAt(SCENARIO, /next: tarpaulin$/m, 'next: tarpauline');
  expect(check().problems.map(({ code }) => code)).toEqual(['content/unknown-source', 'scenario/unknown-decision']);
});

function read(file: string): string {
  return readFileSync(join(desk, file), 'utf8');
}

function write(file: string, text: string): void {
  writeFileSync(join(desk, file), text);
}

/**
 * Breaks a file in its first match.
 *
 * @param at Where the slip is found again, when it is not the replacement itself.
 * @returns Its line.
 */
function breakAt(file: string, from: RegExp, to: string, at: string | RegExp = to): number {
  const text = read(file);
  if (!from.test(text)) throw new Error(`${file} no longer has ${from}: choose another place to break.`);
  write(file, text.replace(from, to));
  return typeof at === 'string' && at.includes('$1') ? 0 : lineOf(file, at);
}

/** Line on which the last character of the first match stands; a match that ends in a line break is at its start. */
function lineOf(file: string, what: string | RegExp): number {
  const text = read(file);
  const match = typeof what === 'string' ? { index: text.indexOf(what), 0: what } : what.exec(text);
  if (!match || match.index < 0) throw new Error(`${file} has no ${what}.`);
  const end = match[0].endsWith('\n') ? match.index : match.index + match[0].length - 1;
  return text.slice(0, end).split('\n').length;
}

function check(options: Partial<LoadOptions> = {}) {
  return loadContent(desk, { lang: 'en', today, ...options });
}

/**
 * What is printed. Lines move when content is edited, so the line of the slip is written HERE, and any other line is
 * left as THERE.
 */
function said(line?: number, which: (problem: LocatedProblem) => boolean = () => true, options?: Partial<LoadOptions>): string {
  return check(options)
    .problems.filter(which)
    .map((problem) => formatProblem(problem).replace(/^([^\n:]+):(\d+)/, (_, file, at) => `${file}:${line === undefined ? 'LINE' : Number(at) === line ? 'HERE' : 'THERE'}`))
    .join('\n\n');
}
