/** Searches away from the page, so that typing never waits. An empty query only loads the index. */
import { answer } from '../../core/search/index.ts';
import { type Ask, loadIndex } from './load.ts';

addEventListener('message', async ({ data: { id, address, query } }: MessageEvent<Ask>) => {
  try {
    postMessage({ id, answer: answer(await loadIndex(address), query) });
  } catch {
    // The page tries by itself then, and says what it cannot do.
    postMessage({ id });
  }
});
