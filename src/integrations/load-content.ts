import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Fact,
  type FactWords,
  factsSchema,
  factsWordsSchema,
  packSchema,
  packWordsSchema,
} from '../core/country/schema.ts';
import {
  type Course,
  courseSchema,
  type DiagramWords,
  diagramWordsSchema,
  type Glossary,
  type GlossaryWords,
  glossarySchema,
  glossaryWordsSchema,
  type LessonFrontmatter,
  lessonFrontmatterSchema,
  type Module,
  type ModuleWords,
  moduleSchema,
  moduleWordsSchema,
  type Sources,
  sourcesSchema,
} from '../core/course/schema.ts';
import { uiSchema } from '../core/i18n/schema.ts';
import { type Path, pathSchema } from '../core/path/schema.ts';
import { didYouMean, type LocatedProblem } from '../core/problem/index.ts';
import {
  type Question,
  type QuestionWords,
  questionProblems,
  questionWordsProblems,
} from '../core/question/index.ts';
import { bankSchema, bankWordsSchema } from '../core/question/schema.ts';
import { countWords, type LessonScan, scanLesson } from './lesson-scan.ts';
import { type LoadedScenario, loadScenario } from './scenario-files.ts';
import { ContentFiles } from './yaml-files.ts';

export type Lesson = Module['lessons'][number] & {
  frontmatter: LessonFrontmatter;
  scan: LessonScan;
  file: string;
  /** Source keys in the order in which the lesson first cites them; a citation's number is its place here plus one. */
  sources: string[];
  /** Ids of the questions it shows. */
  checks: string[];
  /** Words of prose and checks. */
  words: number;
  /** Reading at 200 words a minute, and 40 seconds for each check. */
  minutes: number;
  overdue: boolean;
};

export interface LoadedModule {
  id: string;
  objectives: string[];
  words: ModuleWords;
  lessons: Lesson[];
  bank: Record<string, Question>;
  bankWords: Record<string, QuestionWords>;
  /** Questions that belong to another country: checked, and in neither the bank nor a lesson's checks. */
  leftOut: string[];
}

export type CountryFact = Fact &
  Omit<FactWords, 'list'> & { key: string; overdue: boolean; names: NonNullable<FactWords['list']> };
export interface Country {
  id: string;
  name: string;
  summary: string;
  languages: string[];
  facts: Record<string, CountryFact>;
}

/** Everything of one language, checked and joined. */
export interface Content {
  course: Course;
  lang: string;
  languages: string[];
  ui: Record<string, string>;
  modules: LoadedModule[];
  scenarios: LoadedScenario[];
  paths: Path[];
  country: Country;
  sources: Sources;
  glossary: Glossary;
  glossaryWords: GlossaryWords;
  diagrams: Record<string, DiagramWords>;
  /** What must be looked at again, by file. */
  overdue: { file: string; what: string; lookAgainBy: string }[];
}

export interface LoadOptions {
  /** BCP 47 tag of the words. */
  lang: string;
  /** ISO 3166-1 code of the pack; default the course's. */
  country?: string | undefined;
  /** Day on which things are overdue, as 2026-11-22. */
  today: string;
  /** Overdue things are problems. */
  strict?: boolean;
}

const TAGS: Record<string, readonly string[]> = {
  Cite: ['s'],
  Note: ['title', 's'],
  Term: ['id'],
  Voice: ['who'],
  Country: ['k', 'inline'],
  Check: ['id'],
  Diagram: ['id'],
};

/**
 * Reads and checks all content of one language. All problems are collected; nothing is thrown for what authors can mend.
 *
 * @param root Folder that holds `content/`.
 */
