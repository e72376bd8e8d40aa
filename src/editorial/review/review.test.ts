import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Content } from '../../core/course/index.ts';
import { ContentFiles } from '../../core/course/index.ts';
import { readLesson } from '../../core/lesson/index.ts';
import { formatProblem } from '../../core/problem/index.ts';
import { loadContent } from '../../integrations/load-content.ts';
import { nodeFiles } from '../../integrations/node-files.ts';
import {
  countKinds,
  indexHtml,
  type ReviewRoles,
  type ReviewWords,
  reviewSheets,
  rolesProblems,
  sheetHtml,
} from './index.ts';
import { reviewRolesSchema, reviewWordsSchema } from './schema.ts';
import { factStatement, lessonStatements, type StatedLesson, termStatement } from './statements.ts';

const project = join(import.meta.dirname, '../../..');
const today = '2026-11-22';
const course = loadContent(project, { lang: 'en', today }).content as Content;
const files = new ContentFiles(nodeFiles(project));
const roles = files.read('content/review/roles.yaml', reviewRolesSchema) as ReviewRoles;
const words = files.read('content/review/en.yaml', reviewWordsSchema) as ReviewWords;
const sheets = reviewSheets(course, roles, words);
const all = sheets.flatMap(({ first, rest }) => [...first, ...rest]);

const lessonOf = (mdx: string): StatedLesson => ({
  id: 'l',
  reading: readLesson(mdx),
  frontmatter: { title: 'L', summary: 'S' },
  checkedOn: today,
  lookAgainBy: '2027-01-01',
  review: 'prepared' as const,
  overdue: false,
});

describe('the statements of a lesson', () => {
  test('are the sentences that carry a citation, each with what stands before it', () => {
    const mdx =
      'One stands alone. Two is cited. <Cite s="A" /> Three leads. Four says more <Cite s="B C" />. Five is not cited.\n\nNo citation here.\n';
    expect(
      lessonStatements('m', lessonOf(mdx), words).map(({ id, context, lines, sources }) => ({
        id,
        context,
        text: lines[0]?.text,
        sources,
      })),
    ).toEqual([
      { id: 'm/l:1', context: ['One stands alone.'], text: 'Two is cited.', sources: ['A'] },
      { id: 'm/l:1', context: ['Three leads.'], text: 'Four says more.', sources: ['B', 'C'] },
    ]);
  });

  test('are a note and a cell of a table as a whole', () => {
    const mdx =
      '<Note title="In short" s="A">First. Second.</Note>\n\n| Sign | Why |\n| --- | --- |\n| Debt | It binds. It grows. <Cite s="B" /> |\n';
    expect(
      lessonStatements('m', lessonOf(mdx), words).map(({ context, lines }) => [context[0], lines[0]?.text]),
    ).toEqual([
      ['In short', 'First. Second.'],
      ['Debt', 'It binds. It grows.'],
    ]);
  });

  test('are doubtful when they say so themselves, or when the lesson is overdue', () => {
    const mdx = 'The number is not confirmed. <Cite s="A" />\n';
    expect(lessonStatements('m', lessonOf(mdx), words)[0]?.doubts).toEqual(['says-so']);
    expect(
      lessonStatements('m', { ...lessonOf('It is. <Cite s="A" />\n'), overdue: true }, words)[0]?.doubts,
    ).toEqual(['overdue']);
  });
});

test('a fact is doubtful when it is not confirmed or rests on one source', () => {
  for (const fact of Object.values(course.country.facts)) {
    const { doubts } = factStatement(fact, words);
    if (fact.confidence !== 'confirmed') expect(doubts).toContain(fact.confidence);
  }
});

