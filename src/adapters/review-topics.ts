import type { Topics } from '../core/review/history.ts';

const loaded = new Map<string, Promise<Topics | null>>();

/**
 * Which questions belong to which objective, fetched once.
 *
 * @returns null when it cannot be had now.
 * @throws {TypeError} as `fetch` does, when there is no connection; the next call tries again.
 */
export function fetchTopics(address: string): Promise<Topics | null> {
  const known = loaded.get(address);
  if (known) return known;
  const load = fetch(address).then((response) => (response.ok ? (response.json() as Promise<Topics>) : null));
  loaded.set(address, load);
  load.then(
    (topics) => topics ?? loaded.delete(address),
    () => loaded.delete(address),
  );
  return load;
}
