/** What an author reads after a slip: the shipped content is copied, broken in one place, and checked. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LoadOptions } from '../../src/core/course/index.ts';
import { formatProblem, type LocatedProblem } from '../../src/core/problem/index.ts';
import { loadContent } from '../../src/integrations/load-content.ts';
import { copySmallCourse, MODULE } from '../fixtures/small-course.ts';

// Each case reads and proves a course; a loaded machine needs its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const desk = mkdtempSync(join(tmpdir(), 'listen-first-'));
const today = '2026-11-22';
const LESSON = `content/modules/${MODULE}/en/side-by-side.mdx`;
const LESSONS = `content/modules/${MODULE}/module.yaml`;
const BANK = `content/questions/${MODULE}/bank.yaml`;
const BANK_WORDS = `content/questions/${MODULE}/en.yaml`;
const CONTACTS = 'content/countries/be/facts/contacts.yaml';
const SCENARIO = 'content/scenarios/last-car/scenario.yaml';

beforeEach(() => {
  copySmallCourse(desk);
});
afterAll(() => rmSync(desk, { recursive: true, force: true }));

test('the copy has no problems before it is changed', () => {
  expect(check().problems.map(formatProblem).join('\n\n')).toBe('');
});

describe('a lesson', () => {
  test('that cites an unknown source', () => {
    const line = breakAt(LESSON, /<Cite s="[A-Z0-9-]+/, '<Cite s="PALERMOO');
    expect(said(line)).toMatchInlineSnapshot(`
      "content/modules/trafficking-or-smuggling/en/side-by-side.mdx:HERE
        No source is called "PALERMOO".
        Did you mean "PALERMO"? Otherwise add it to content/sources.yaml.
        [content/unknown-source]"
    `);
  });

  test('that cites a source by a former key', () => {
    const line = breakAt(LESSON, /<Cite s="[A-Z0-9-]+/, '<Cite s="S-PAYOKE-PL');
    expect(said(line)).toMatchInlineSnapshot(`
      "content/modules/trafficking-or-smuggling/en/side-by-side.mdx:HERE
        No source is called "S-PAYOKE-PL".
        It is now called SEED-0.
        [content/unknown-source]"
    `);
  });

  test('that shows an unknown question', () => {
    const line = breakAt(LESSON, /$/, '\n<Check id="be-building-sites" />\n', 'be-building-sites');
    expect(said(line)).toMatchInlineSnapshot(`
      "content/modules/trafficking-or-smuggling/en/side-by-side.mdx:HERE
        No question of this module is called "be-building-sites".
        Did you mean "be-building-site"? Otherwise add it or name another.
        [content/unknown-id]"
    `);
  });

  test('that uses an unknown tag', () => {
    const line = breakAt(LESSON, /$/, '\n<Notes title="In one line">Facts first.</Notes>\n', '<Notes');
    expect(said(line)).toMatchInlineSnapshot(`
      "content/modules/trafficking-or-smuggling/en/side-by-side.mdx:HERE
        Has a tag <Notes>.
        Did you mean "Note"? Otherwise use one of the tags Cite, Note, Term, Voice, Scene, Claim, Contrast, Case, Step, Take, Country, Check, Diagram.
        [content/unknown-tag]"
    `);
  });

  test('with a table whose column has no heading', () => {
    const line = breakAt(
      LESSON,
      /$/,
      '\n| | Trafficking |\n| --- | --- |\n| Consent | Counts for nothing |\n',
      '| | Trafficking',
    );
    expect(said(line)).toMatchInlineSnapshot(`
      "content/modules/trafficking-or-smuggling/en/side-by-side.mdx:HERE
        The table has no heading over column 1.
        Name what stands in that column: | Question | A complaint | An inspection |.
        [content/table-heading]"
    `);
  });

  test('that asks for an unknown fact of the country', () => {
    const line = breakAt(LESSON, /$/, '\n<Country k="law.offense" />\n', 'law.offense');
    expect(said(line)).toMatchInlineSnapshot(`
      "content/modules/trafficking-or-smuggling/en/side-by-side.mdx:HERE
        No fact of the country pack is called "law.offense".
        Did you mean "law.offence"? Otherwise add it or name another.
        [content/unknown-id]"
    `);
  });

  test('that is not valid MDX', () => {
    const line = breakAt(LESSON, /$/, '\nWith a wage of <5 euro an hour.\n', '<5 euro');
    // Its questions count as not shown then, and are named as well.
    expect(said(line, ({ code }) => code === 'content/mdx')).toMatchInlineSnapshot(`
      "content/modules/trafficking-or-smuggling/en/side-by-side.mdx:HERE
        Invalid MDX: Unexpected character \`5\` (U+0035) before name, expected a character that can start a name, such as a letter, \`$\`, or \`_\`.
        In prose, write &lt; and &#123; for < and {.
        [content/mdx]"
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
        [content/words-for-nothing]"
    `);
  });

  test('that lacks the words of an answer', () => {
    breakAt(BANK_WORDS, /^(julie-seventeen:[\s\S]*?)\n {4}pimping-only:.*$/m, '$1');
    expect(said(lineOf(BANK_WORDS, /^julie-seventeen:[\s\S]*?answers:/m))).toMatchInlineSnapshot(`
      "content/questions/trafficking-or-smuggling/en.yaml:HERE › julie-seventeen.answers
        Has no words for "pimping-only".
        Write answers.pimping-only.
        [question/words]"
    `);
  });

  test('that has a question twice', () => {
    const line = breakAt(
      BANK,
      /$/,
      '\n  julie-seventeen:\n    type: single-choice\n',
      /julie-seventeen:\n {4}type: single-choice\n$/,
    );
    // Nothing of the file is read then; what follows from that is not said.
    expect(said(line)).toMatchInlineSnapshot(`
      "content/questions/trafficking-or-smuggling/bank.yaml:HERE
        Invalid YAML: Map keys must be unique at line LINE, column COLUMN:
        Correct this line; text with a colon or a quotation mark goes between quotes.
        [content/yaml]"
    `);
  });

  test('that gives an answer twice', () => {
    breakAt(
      BANK,
      /(?<=julie-seventeen:\n[\s\S]*?)answers: \[[^\]]*\]/,
      'answers: [trafficking, youth-care, pimping-only, trafficking]',
    );
    expect(
      said(lineOf(BANK, /answers: \[trafficking, youth-care, pimping-only, trafficking\]/)),
    ).toMatchInlineSnapshot(`
      "content/questions/trafficking-or-smuggling/bank.yaml:HERE › questions.julie-seventeen.answers
        "trafficking" is in the list twice.
        Delete one or rename it.
        [question/structure]"
    `);
  });

  test('that names a lesson and a country which do not exist', () => {
    breakAt(
      BANK,
      /(?<=julie-seventeen:\n[\s\S]*?)lesson: what-the-law-calls-trafficking/,
      'lesson: what-law-calls-trafficking\n    country: bb',
    );
    expect(said(lineOf(BANK, 'lesson: what-law-calls'))).toMatchInlineSnapshot(`
      "content/questions/trafficking-or-smuggling/bank.yaml:HERE › questions.julie-seventeen.lesson
        No lesson of trafficking-or-smuggling is called "what-law-calls-trafficking".
        Did you mean "what-the-law-calls-trafficking"? Otherwise name a lesson of this module.
        [content/unknown-id]

      content/questions/trafficking-or-smuggling/bank.yaml:THERE › questions.julie-seventeen.country
        No country pack is called "bb".
        Did you mean "be"? Otherwise write the pack, or delete the line.
        [content/unknown-id]"
    `);
  });

  test('that has a key which nothing reads', () => {
    breakAt(BANK, /(?<=julie-seventeen:\n[\s\S]*?)correct: /, 'corect: ');
    expect(said(undefined, ({ place }) => place.includes('julie-seventeen'))).toMatchInlineSnapshot(`
      "content/questions/trafficking-or-smuggling/bank.yaml:LINE › questions.julie-seventeen.correct
        Expected string. Found nothing.
        content/README.md shows the form.
        [content/shape]

      content/questions/trafficking-or-smuggling/bank.yaml:LINE › questions.julie-seventeen
        Has keys that nothing reads: corect.
        Delete them or correct their spelling.
        [content/shape]"
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
        [scenario/unknown-decision]"
    `);
  });
});

/** Without the figures that follow from how many words the lesson has today. */
const masked = (text: string) => text.replace(/(?<=The |and |about |minutes: |from |to )\d+/g, '#');

