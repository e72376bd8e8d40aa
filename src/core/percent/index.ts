/**
 * Result in per cent, rounded down, so that nobody reads a pass that was none.
 *
 * Takes the two whole numbers and not their quotient: 0.57 × 100 is 56.99999999999999 in floating point.
 *
 * @param earned Whole number, 0 to `possible`.
 * @param possible Whole number; 0 gives 0.
 */
export function percentEarned(earned: number, possible: number): number {
  return possible > 0 ? Math.floor((earned * 100) / possible) : 0;
}

/**
 * A computed share, 0 to 1, in per cent, rounded down as `percentEarned` does.
 *
 * Adds a billionth: 0.57 × 100 is 56.99999999999999 in floating point.
 */
export function percentReached(share: number): number {
  return Math.floor(share * 100 + 1e-9);
}

/** A share that somebody wrote down (0.8, 0.57) in per cent, to the nearest whole number. */
export function percentOfShare(share: number): number {
  return Math.round(share * 100);
}

/** A share, 0 to 1, for a report in English: `12.3 %`. */
export function percentText(share: number, digits = 1): string {
  return `${(share * 100).toFixed(digits)} %`;
}
