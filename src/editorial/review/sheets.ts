import type { Content } from '../../core/course/index.ts';
import { didYouMean, type LocatedProblem } from '../../core/problem/index.ts';
import { countWords, readingMinutes } from '../../core/reading-time/index.ts';
import type { ReviewRoles, ReviewWords } from './schema.ts';
import {
  diagramStatement,
  factStatement,
  fill,
  lessonStatements,
  questionStatement,
  ratingStatements,
  type Statement,
  type StatementKind,
  termStatement,
} from './statements.ts';

/** What one person of one role is asked to confirm of one part of the course. */
export interface Sheet {
  /** File name. */
  file: string;
  role: string;
  title: string;
  /** What the part is about; of a role-play, the scene that its decisions belong to. */
  intro: string[];
  /** What is marked as doubtful, in the order of the course. */
  first: Statement[];
  /** The others, in the order of the course. */
  rest: Statement[];
  /** Reading at 200 words a minute, and 20 seconds to judge each statement. */
  minutes: number;
}

/**
 * All sheets, in the order of the roles and of the course. A part of which a role reads nothing has no sheet.
 *
 */
export function reviewSheets(course: Content, roles: ReviewRoles, words: ReviewWords): Sheet[] {
  const parts = [
    ...moduleParts(course, roles, words),
    countryPart(course, roles, words),
    ...scenarioParts(course, roles, words),
    glossaryPart(course, roles, words),
    diagramPart(course, roles, words),
  ];
  return roles.roles.flatMap((role) =>
    parts.flatMap(({ name, title, intro, statements }) => {
      const own = statements
        .filter(({ readers }) => readers.includes(role))
        .map(({ statement }) => statement);
      if (own.length === 0) return [];
      return [
        {
          file: `${role}--${name}.html`,
          role,
          title,
          intro,
          first: own.filter(({ doubts }) => doubts.length > 0).sort(byDoubt),
          rest: own.filter(({ doubts }) => doubts.length === 0),
          minutes: minutesFor(own),
        },
      ];
    }),
  );
}

/** How many statements of each kind a sheet has. */
export function countKinds(sheet: Sheet): Record<StatementKind, number> {
  const counts: Record<StatementKind, number> = {
    lesson: 0,
    question: 0,
    fact: 0,
    rating: 0,
    term: 0,
    diagram: 0,
  };
  for (const { kind } of [...sheet.first, ...sheet.rest]) counts[kind]++;
  return counts;
}

/**
 * What is wrong with the table of roles: names that nothing has, and parts of the course that nobody would read.
 *
 * @param file Where the table stands, for the message.
 */
export function rolesProblems(
  course: Content,
  roles: ReviewRoles,
  words: ReviewWords,
  file: string,
): LocatedProblem[] {
  const problems: LocatedProblem[] = [];
  const report = (code: string, place: string[], what: string, mend: string) =>
    problems.push({ file, code: `review/${code}`, place, what, mend });
  const lessons = course.modules.flatMap((module) =>
    module.lessons.map((lesson) => `${module.id}/${lesson.id}`),
  );
  const modules = course.modules.map(({ id }) => id);
  const scenarios = course.scenarios.map(({ scenario }) => scenario.id);
  const paths = course.paths.map(({ id }) => id);
  const terms = Object.keys(course.glossaryWords);
  const diagrams = Object.keys(course.diagrams);
  const known = (
    section: 'modules' | 'lessons' | 'paths' | 'scenarios' | 'diagrams',
    ids: readonly string[],
  ) => {
    for (const id of Object.keys(roles[section]))
      if (!ids.includes(id))
        report(
          'unknown-id',
          [section, id],
          `The course has no "${id}".`,
          didYouMean(id, ids, 'delete the line'),
        );
  };
  known('modules', modules);
  known('lessons', lessons);
  known('paths', paths);
  known('scenarios', scenarios);
  known('diagrams', diagrams);
  for (const [role, named] of Object.entries(roles.terms)) {
    if (!roles.roles.includes(role))
      report(
        'unknown-role',
        ['terms', role],
        `No role is called "${role}".`,
        didYouMean(role, roles.roles, 'add it to roles'),
      );
    for (const id of named)
      if (!terms.includes(id))
        report(
          'unknown-id',
          ['terms', role],
          `The glossary has no "${id}".`,
          didYouMean(id, terms, 'delete it'),
        );
  }
  for (const section of ['modules', 'lessons', 'facts', 'paths', 'scenarios', 'diagrams'] as const) {
    for (const [id, named] of Object.entries(roles[section])) {
      for (const role of named)
        if (!roles.roles.includes(role))
          report(
            'unknown-role',
            [section, id],
            `No role is called "${role}".`,
            didYouMean(role, roles.roles, 'add it to roles'),
          );
    }
  }
  for (const role of roles.roles)
    if (!words.roles[role])
      report(
        'missing-words',
        ['roles'],
        `The role "${role}" has no name.`,
        'Write it in the words of the language.',
      );
  for (const id of modules)
    if (!roles.modules[id])
      report('nobody', ['modules'], `Nobody reads the module "${id}".`, 'Name its roles.');
  for (const topic of new Set(Object.keys(course.country.facts).map((key) => key.split('.')[0] ?? ''))) {
    if (!roles.facts[topic])
      report('nobody', ['facts'], `Nobody reads the facts on "${topic}".`, 'Name the roles.');
    if (!words.topics[topic])
      report(
        'missing-words',
        ['facts'],
        `The topic "${topic}" has no name.`,
        'Write it in the words of the language.',
      );
  }
  for (const id of scenarios)
    if (scenarioReaders(course, roles, id).length === 0)
      report(
        'nobody',
        ['paths'],
        `Nobody reads the role-play "${id}".`,
        'Name a role for a path that offers it, or for the role-play itself.',
      );
  for (const id of terms)
    if (!Object.values(roles.terms).some((named) => named.includes(id)))
      report('nobody', ['terms'], `Nobody reads the term "${id}".`, 'Name it for a role.');
  for (const id of diagrams)
    if (!roles.diagrams[id])
      report('nobody', ['diagrams'], `Nobody reads the diagram "${id}".`, 'Name its roles.');
  return problems;
}