describe('minutes', () => {
  test('of a lesson that its words do not take', () => {
    const line = breakAt(LESSONS, /minutes: \d+/, 'minutes: 21');
    expect(masked(said(line))).toMatchInlineSnapshot(`
      "content/modules/trafficking-or-smuggling/module.yaml:HERE › lessons[0].minutes
        Says 21 minutes. The # words and # checks of what-the-law-calls-trafficking in "en" take about #.
        Write "minutes: #"; anything from # to # is accepted. It counts for every language.
        [content/minutes]"
    `);
  });

  test('of a role-play that its words do not take', () => {
    const line = breakAt(SCENARIO, /^minutes: \d+/m, 'minutes: 2');
    expect(masked(said(line))).toMatchInlineSnapshot(`
      "content/scenarios/last-car/scenario.yaml:HERE › minutes
        Says 2 minutes. The words of its longest way in "en" take about #.
        Write "minutes: #"; anything from # to # is accepted. It counts for every language.
        [content/minutes]"
    `);
  });
});

describe('a date', () => {
  test('that has passed is a warning', () => {
    breakAt(LESSONS, /lookAgainBy: .*/, 'lookAgainBy: 2026-01-31');
    const { problems, content } = check();
    expect(problems).toEqual([]);
    expect(content?.overdue).toEqual([
      {
        file: LESSONS.replace('module.yaml', 'en/what-the-law-calls-trafficking.mdx'),
        what: 'what-the-law-calls-trafficking',
        lookAgainBy: '2026-01-31',
      },
    ]);
  });

  test('that has passed is a problem when strict', () => {
    breakAt(LESSONS, /lookAgainBy: .*/, 'lookAgainBy: 2026-01-31');
    expect(said(undefined, () => true, { strict: true })).toMatchInlineSnapshot(`
      "content/modules/trafficking-or-smuggling/en/what-the-law-calls-trafficking.mdx › what-the-law-calls-trafficking
        Was to be looked at again by 2026-01-31.
        Check it against its sources and set new dates.
        [content/overdue]"
    `);
  });
});

