import { nearestWord } from '../nearest/index.ts';

/**
 * One thing that is wrong with content, said so that its author can go on.
 *
 * `core` finds problems and knows the place as a path of keys; the integration that read the file adds file and line.
 */
export interface Problem {
  /** A code that never changes, such as `scenario/unknown-decision`. */
  code: string;
  /** Path of keys inside the file, outermost first. Empty when the whole file is meant. */
  place: readonly (string | number)[];
  /** What is wrong, in one sentence. */
  what: string;
  /** How to correct it, in one sentence. */
  mend: string;
}

/** A problem in a file that was read. */
export interface LocatedProblem extends Problem {
  /** Path from the project's root. */
  file: string;
  /** First line is 1; absent when the place could not be found in the text. */
  line?: number;
}

/** A broken promise between our own parts: never shown to learners, always a defect. */
export class ContentError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(`${message} [${code}]`);
    this.name = 'ContentError';
    this.code = code;
  }
}

/**
 * The problem as the build prints it: file, line and place; what; how to mend; code.
 *
 * @returns Several lines without a trailing line break.
 */
export function formatProblem(problem: LocatedProblem): string {
  const line = problem.line === undefined ? '' : `:${problem.line}`;
  const place = problem.place.length === 0 ? '' : ` › ${formatPlace(problem.place)}`;
  return `${problem.file}${line}${place}\n  ${problem.what}\n  ${problem.mend}\n  [${problem.code}]`;
}

function formatPlace(place: readonly (string | number)[]): string {
  return place.map((key, at) => (typeof key === 'number' ? `[${key}]` : at === 0 ? key : `.${key}`)).join('');
}

/** Longer names get no suggestion: comparing takes time with the square of the length. */
const LONGEST_NAME = 100;

/**
 * How to correct a name that is not known: the known name nearest to it, if one is near, and what to do otherwise.
 *
 * @param otherwise What to do when the suggestion is wrong: a clause such as `add it to content/sources.yaml`.
 * @returns `Did you mean "x"? Otherwise add it to …` or, when none is near, `Add it to …`.
 */
export function didYouMean(given: string, known: Iterable<string>, otherwise: string): string {
  const allowed = Math.max(2, Math.floor(given.length / 3));
  const near = given.length > LONGEST_NAME ? undefined : nearestWord(given, known, allowed);
  return near === undefined
    ? `${otherwise.charAt(0).toUpperCase()}${otherwise.slice(1)}.`
    : `Did you mean "${near}"? Otherwise ${otherwise}.`;
}
