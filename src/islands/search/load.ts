import { type OpenIndex, openIndex, type SearchIndex } from '../../core/search/index.ts';

/** What a page asks of the worker. */
export interface Ask {
  /** Comes back with the answer. */
  id: number;
  /** Where the index lies. */
  address: string;
  query: string;
}

const opened = new Map<string, Promise<OpenIndex>>();

/**
 * Fetches an index once and makes it ready; worker and page use the same function.
 *
 * @throws {Error} when it cannot be fetched or read; the next call tries again.
 */
export function loadIndex(address: string): Promise<OpenIndex> {
  const before = opened.get(address);
  if (before) return before;
  const loading = fetchIndex(address);
  opened.set(address, loading);
  loading.catch(() => opened.delete(address));
  return loading;
}

async function fetchIndex(address: string): Promise<OpenIndex> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const index = (await response.json()) as SearchIndex;
  if (index.format !== 1) throw new Error(`${address}: format ${String(index.format)}`);
  return openIndex(index);
}