export function loadContent(
  root: string,
  options: LoadOptions,
): { content?: Content; problems: LocatedProblem[] } {
  const files = new ContentFiles(root);
  const { lang, today } = options;
  const course = files.read('content/course.yaml', courseSchema);
  const sources = files.read('content/sources.yaml', sourcesSchema) ?? {};
  const ui = files.read(`content/ui/${lang}.yaml`, uiSchema) ?? {};
  const glossary = files.read('content/glossary/glossary.yaml', glossarySchema) ?? {};
  const glossaryWords = files.read(`content/glossary/${lang}.yaml`, glossaryWordsSchema) ?? {};
  if (!course) return { problems: files.problems };
  const overdue: Content['overdue'] = [];
  const noteOverdue = (file: string, what: string, lookAgainBy: string): boolean => {
    if (lookAgainBy >= today) return false;
    overdue.push({ file, what, lookAgainBy });
    if (options.strict)
      files.report(file, {
        code: 'content/overdue',
        place: [what],
        what: `Was to be looked at again by ${lookAgainBy}.`,
        mend: 'Check it against its sources and set new dates.',
      });
    return true;
  };

  const formerKeys = new Map<string, string>();
  for (const [key, source] of Object.entries(sources)) {
    for (const former of source.formerKeys) formerKeys.set(former, key);
  }
  const checkSources = (file: string, keys: readonly string[], place: (string | number)[], line?: number) => {
    for (const key of keys) {
      if (key in sources) continue;
      const now = formerKeys.get(key);
      files.report(
        file,
        {
          code: 'content/unknown-source',
          place,
          what: `No source is called "${key}".`,
          mend: now
            ? `It is now called ${now}.`
            : `${didYouMean(key, Object.keys(sources))}Otherwise add it to content/sources.yaml.`,
        },
        line,
      );
    }
  };

  const diagrams: Record<string, DiagramWords> = {};
  for (const id of folders(root, 'content/diagrams')) {
    const words = files.read(`content/diagrams/${id}/${lang}.yaml`, diagramWordsSchema);
    if (words) diagrams[id] = words;
  }

  const reference = loadCountry(files, course.country, lang, noteOverdue);
  const country =
    options.country && options.country !== course.country
      ? loadCountry(files, options.country, lang, noteOverdue)
      : reference;
  for (const pack of new Set([reference, country])) {
    for (const fact of Object.values(pack.facts))
      checkSources(`content/countries/${pack.id}/facts/${fact.key.split('.')[0]}.yaml`, fact.sources, [
        fact.key.split('.')[1] ?? '',
      ]);
  }
  checkWords(files, `content/glossary/${lang}.yaml`, Object.keys(glossary), glossaryWords);
  for (const [id, term] of Object.entries(glossary)) {
    checkSources('content/glossary/glossary.yaml', term.sources, [id]);
    for (const other of term.see)
      if (!(other in glossary))
        files.report('content/glossary/glossary.yaml', {
          code: 'content/unknown-term',
          place: [id, 'see'],
          what: `No term is called "${other}".`,
          mend: `${didYouMean(other, Object.keys(glossary))}Otherwise add it.`,
        });
  }

  const modules = course.modules.flatMap((id) => {
    const module = loadModule(files, id, lang, {
      country: country.id,
      countries: folders(root, 'content/countries'),
      noteOverdue,
      checkSources,
      glossary: Object.keys(glossary),
      countryKeys: Object.keys(reference.facts),
      diagrams: Object.keys(diagrams),
    });
    return module ? [module] : [];
  });

  const scenarios = course.scenarios.flatMap((id) => {
    const folder = `content/scenarios/${id}`;
    const loaded = loadScenario(files, folder, lang);
    if (!loaded) return [];
    noteOverdue(`${folder}/scenario.yaml`, id, loaded.scenario.lookAgainBy);
    for (const [decision, { choices }] of Object.entries(loaded.scenario.decisions)) {
      for (const [choice, { sources: keys }] of Object.entries(choices))
        checkSources(`${folder}/scenario.yaml`, keys, ['decisions', decision, 'choices', choice, 'sources']);
    }
    return [loaded];
  });

  const paths = course.paths.flatMap((id) => {
    const file = `content/paths/${id}.yaml`;
    const path = files.read(file, pathSchema);
    if (!path) return [];
    const known = (
      kind: string,
      ids: readonly string[],
      all: readonly string[],
      place: (string | number)[],
    ) => {
      for (const one of ids)
        if (!all.includes(one))
          files.report(file, {
            code: 'content/unknown-id',
            place,
            what: `No ${kind} of the course is called "${one}".`,
            mend: `${didYouMean(one, all)}Otherwise add it to content/course.yaml.`,
          });
    };
    known('module', path.modules, course.modules, ['modules']);
    known(
      'lesson',
      [path.shortOfTime],
      modules.flatMap((module) => module.lessons.map((lesson) => `${module.id}/${lesson.id}`)),
      ['shortOfTime'],
    );
    known('role-play', path.scenarios.offered, course.scenarios, ['scenarios', 'offered']);
    if (path.scenarios.pass > path.scenarios.offered.length)
      files.report(file, {
        code: 'content/path',
        place: ['scenarios', 'pass'],
        what: 'Asks for more role-plays than it offers.',
        mend: 'Lower it.',
      });
    if (!path.words[lang])
      files.report(file, {
        code: 'content/missing-words',
        place: ['words'],
        what: `Has no words in "${lang}".`,
        mend: 'Write them.',
      });
    const exam = modules
      .filter((module) => path.modules.includes(module.id))
      .reduce(
        (sum, module) =>
          sum + Object.values(module.bank).filter((question) => question.use !== 'check').length,
        0,
      );
    if (exam < path.assessment.questions)
      files.report(file, {
        code: 'content/path',
        place: ['assessment', 'questions'],
        what: `Asks ${path.assessment.questions} questions; its banks have ${exam} for the final assessment.`,
        mend: 'Ask fewer or write more.',
      });
    return [path];
  });

  return {
    problems: files.problems,
    content: {
      course,
      lang,
      languages: languagesOf(root),
      ui,
      modules,
      scenarios,
      paths,
      country,
      sources,
      glossary,
      glossaryWords,
      diagrams,
      overdue,
    },
  };
}

