/**
 * The word that differs least from a mistyped one.
 *
 * @param allowed How many letters may be left out, added, changed or swapped with their neighbour.
 * @returns undefined when none is so near; of equally near ones the first.
 */
export function nearestWord(given: string, known: Iterable<string>, allowed: number): string | undefined {
  let best: string | undefined;
  let least = allowed + 1;
  for (const other of known) {
    if (Math.abs(other.length - given.length) >= least) continue;
    const errors = errorsBetween(given, other);
    if (errors < least) [best, least] = [other, errors];
  }
  return best;
}

/** Letters left out, added, changed or swapped with their neighbour (optimal string alignment distance). */
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
