import { ContentError } from '../core/problem/index.ts';
import {
  compileScenario,
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
  scenarioProblems,
  wordsProblems,
} from '../core/scenario/index.ts';
import { scenarioSchema, scenarioWordsSchema } from '../core/scenario/schema.ts';
import type { ContentFiles } from './yaml-files.ts';

export interface LoadedScenario {
  scenario: Scenario;
  words: ScenarioWords;
  /** Absent when it could not be explored. */
  figures?: Figures;
  dropped?: Record<string, string[]>;
}

/**
 * Reads one scenario, proves it and checks its words. Problems are noted in `files`.
 *
 * @returns undefined when it cannot be compiled.
 */
export function loadScenario(
  files: ContentFiles,
  folder: string,
  lang: string,
  options: { limit?: number } = {},
): LoadedScenario | undefined {
  const graphFile = `${folder}/scenario.yaml`;
  const wordsFile = `${folder}/${lang}.yaml`;
  const scenario = files.read(graphFile, scenarioSchema);
  const words = files.read(wordsFile, scenarioWordsSchema);
  if (!scenario) return undefined;
  if (!folder.endsWith(`/${scenario.id}`)) {
    files.report(graphFile, {
      code: 'scenario/wrong-id',
      place: ['id'],
      what: `Is called "${scenario.id}" and stands in ${folder}.`,
      mend: 'Give the folder and the scenario the same name.',
    });
  }
  const problems = scenarioProblems(scenario);
  for (const problem of problems) files.report(graphFile, problem);
  if (problems.length > 0) return undefined;
  const program = compileScenario(scenario);
  if (words) for (const problem of wordsProblems(program, words)) files.report(wordsFile, problem);
  // The graph is proven also while its words are not yet written.
  try {
    const space = explore(program, options);
    const values = findLoop(space) ? null : computeValues(space);
    for (const problem of proveScenario(space, values)) files.report(graphFile, problem);
    if (!words) return undefined;
    return {
      scenario,
      words,
      ...(values ? { figures: computeFigures(space, values, readingLoad(words, scenario)) } : {}),
      dropped: droppedSlots(space),
    };
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    files.report(graphFile, {
      code: error.code,
      place: ['variables'],
      what: error.message.replace(` [${error.code}]`, ''),
      mend: 'content/scenarios/README.md says how to keep a scenario small.',
    });
    return words ? { scenario, words } : undefined;
  }
}