test('two mistakes are reported together', () => {
  breakAt(LESSON, /<Cite s="[A-Z0-9-]+/, '<Cite s="PALERMOO');
  breakAt(SCENARIO, /next: tarpaulin$/m, 'next: tarpauline');
  expect(check().problems.map(({ code }) => code)).toEqual([
    'content/unknown-source',
    'scenario/unknown-decision',
  ]);
});

test.each([
  'content/sources.yaml',
  'content/ui/en.yaml',
  'content/glossary/glossary.yaml',
  'content/glossary/en.yaml',
  'content/countries/be/facts/law.yaml',
  'content/countries/be/en/law.yaml',
  'content/diagrams/three-elements/en.yaml',
  LESSONS,
  `content/modules/${MODULE}/en/module.yaml`,
  BANK,
  BANK_WORDS,
  SCENARIO,
  SCENARIO.replace('scenario.yaml', 'en.yaml'),
  'content/paths/police.yaml',
  'content/handouts/police/card.yaml',
  'content/handouts/police/en.yaml',
  'content/handouts/tokens/en.yaml',
])('one slip that makes %s unreadable is one problem, whatever rests on it', (file) => {
  write(file, `${read(file)}\n? [\n`);
  expect(check().problems.map((problem) => `${problem.file} ${problem.code}`)).toEqual([
    `${file} content/yaml`,
  ]);
});

test('one mistake in a lesson is one problem, also when a path begins with it', () => {
  const lesson = `content/modules/${MODULE}/en/what-the-law-calls-trafficking.mdx`;
  write(lesson, `${read(lesson)}\n<Note title="Open">\n`);
  expect(check().problems.map((problem) => `${problem.file} ${problem.code}`)).toEqual([
    `${lesson} content/mdx`,
  ]);
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
  // A slip that takes something out has no line of its own.
  return at === '$1' ? 0 : lineOf(file, at);
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
function said(
  line?: number,
  which: (problem: LocatedProblem) => boolean = () => true,
  options?: Partial<LoadOptions>,
): string {
  return check(options)
    .problems.filter(which)
    .map((problem) =>
      formatProblem(problem)
        .replace(
          /^([^\n:]+):(\d+)/,
          (_, file, at) => `${file}:${line === undefined ? 'LINE' : Number(at) === line ? 'HERE' : 'THERE'}`,
        )
        .replace(/ at line \d+, column \d+/, ' at line LINE, column COLUMN'),
    )
    .join('\n\n');
}

describe('the list of what the founding documents name', () => {
  const FILE = 'content/coverage.yaml';

  test('that names a lesson which is not there', () => {
    const line = breakAt(FILE, /side-by-side\]/, 'side-by-sid]');
    expect(said(line)).toMatchInlineSnapshot(`
      "content/coverage.yaml:HERE › [0].taught[0]
        There is no lesson "trafficking-or-smuggling/side-by-sid".
        Did you mean "trafficking-or-smuggling/side-by-side"? Otherwise name where it is taught now, or write "left" with the reason.
        [coverage/dead-reference]"
    `);
  });

  test('that names an unknown kind of place', () => {
    const line = breakAt(FILE, /lesson:/, 'lessons:');
    expect(said(line)).toMatchInlineSnapshot(`
      "content/coverage.yaml:HERE › [0].taught[0]
        "lessons:trafficking-or-smuggling/side-by-side" names no kind of place.
        Begin with one of lesson:, fact:, diagram:, term:, question:, role-play:.
        [coverage/unknown-kind]"
    `);
  });

  test('that says neither where an item is taught nor why it is left out', () => {
    const line = breakAt(FILE, /\n {2}taught:.*/, '', 'id: elements');
    expect(said(line)).toMatchInlineSnapshot(`
      "content/coverage.yaml:HERE › [0]
        "elements" must have either "taught" or "left".
        Name where it is taught, or say why it is left out.
        [coverage/taught-or-left]"
    `);
  });
});

describe('what a page shows', () => {
  test('a role-play at a place that nobody has drawn', () => {
    const line = breakAt(SCENARIO, /^scene: .*$/m, 'scene: car-washh', 'car-washh');
    expect(said(line)).toMatchInlineSnapshot(`
      "content/scenarios/last-car/scenario.yaml:HERE › scene
        No drawing of content/scenes is called "car-washh".
        Did you mean "car-wash"? Otherwise take it out.
        [content/unknown-id]"
    `);
  });

  test('a role-play that practises an unknown module', () => {
    const line = breakAt(SCENARIO, /^practises: .*$/m, 'practises: [trafficking-or-smugling]', 'smugling');
    expect(said(line)).toMatchInlineSnapshot(`
      "content/scenarios/last-car/scenario.yaml:HERE › practises
        No module is called "trafficking-or-smugling".
        Did you mean "trafficking-or-smuggling"? Otherwise take it out.
        [content/unknown-id]"
    `);
  });

  test('a phone number in no section of the page of numbers', () => {
    const line = breakAt(CONTACTS, /needs: \[danger\]\n/, '\n', 'emergency:');
    expect(said(line)).toMatchInlineSnapshot(`
      "content/countries/be/facts/contacts.yaml:HERE › emergency
        Has a phone number and stands in no section of the page of numbers.
        Add needs: a list of danger, centre, child, health, police, talk.
        [content/contact-without-need]"
    `);
  });
});