describe('the sheets of the course', () => {
  test('have a table of roles and words without a fault', () => {
    expect(
      [...files.problems, ...rolesProblems(course, roles, words, 'content/review/roles.yaml')]
        .map(formatProblem)
        .join('\n\n'),
    ).toBe('');
  });

  test('name together every question, fact, choice of a role-play, term and diagram', () => {
    const ids = new Set(all.map(({ kind, id }) => `${kind} ${id}`));
    const wanted = [
      ...course.modules.flatMap((module) =>
        Object.keys(module.bank).map((id) => `question ${module.id}/${id}`),
      ),
      ...Object.keys(course.country.facts).map((key) => `fact ${key}`),
      ...course.scenarios.flatMap(({ scenario }) =>
        Object.entries(scenario.decisions).flatMap(([decision, { choices }]) =>
          Object.keys(choices).map((choice) => `rating ${scenario.id}/${decision}/${choice}`),
        ),
      ),
      ...Object.keys(course.glossaryWords).map((id) => `term ${id}`),
      ...Object.keys(course.diagrams).map((id) => `diagram ${id}`),
    ];
    expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
  });

  test('name every citation of every lesson', () => {
    for (const module of course.modules) {
      for (const { id, sources } of module.lessons) {
        const cited = new Set(
          all
            .filter(
              (statement) => statement.kind === 'lesson' && statement.id.startsWith(`${module.id}/${id}:`),
            )
            .flatMap((statement) => statement.sources),
        );
        expect([...cited].sort()).toEqual([...new Set(sources)].sort());
      }
    }
  });

  test('put what is doubtful first, what is not confirmed before all', () => {
    const sheet = sheets.find(({ file }) => file === `lawyer--country-${course.country.id}.html`);
    expect(sheet?.first[0]?.doubts).toContain('uncertain');
    expect(sheet?.rest.flatMap(({ doubts }) => doubts)).toEqual([]);
    expect(countKinds(sheet ?? (sheets[0] as (typeof sheets)[0])).fact).toBeGreaterThan(0);
  });

  test('each say every id and every source, ask for an opinion on each, and can be signed', () => {
    for (const sheet of sheets) {
      const html = sheetHtml(sheet, { course, words, today });
      const statements = [...sheet.first, ...sheet.rest];
      expect(html.match(/<article /g)).toHaveLength(statements.length);
      expect(html.match(/<textarea /g)).toHaveLength(statements.length);
      expect(html).toContain(words.words.signText);
      for (const { id, sources } of statements) {
        expect(html).toContain(id);
        for (const key of sources) expect(html).toContain(`(${key})`);
      }
    }
  });

  test('load nothing, run nothing, and let no text of the course become markup', () => {
    const [sheet] = sheets;
    if (!sheet) throw new Error('There is no sheet.');
    const html = [
      sheetHtml({ ...sheet, title: '<script>alert(1)</script>' }, { course, words, today }),
      indexHtml(sheets, { course, words, today }),
    ].join('');
    expect(html).not.toMatch(/<script|<link|<img|src=|url\(|@import|style="/);
  });
});

test('a table of roles that forgets or misspells something is refused', () => {
  const { law: _, ...facts } = roles.facts;
  const wrong: ReviewRoles = { ...roles, facts, modules: { ...roles.modules, indicator: ['lawyr'] } };
  expect(
    rolesProblems(course, wrong, words, 'roles.yaml').map(formatProblem).join('\n\n'),
  ).toMatchInlineSnapshot(`
    "roles.yaml › modules.indicator
      The course has no "indicator".
      Did you mean "indicators"? Otherwise delete the line.
      [review/unknown-id]

    roles.yaml › modules.indicator
      No role is called "lawyr".
      Did you mean "lawyer"? Otherwise add it to roles.
      [review/unknown-role]

    roles.yaml › facts
      Nobody reads the facts on "law".
      Name the roles.
      [review/nobody]"
  `);
});

test('a term or a diagram that nobody reads, or that does not exist, is refused', () => {
  const { 'two-crimes': _, ...diagrams } = roles.diagrams;
  const terms = { ...roles.terms, clinician: [...(roles.terms.clinician ?? []), 'dissociatoin'] };
  for (const [role, named] of Object.entries(terms))
    terms[role as keyof typeof terms] = named.filter((id) => id !== 'greta');
  expect(
    rolesProblems(course, { ...roles, diagrams, terms }, words, 'roles.yaml')
      .map(formatProblem)
      .join('\n\n'),
  ).toMatchInlineSnapshot(`
    "roles.yaml › terms.clinician
      The glossary has no "dissociatoin".
      Did you mean "dissociation"? Otherwise delete it.
      [review/unknown-id]

    roles.yaml › terms
      Nobody reads the term "greta".
      Name it for a role.
      [review/nobody]

    roles.yaml › diagrams
      Nobody reads the diagram "two-crimes".
      Name its roles.
      [review/nobody]"
  `);
});

describe('the statement of', () => {
  test('a fact with a doubt says it to its reviewers, and stands first', () => {
    const doubtful = Object.values(course.country.facts).filter(
      ({ doubt, confidence }) => doubt && confidence === 'confirmed',
    );
    expect(doubtful.length).toBeGreaterThan(0);
    for (const fact of doubtful) {
      const on = sheets.filter(({ first }) => first.some(({ id }) => id === fact.key));
      expect(on.length, fact.key).toBeGreaterThan(0);
      const lines = on[0]?.first.find(({ id }) => id === fact.key)?.lines ?? [];
      expect(lines.map(({ label }) => label)).toContain(words.words.doubt);
    }
  });

  test('a term says its definition, its other names, what it points to, and its sources', () => {
    const term = termStatement('annex-15', course, words);
    expect(term?.label).toBe(course.glossaryWords['annex-15']?.term);
    expect(term?.lines.map(({ label }) => label)).toEqual(['', words.words.also, words.words.see]);
    expect(term?.lines[0]?.text).toBe(course.glossaryWords['annex-15']?.definition);
    expect(term?.lines[1]?.text).toContain('bijlage 15 (nl)');
    expect(term?.sources.length).toBeGreaterThan(0);
    expect(termStatement('no-such-term', course, words)).toBeUndefined();
  });

  test('a term that calls itself not confirmed stands first', () => {
    expect(termStatement('knowing-use', course, words)?.doubts).toEqual(['says-so']);
  });

  test('a diagram says all its words, its steps, where it is drawn, and the country’s own fact', () => {
    const diagrams = sheets.filter(({ file }) => file === 'lawyer--diagrams.html');
    const [timeline] = diagrams
      .flatMap(({ first, rest }) => [...first, ...rest])
      .filter(({ id }) => id === 'protection-timeline');
    const drawn = course.diagrams['protection-timeline'];
    const said = timeline?.lines.map(({ text }) => text).join(' ') ?? '';
    for (const { title, text } of Object.values(drawn?.people ?? {}).flatMap(({ steps }) => steps))
      expect(said).toContain(`${title}. ${text}`);
    expect(said).toContain(drawn?.labels.conditions);
    expect(timeline?.context.join(' ')).toContain('Kinds of help, and the procedure step by step');
    const [elements] = all.filter(({ id }) => id === 'three-elements');
    expect(elements?.lines[0]?.text).toContain('Belgium: No means needed');
  });
});
