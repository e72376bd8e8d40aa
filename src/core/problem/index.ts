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
  /** How to mend it, in one sentence. */
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

/** `Did you mean "x"?` for the known id nearest to a mistyped one; an empty string when none is near. */
export function didYouMean(given: string, known: Iterable<string>): string {
  let best = '';
  let least = Math.max(2, Math.floor(given.length / 3)) + 1;
  for (const id of known) {
    const distance = editDistance(given, id, least);
    if (distance < least) {
      least = distance;
      best = id;
    }
  }
  return best === '' ? '' : `Did you mean "${best}"? `;
}

/** Levenshtein distance, given up (as `limit`) once it cannot be less than `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + swap));
    }
    row = next;
  }
  return row[b.length] ?? limit;
}
