import { ContentError } from '../problem/index.ts';
import { minutesProblem } from '../reading-time/index.ts';
import {
  compileChecked,
  computeFigures,
  computeValues,
  droppedSlots,
  explore,
  type Figures,
  findLoop,
  proveScenario,
  readingLoad,
  type Scenario,
  type ScenarioWords,
  wordsProblems,
} from '../scenario/index.ts';
import { scenarioSchema, scenarioWordsSchema } from '../scenario/schema.ts';
import type { ContentChecks } from './checks.ts';
import type { ContentFiles } from './content-files.ts';

export interface LoadedScenario {
  scenario: Scenario;
  words: ScenarioWords;
  /** Absent when it could not be explored. */
  figures?: Figures;
  dropped?: Record<string, string[]>;
}

/** A scenario and its words as they stand in their files; words are absent when they cannot be read. */
export interface ReadScenario {
  folder: string;
  lang: string;
  scenario: Scenario;
  words: ScenarioWords | undefined;
}

/**
 * Reads one scenario, proves it and checks its words, with `checks` also its dates and sources. Problems are noted in
 * `files`.
 *
 * @returns undefined when it cannot be compiled.
 */
export function loadScenario(
  files: ContentFiles,
  folder: string,
  lang: string,
  options: { limit?: number } = {},
  checks?: ContentChecks,
): LoadedScenario | undefined {
  const read = readScenario(files, folder, lang);
  if (!read) return undefined;
  const { scenario } = read;
  const file = graphFile(folder);
  checks?.noteOverdue(file, scenario.id, scenario.lookAgainBy);
  for (const [decision, { choices }] of Object.entries(scenario.decisions))
    for (const [choice, { sources }] of Object.entries(choices))
      checks?.checkSources(file, sources, ['decisions', decision, 'choices', choice, 'sources']);
  return proveRead(files, read, options);
}

/** Reads the files of one scenario; undefined when its graph cannot be read. */
export function readScenario(files: ContentFiles, folder: string, lang: string): ReadScenario | undefined {
  const scenario = files.read(graphFile(folder), scenarioSchema);
  const words = files.read(wordsFile(folder, lang), scenarioWordsSchema);
  if (!scenario) return undefined;
  if (!folder.endsWith(`/${scenario.id}`)) {
    files.report(graphFile(folder), {
      code: 'scenario/wrong-id',
      place: ['id'],
      what: `Is called "${scenario.id}" and stands in ${folder}.`,
      mend: 'Give the folder and the scenario the same name.',
    });
  }
  return { folder, lang, scenario, words };
}

/** The analysis: compiles, explores, proves and measures a scenario, and checks its words against it. */
export function proveRead(
  files: ContentFiles,
  { folder, lang, scenario, words }: ReadScenario,
  options: { limit?: number } = {},
): LoadedScenario | undefined {
  const file = graphFile(folder);
  const { program, problems } = compileChecked(scenario);
  for (const problem of problems) files.report(file, problem);
  if (problems.length > 0) return undefined;
  if (words)
    for (const problem of wordsProblems(program, words)) files.report(wordsFile(folder, lang), problem);
  // The graph is proven also while its words are not yet written.
  try {
    const space = explore(program, options);
    const values = findLoop(space) ? null : computeValues(space);
    for (const problem of proveScenario(space, values)) files.report(file, problem);
    if (!words) return undefined;
    const figures = values && computeFigures(space, values, readingLoad(words, scenario));
    const wrongMinutes =
      figures &&
      minutesProblem(scenario.minutes, figures.longestMinutes, `The words of its longest way in "${lang}"`, [
        'minutes',
      ]);
    if (wrongMinutes) files.report(file, wrongMinutes);
    return {
      scenario,
      words,
      ...(figures ? { figures } : {}),
      dropped: droppedSlots(space),
    };
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    files.report(file, {
      code: error.code,
      place: ['variables'],
      what: error.message.replace(` [${error.code}]`, ''),
      mend: 'content/scenarios/README.md says how to keep a scenario small.',
    });
    return words ? { scenario, words } : undefined;
  }
}

function graphFile(folder: string): string {
  return `${folder}/scenario.yaml`;
}

function wordsFile(folder: string, lang: string): string {
  return `${folder}/${lang}.yaml`;
}