/** Languages that have interface strings: a language is added by adding its files. */
export function languagesOf(root: string): string[] {
  return readdirSync(join(root, 'content/ui'))
    .filter((name) => /^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*\.yaml$/.test(name))
    .map((name) => name.slice(0, -5));
}

function loadCountry(
  files: ContentFiles,
  id: string,
  lang: string,
  noteOverdue: (file: string, what: string, by: string) => boolean,
): Country {
  const folder = `content/countries/${id}`;
  const pack = files.read(`${folder}/pack.yaml`, packSchema);
  const words = files.read(`${folder}/${lang}/pack.yaml`, packWordsSchema);
  const facts: Record<string, CountryFact> = {};
  for (const name of yamlNames(files.root, `${folder}/facts`)) {
    const structure = files.read(`${folder}/facts/${name}.yaml`, factsSchema) ?? {};
    const wordsFile = `${folder}/${lang}/${name}.yaml`;
    const texts = files.read(wordsFile, factsWordsSchema) ?? {};
    checkWords(files, wordsFile, Object.keys(structure), texts);
    for (const [factId, fact] of Object.entries(structure)) {
      const text = texts[factId];
      if (!text) continue;
      const missing = (fact.list ?? []).filter((entry) => !text.list?.[entry.id]).map((entry) => entry.id);
      if (missing.length > 0)
        files.report(wordsFile, {
          code: 'content/missing-words',
          place: [factId, 'list'],
          what: `Has no words for ${missing.join(', ')}.`,
          mend: 'Write them.',
        });
      const key = `${name}.${factId}`;
      const { list: names = {}, ...said } = text;
      facts[key] = {
        ...fact,
        ...said,
        names,
        key,
        overdue: noteOverdue(`${folder}/facts/${name}.yaml`, factId, fact.lookAgainBy),
      };
    }
  }
  return {
    id,
    name: words?.name ?? id,
    summary: words?.summary ?? '',
    languages: pack?.languages ?? [],
    facts,
  };
}

interface ModuleContext {
  /** The country of the course, and those that have a pack. */
  country: string;
  countries: readonly string[];
  noteOverdue: (file: string, what: string, by: string) => boolean;
  checkSources: (file: string, keys: readonly string[], place: (string | number)[], line?: number) => void;
  glossary: readonly string[];
  countryKeys: readonly string[];
  diagrams: readonly string[];
}

