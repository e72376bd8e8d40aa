import { overSite } from './over-site.ts';

const TIMES = 5;

/**
 * Time from the first keystroke on a fresh page, with no index loaded, to the first search result. The query is typed
 * without pauses, so the figure includes the search's own delay and not typing speed.
 */
export async function benchFirstResult(): Promise<{ name: string; value: number }[]> {
  return overSite(4520, async (browser, url) => {
    const all: { whole: number; afterIndex: number }[] = [];
    for (let i = 0; i < TIMES; i++) {
      const context = await browser.newContext({ serviceWorkers: 'block' });
      const page = await context.newPage();
      await page.goto(`${url}en/search/`, { waitUntil: 'networkidle' });
      let arrivedMs = 0;
      page.on('requestfinished', (request) => {
        if (request.url().endsWith('search-index.json')) arrivedMs = performance.now();
      });
      const start = performance.now();
      // The field gets the focus with the first key; no click that would load the index earlier.
      await page.locator('#find').pressSequentially('passport');
      await page.locator('#found a').first().waitFor();
      const end = performance.now();
      all.push({ whole: end - start, afterIndex: end - Math.max(arrivedMs, start) });
      await context.close();
    }
    const median = (of: 'whole' | 'afterIndex') =>
      Math.round(all.map((one) => one[of]).sort((a, b) => a - b)[Math.floor(TIMES / 2)] ?? 0);
    return [
      { name: 'first keystroke to first result, milliseconds', value: median('whole') },
      { name: 'index arrived to first result, milliseconds', value: median('afterIndex') },
    ];
  });
}
