import { ContentError, type Problem } from '../problem/index.ts';
import { minutesProblem } from '../reading-time/index.ts';
import {
  compileChecked,
  computeFigures,
  computeValues,
  droppedSlots,
  explore,
  type Figures,
  findLoop,
  type Program,
  proveScenario,
  readingLoad,
  type Scenario,
  type ScenarioWords,
  type Space,
  type Values,
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
  read: ReadScenario,
  options: { limit?: number } = {},
): LoadedScenario | undefined {
  const { folder, lang, scenario, words } = read;
  const file = graphFile(folder);
  const { program, problems } = compileChecked(scenario);
  for (const problem of problems) files.report(file, problem);
  if (problems.length > 0) return undefined;
  if (words)
    for (const problem of wordsProblems(program, words)) files.report(wordsFile(folder, lang), problem);
  // The graph is proven also while its words are not yet written.
  try {
    const proof = proofOf(scenario, program, options);
    for (const problem of proof.faults) files.report(file, problem);
    if (!words) return undefined;
    const figures = figuresOf(proof, program, read, words, options);
    const wrongMinutes =
      figures &&
      minutesProblem(scenario.minutes, figures.longestMinutes, `The words of its longest way in "${lang}"`, [
        'minutes',
      ]);
    if (wrongMinutes) files.report(file, wrongMinutes);
    return { scenario, words, ...(figures ? { figures } : {}), dropped: proof.dropped };
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

interface Explored {
  space: Space;
  /** null when the graph has a loop. */
  values: Values | null;
}

/** What the proof of a graph found. */
interface Proof {
  /** The graph that it is of, as JSON. */
  graph: string;
  /** The same in every language. */
  faults: Problem[];
  dropped: Record<string, string[]>;
  /** By language, with the words (as JSON) that their minutes are counted from. */
  figures: Map<string, { text: string; figures: Figures | null }>;
  /** Megabytes for a large graph, so memory may take it back; it is explored again then. */
  explored: WeakRef<Explored>;
}

/** The last proof of each scenario: a graph is proven once for all languages, and again only when an author changes it. */
const proofs = new Map<string, Proof>();

/** @throws {ContentError} `scenario/too-large`, as `explore`. */
function proofOf(scenario: Scenario, program: Program, options: { limit?: number }): Proof {
  const graph = JSON.stringify([scenario, options]);
  const known = proofs.get(scenario.id);
  if (known?.graph === graph) return known;
  const explored = exploreAll(program, options);
  const proof = {
    graph,
    faults: proveScenario(explored.space, explored.values),
    dropped: droppedSlots(explored.space),
    figures: new Map(),
    explored: new WeakRef(explored),
  };
  proofs.set(scenario.id, proof);
  return proof;
}

function exploreAll(program: Program, options: { limit?: number }): Explored {
  const space = explore(program, options);
  return { space, values: findLoop(space) ? null : computeValues(space) };
}

/** Figures of a proven graph with one language's words; null when the graph has a loop. */
function figuresOf(
  proof: Proof,
  program: Program,
  { lang, scenario }: ReadScenario,
  words: ScenarioWords,
  options: { limit?: number },
): Figures | null {
  const text = JSON.stringify(words);
  const known = proof.figures.get(lang);
  if (known?.text === text) return known.figures;
  const { space, values } = proof.explored.deref() ?? exploreAll(program, options);
  const figures = values && computeFigures(space, values, readingLoad(words, scenario));
  proof.figures.set(lang, { text, figures });
  return figures;
}

function graphFile(folder: string): string {
  return `${folder}/scenario.yaml`;
}

function wordsFile(folder: string, lang: string): string {
  return `${folder}/${lang}.yaml`;
}