function loadModule(
  files: ContentFiles,
  id: string,
  lang: string,
  context: ModuleContext,
): LoadedModule | undefined {
  const folder = `content/modules/${id}`;
  const structure = files.read(`${folder}/module.yaml`, moduleSchema);
  const words = files.read(`${folder}/${lang}/module.yaml`, moduleWordsSchema);
  const bankFile = `content/questions/${id}/bank.yaml`;
  const wordsFile = `content/questions/${id}/${lang}.yaml`;
  const bank = files.read(bankFile, bankSchema)?.questions ?? {};
  const bankWords = files.read(wordsFile, bankWordsSchema) ?? {};
  if (!structure || !words) return undefined;
  checkWords(files, `${folder}/${lang}/module.yaml`, structure.objectives, words.objectives, ['objectives']);
  checkWords(files, wordsFile, Object.keys(bank), bankWords);
  const lessonIds = structure.lessons.map((lesson) => lesson.id);
  for (const [questionId, question] of Object.entries(bank)) {
    const place = ['questions', questionId];
    context.checkSources(bankFile, question.sources, [...place, 'sources']);
    if (!lessonIds.includes(question.lesson))
      files.report(bankFile, {
        code: 'content/unknown-id',
        place: [...place, 'lesson'],
        what: `No lesson of ${id} is called "${question.lesson}".`,
        mend: didYouMean(question.lesson, lessonIds) || 'Name a lesson.',
      });
    if (!structure.objectives.includes(question.objective))
      files.report(bankFile, {
        code: 'content/unknown-id',
        place: [...place, 'objective'],
        what: `No objective of ${id} is called "${question.objective}".`,
        mend: didYouMean(question.objective, structure.objectives) || 'Name an objective.',
      });
    if (question.country && !context.countries.includes(question.country))
      files.report(bankFile, {
        code: 'content/unknown-id',
        place: [...place, 'country'],
        what: `No country pack is called "${question.country}".`,
        mend: `${didYouMean(question.country, context.countries)}Otherwise write the pack, or take the line out.`,
      });
    for (const problem of questionProblems(question))
      files.report(bankFile, { ...problem, place: [...place, ...problem.place] });
    const said = bankWords[questionId];
    if (said)
      for (const problem of questionWordsProblems(question, said))
        files.report(wordsFile, { ...problem, place: [questionId, ...problem.place] });
  }

  // All questions are checked, whatever the country; only those of this course are shown, counted and asked.
  const isLeftOut = (questionId: string) =>
    (bank[questionId]?.country ?? context.country) !== context.country;
  const shown = new Set<string>();
  const lessons = structure.lessons.flatMap((lesson, at): Lesson[] => {
    const file = `${folder}/${lang}/${lesson.id}.mdx`;
    for (const objective of lesson.objectives) {
      if (!structure.objectives.includes(objective))
        files.report(`${folder}/module.yaml`, {
          code: 'content/unknown-id',
          place: ['lessons', at, 'objectives'],
          what: `No objective of ${id} is called "${objective}".`,
          mend: didYouMean(objective, structure.objectives) || 'Name an objective.',
        });
    }
    const path = join(files.root, file);
    if (!existsSync(path)) {
      files.report(file, {
        code: 'content/missing-file',
        place: [],
        what: 'There is no such lesson.',
        mend: `Write it, or take "${lesson.id}" out of ${folder}/module.yaml.`,
      });
      return [];
    }
    let scan: LessonScan;
    try {
      scan = scanLesson(readFileSync(path, 'utf8'));
    } catch (error) {
      const at = error as { message?: string; line?: number };
      files.report(
        file,
        {
          code: 'content/mdx',
          place: [],
          what: `Is no MDX: ${at.message ?? String(error)}.`,
          mend: 'In prose, write &lt; and &#123; for < and {.',
        },
        at.line,
      );
      return [];
    }
    const frontmatter = files.parse(file, scan.frontmatter, lessonFrontmatterSchema);
    if (!frontmatter) return [];
    const { sources, checks: all } = checkTags(files, file, scan, Object.keys(bank), context);
    const checks = all.filter((check) => !isLeftOut(check));
    for (const check of all) {
      const question = bank[check];
      if (shown.has(check))
        files.report(file, {
          code: 'content/check-twice',
          place: [],
          what: `Shows the question "${check}" a second time.`,
          mend: 'Show each once.',
        });
      shown.add(check);
      if (question?.use === 'exam')
        files.report(file, {
          code: 'content/exam-question',
          place: [],
          what: `Shows "${check}", which is kept for the final assessment.`,
          mend: 'Set its use to both, or show another.',
        });
    }
    const total = scan.words + checks.reduce((sum, check) => sum + questionWordCount(bankWords[check]), 0);
    return [
      {
        ...lesson,
        frontmatter,
        scan,
        file,
        sources,
        checks,
        words: total,
        minutes: Math.max(1, Math.round(total / 200 + (checks.length * 40) / 60)),
        overdue: context.noteOverdue(file, lesson.id, lesson.lookAgainBy),
      },
    ];
  });
  for (const [questionId, question] of Object.entries(bank)) {
    if (question.use === 'check' && !shown.has(questionId))
      files.report(bankFile, {
        code: 'content/unshown-check',
        place: ['questions', questionId],
        what: 'Is a check and no lesson shows it.',
        mend: `Show it in ${question.lesson}.mdx with <Check id="${questionId}" />, or set use to exam.`,
      });
  }
  for (const name of mdxNames(files.root, `${folder}/${lang}`)) {
    if (!lessonIds.includes(name))
      files.report(`${folder}/${lang}/${name}.mdx`, {
        code: 'content/unlisted-lesson',
        place: [],
        what: 'Is not listed in module.yaml.',
        mend: 'List it or delete it.',
      });
  }
  const kept = <T>(entries: Record<string, T>) =>
    Object.fromEntries(Object.entries(entries).filter(([questionId]) => !isLeftOut(questionId)));
  return {
    id,
    objectives: structure.objectives,
    words,
    lessons,
    bank: kept(bank),
    bankWords: kept(bankWords),
    leftOut: Object.keys(bank).filter(isLeftOut),
  };
}

