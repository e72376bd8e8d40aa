/**
 * How long something takes: the median of several runs, in milliseconds.
 *
 * @param times How often it runs.
 */
export function medianMs(act: () => unknown, times: number): number {
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    act();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return taken[Math.floor(times / 2)] ?? 0;
}

/** Milliseconds for a report: to one decimal place. */
export function roundMs(ms: number): number {
  return Math.round(ms * 10) / 10;
}
