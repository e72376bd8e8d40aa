/** Letters of the longest word that may be misspelt. */
const LONGEST = 30;

/**
 * How many typing errors a word may have: short words with one error are other words. Nor is anything near to what is
 * longer than any word of a course, and looking for that takes time and memory with the square of its length.
 */
export function errorsAllowed(length: number): number {
  return length > LONGEST ? 0 : length >= 9 ? 2 : length >= 5 ? 1 : 0;
}

/** The nearest of `known` within the errors that the word may have; the word itself when none is near. */
export function nearest(word: string, known: Iterable<string>): string {
  let best = word;
  let least = errorsAllowed(word.length) + 1;
  for (const other of known) {
    if (Math.abs(other.length - word.length) >= least) continue;
    const errors = errorsBetween(word, other);
    if (errors < least) [best, least] = [other, errors];
  }
  return best;
}

/** Letters left out, added, changed or swapped with their neighbour (optimal string alignment). */
function errorsBetween(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const changed = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : changed;
      row.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, changed, swapped));
    }
  }
  return at(a.length, b.length);
}
