import type { Answer } from '../../core/search/index.ts';
import type { Ask } from './load.ts';

/** Answers a query. @throws {Error} when the index cannot be had. */
export type Searcher = (query: string) => Promise<Answer>;

/**
 * A searcher that works in a worker, or in the page where there is none: blocked, too old, or opened from a file.
 *
 * Nothing is loaded before the first call.
 *
 * @param address Where the index lies.
 */
export function createSearcher(address: string): Searcher {
  let worker: Worker | null | undefined;
  let asked = 0;
  const waiting = new Map<number, (answer: Answer | undefined) => void>();
  const giveUp = () => {
    worker?.terminate();
    worker = null;
    for (const settle of waiting.values()) settle(undefined);
    waiting.clear();
  };
  const start = (): Worker | null => {
    try {
      const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
      started.addEventListener('message', ({ data }: MessageEvent<{ id: number; answer?: Answer }>) => {
        waiting.get(data.id)?.(data.answer);
        waiting.delete(data.id);
        if (!data.answer) giveUp();
      });
      started.addEventListener('error', giveUp);
      return started;
    } catch {
      return null;
    }
  };
  const ask = (query: string): Promise<Answer | undefined> =>
    new Promise((settle) => {
      if (worker === undefined) worker = start();
      if (!worker) return settle(undefined);
      const request: Ask = { id: asked++, address, query };
      waiting.set(request.id, settle);
      worker.postMessage(request);
    });
  const askHere = async (query: string): Promise<Answer> => {
    const [{ answer }, { loadIndex }] = await Promise.all([
      import('../../core/search/index.ts'),
      import('./load.ts'),
    ]);
    return answer(await loadIndex(address), query);
  };
  return async (query) => (await ask(query)) ?? askHere(query);
}
