import { uiSchema } from '../i18n/schema.ts';
import type { Path } from '../path/schema.ts';
import { didYouMean, type LocatedProblem } from '../problem/index.ts';
import { type ContentChecks, checkIds, checkWords, sourceCheck } from './checks.ts';
import { ContentFiles } from './content-files.ts';
import { type Country, loadCountry } from './country.ts';
import { type Coverage, loadCoverage } from './coverage.ts';
import { type Files, foldersIn, languagesIn } from './files.ts';
import { type Handouts, loadHandouts } from './handouts.ts';
import { type LoadedModule, loadModule } from './module.ts';
import { loadPath } from './path.ts';
import { type LoadedScenario, loadScenario } from './scenario.ts';
import { sceneIds } from './scenes.ts';
import {
  type Course,
  courseSchema,
  type DiagramWords,
  diagramWordsSchema,
  type Glossary,
  type GlossaryWords,
  glossarySchema,
  glossaryWordsSchema,
  type Sources,
  sourcesSchema,
} from './schema.ts';
import { checkTaste } from './taste.ts';

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
  handouts: Handouts;
  /** What the documents that the course was built on name, and where it is taught. */
  coverage: Coverage;
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

/**
 * Reads and checks all content of one language. All problems are collected; nothing is thrown for what authors can mend.
 *
 * @param from Where its files are.
 */
export function readCourse(
  from: Files,
  options: LoadOptions,
): { content?: Content; problems: LocatedProblem[] } {
  const files = new ContentFiles(from);
  const { lang } = options;
  const course = files.read('content/course.yaml', courseSchema);
  const sources = files.read('content/sources.yaml', sourcesSchema);
  const ui = files.read(`content/ui/${lang}.yaml`, uiSchema) ?? {};
  if (!course) return { problems: files.problems };
  const overdue: Content['overdue'] = [];
  const checks: ContentChecks = {
    noteOverdue: overdueNotes(files, options, overdue),
    checkSources: sourceCheck(files, sources),
  };

  const diagramIds = foldersIn(from, 'content/diagrams');
  const diagrams: Record<string, DiagramWords> = {};
  for (const id of diagramIds) {
    const words = files.read(`content/diagrams/${id}/${lang}.yaml`, diagramWordsSchema);
    if (words) diagrams[id] = words;
  }
  const reference = loadCountry(files, course.country, lang, checks);
  const country =
    options.country && options.country !== course.country
      ? loadCountry(files, options.country, lang, checks)
      : reference;
  const { glossary, glossaryWords } = loadGlossary(files, lang, checks);

  const modules = course.modules.flatMap((id) => {
    const module = loadModule(files, id, lang, {
      ...checks,
      country: country.id,
      countries: foldersIn(from, 'content/countries'),
      known: {
        terms: glossary && Object.keys(glossary),
        countryKeys: reference.isWhole ? Object.keys(reference.facts) : undefined,
        diagrams: diagramIds,
        scenes: sceneIds(from),
      },
    });
    return module ? [module] : [];
  });
  const scenarios = course.scenarios.flatMap((id) => {
    const loaded = loadScenario(files, `content/scenarios/${id}`, lang, {}, checks);
    return loaded ? [loaded] : [];
  });
  const moduleIds = foldersIn(from, 'content/modules');
  const scenes = sceneIds(from);
  for (const { scenario } of scenarios) {
    const file = `content/scenarios/${scenario.id}/scenario.yaml`;
    checkIds(files, file, ['practises'], 'module', scenario.practises, moduleIds, 'take it out');
    if (scenario.scene)
      checkIds(files, file, ['scene'], 'drawing of content/scenes', [scenario.scene], scenes, 'take it out');
  }
  checkTaste(files, course, scenarios, scenes);
  const paths = course.paths.flatMap((id) => {
    const path = loadPath(files, id, lang, course, modules, sceneIds(from));
    return path ? [path] : [];
  });

  const handouts = loadHandouts(
    files,
    lang,
    course,
    {
      facts: reference.isWhole ? Object.keys(reference.facts) : undefined,
      scenarios: scenarios.map(({ scenario }) => scenario),
    },
    checks,
  );

  const content = {
    course,
    lang,
    languages: languagesIn(from),
    ui,
    modules,
    scenarios,
    paths,
    country,
    sources: sources ?? {},
    glossary: glossary ?? {},
    glossaryWords,
    diagrams,
    handouts,
    overdue,
  };
  const coverage = loadCoverage(files, content, reference.isWhole ? Object.keys(reference.facts) : undefined);
  return { problems: files.problems, content: { ...content, coverage } };
}

/** Collects in `overdue` what must be looked at again; with `strict` each is a problem too. */
function overdueNotes(
  files: ContentFiles,
  { today, strict = false }: LoadOptions,
  overdue: Content['overdue'],
): ContentChecks['noteOverdue'] {
  return (file, what, lookAgainBy) => {
    if (lookAgainBy >= today) return false;
    overdue.push({ file, what, lookAgainBy });
    if (strict)
      files.report(file, {
        code: 'content/overdue',
        place: [what],
        what: `Was to be looked at again by ${lookAgainBy}.`,
        mend: 'Check it against its sources and set new dates.',
      });
    return true;
  };
}

/** The glossary and its words; `glossary` is absent when it cannot be read. */
function loadGlossary(
  files: ContentFiles,
  lang: string,
  { checkSources }: ContentChecks,
): { glossary: Glossary | undefined; glossaryWords: GlossaryWords } {
  const file = 'content/glossary/glossary.yaml';
  const wordsFile = `content/glossary/${lang}.yaml`;
  const glossary = files.read(file, glossarySchema);
  const words = files.read(wordsFile, glossaryWordsSchema);
  checkWords(files, wordsFile, glossary && Object.keys(glossary), words);
  for (const [id, term] of Object.entries(glossary ?? {})) {
    checkSources(file, term.sources, [id]);
    for (const other of term.see)
      if (!glossary || !(other in glossary))
        files.report(file, {
          code: 'content/unknown-term',
          place: [id, 'see'],
          what: `No term is called "${other}".`,
          mend: didYouMean(other, Object.keys(glossary ?? {}), 'add the term to the glossary'),
        });
  }
  return { glossary, glossaryWords: words ?? {} };
}