function checkTags(
  files: ContentFiles,
  file: string,
  scan: LessonScan,
  questions: readonly string[],
  context: ModuleContext,
): { sources: string[]; checks: string[] } {
  const sources: string[] = [];
  const checks: string[] = [];
  const report = (code: string, what: string, mend: string, line: number) =>
    files.report(file, { code: `content/${code}`, place: [], what, mend }, line);
  for (const { what, line } of scan.forbidden)
    report(
      'not-allowed',
      `Contains ${what}.`,
      'Lessons are words and the tags of content/README.md only.',
      line,
    );
  for (const heading of scan.headings)
    if (heading.depth === 1)
      report(
        'heading',
        'Has a heading of level 1.',
        'The title is the only one; start with ##.',
        heading.line,
      );
  const known = (kind: string, id: unknown, ids: readonly string[], line: number) => {
    if (typeof id === 'string' && ids.includes(id)) return true;
    report(
      'unknown-id',
      `No ${kind} is called "${String(id)}".`,
      didYouMean(String(id), ids) || `Add it or name another.`,
      line,
    );
    return false;
  };
  for (const { name, attributes, line } of scan.tags) {
    const allowed = TAGS[name];
    if (!allowed) {
      report(
        'unknown-tag',
        `Has a tag <${name}>.`,
        `${didYouMean(name, Object.keys(TAGS))}Tags are ${Object.keys(TAGS).join(', ')}.`,
        line,
      );
      continue;
    }
    for (const attribute of Object.keys(attributes))
      if (!allowed.includes(attribute))
        report(
          'unknown-attribute',
          `<${name}> has an attribute "${attribute}".`,
          `It takes ${allowed.join(', ')}.`,
          line,
        );
    if (name === 'Cite' || (name === 'Note' && attributes.s)) {
      const keys = String(attributes.s ?? '')
        .split(/[\s,]+/)
        .filter(Boolean);
      if (keys.length === 0) report('no-source', `<${name}> names no source.`, 'Write s="KEY".', line);
      context.checkSources(file, keys, [], line);
      for (const key of keys) if (!sources.includes(key)) sources.push(key);
    }
    if (name === 'Term') known('term of the glossary', attributes.id, context.glossary, line);
    if (name === 'Diagram') known('diagram', attributes.id, context.diagrams, line);
    if (name === 'Country') known('fact of the country pack', attributes.k, context.countryKeys, line);
    if (name === 'Check' && known('question of this module', attributes.id, questions, line))
      checks.push(String(attributes.id));
  }
  return { sources, checks };
}

function questionWordCount(words: QuestionWords | undefined): number {
  if (!words) return 0;
  const texts = [
    words.prompt,
    words.passage ?? '',
    words.says ?? '',
    ...[words.answers, words.items].flatMap((map) =>
      Object.values(map ?? {}).map((entry) => (typeof entry === 'string' ? entry : entry.text)),
    ),
  ];
  return texts.reduce((sum, text) => sum + countWords(text), 0);
}

/** Missing and left-over words of a map. */
function checkWords(
  files: ContentFiles,
  file: string,
  ids: readonly string[],
  words: Record<string, unknown>,
  place: (string | number)[] = [],
): void {
  for (const id of ids)
    if (!(id in words))
      files.report(file, {
        code: 'content/missing-words',
        place,
        what: `Has no words for "${id}".`,
        mend: 'Write them.',
      });
  for (const id of Object.keys(words))
    if (!ids.includes(id))
      files.report(file, {
        code: 'content/words-for-nothing',
        place: [...place, id],
        what: `Words for "${id}", which does not exist.`,
        mend: `${didYouMean(id, ids)}Otherwise delete them.`,
      });
}

function folders(root: string, folder: string): string[] {
  const path = join(root, folder);
  return existsSync(path)
    ? readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
    : [];
}

function yamlNames(root: string, folder: string): string[] {
  const path = join(root, folder);
  return existsSync(path)
    ? readdirSync(path)
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => name.slice(0, -5))
    : [];
}

function mdxNames(root: string, folder: string): string[] {
  const path = join(root, folder);
  return existsSync(path)
    ? readdirSync(path)
        .filter((name) => name.endsWith('.mdx'))
        .map((name) => name.slice(0, -4))
    : [];
}