interface Part {
  name: string;
  title: string;
  intro: string[];
  statements: { statement: Statement; readers: readonly string[] }[];
}

function moduleParts(course: Content, roles: ReviewRoles, words: ReviewWords): Part[] {
  return course.modules.map((module) => ({
    name: module.id,
    title: fill(words.words.module, { title: module.words.title }),
    intro: [module.words.summary],
    statements: module.lessons.flatMap((lesson) => {
      const readers = [
        ...(roles.modules[module.id] ?? []),
        ...(roles.lessons[`${module.id}/${lesson.id}`] ?? []),
      ];
      const questions = Object.entries(module.bank)
        .filter(([, question]) => question.lesson === lesson.id)
        .flatMap(([id, question]) => {
          const said = module.bankWords[id];
          return said ? [questionStatement(module.id, id, question, said, lesson, words, course.ui)] : [];
        });
      return [...lessonStatements(module.id, lesson, words), ...questions].map((statement) => ({
        statement,
        readers,
      }));
    }),
  }));
}

function countryPart(course: Content, roles: ReviewRoles, words: ReviewWords): Part {
  const { id, name, summary, facts } = course.country;
  return {
    name: `country-${id}`,
    title: fill(words.words.countryPack, { title: name }),
    intro: [summary],
    statements: Object.values(facts).map((fact) => ({
      statement: factStatement(fact, words),
      readers: roles.facts[fact.key.split('.')[0] ?? ''] ?? [],
    })),
  };
}

function scenarioParts(course: Content, roles: ReviewRoles, words: ReviewWords): Part[] {
  return course.scenarios.map(({ scenario, words: said }) => {
    const isOverdue = course.overdue.some(
      ({ file }) => file === `content/scenarios/${scenario.id}/scenario.yaml`,
    );
    const readers = scenarioReaders(course, roles, scenario.id);
    return {
      name: `role-play-${scenario.id}`,
      title: fill(words.words.scenario, { title: said.title }),
      intro: [`${said.role}. ${said.place}.`, said.opening, said.task],
      statements: ratingStatements(scenario, said, isOverdue, words, course.ui).map((statement) => ({
        statement,
        readers,
      })),
    };
  });
}

function glossaryPart(course: Content, roles: ReviewRoles, words: ReviewWords): Part {
  return {
    name: 'glossary',
    title: words.words.glossary,
    intro: [],
    statements: Object.keys(course.glossaryWords).flatMap((id) => {
      const statement = termStatement(id, course, words);
      const readers = roles.roles.filter((role) => roles.terms[role]?.includes(id));
      return statement ? [{ statement, readers }] : [];
    }),
  };
}

function diagramPart(course: Content, roles: ReviewRoles, words: ReviewWords): Part {
  const lessons = course.modules
    .flatMap((module) => module.lessons)
    .map(({ frontmatter, reading }) => ({
      title: frontmatter.title,
      diagrams: reading.tags.filter(({ name }) => name === 'Diagram').map(({ attributes }) => attributes.id),
    }));
  return {
    name: 'diagrams',
    title: words.words.diagrams,
    intro: [],
    statements: Object.entries(course.diagrams).map(([id, said]) => ({
      statement: diagramStatement(
        id,
        said,
        lessons.filter(({ diagrams }) => diagrams.includes(id)).map(({ title }) => title),
        course,
        words,
      ),
      readers: roles.diagrams[id] ?? [],
    })),
  };
}

/** Roles of the paths that offer a role-play, and those named for it. */
function scenarioReaders(course: Content, roles: ReviewRoles, id: string): string[] {
  const offering = course.paths.filter((path) => path.scenarios.offered.includes(id));
  return [
    ...new Set([...offering.flatMap((path) => roles.paths[path.id] ?? []), ...(roles.scenarios[id] ?? [])]),
  ];
}

const DOUBTS = ['uncertain', 'overdue', 'says-so', 'single-source'] as const;

/** What is marked as not confirmed stands first. */
function byDoubt(a: Statement, b: Statement): number {
  const rank = ({ doubts }: Statement) => Math.min(...doubts.map((doubt) => DOUBTS.indexOf(doubt)));
  return rank(a) - rank(b);
}

function minutesFor(statements: readonly Statement[]): number {
  const words = statements.reduce(
    (sum, { context, lines }) => sum + countWords([...context, ...lines.map(({ text }) => text)].join(' ')),
    0,
  );
  return Math.max(1, Math.round(readingMinutes(words) + statements.length / 3));
}
