/** Nothing moves under the reader while a page loads: on a slow network and processor, on a first visit. */
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

/** Most that a page may shift, by the measure of browsers (cumulative layout shift). */
const MOST = 0.02;
const PAGES = [
  'en/',
  'en/paths/police/',
  'en/modules/trafficking-or-smuggling/',
  'en/modules/trafficking-or-smuggling/side-by-side/',
  'en/role-plays/',
  'en/role-plays/last-car/',
  'en/assessment/police/',
  'en/record/',
  'en/certificate/',
  'en/verify/',
  'en/search/',
];

/** What moved, by how much. */
interface Moved {
  sum: number;
  what: string[];
}

async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const moved: Moved = { sum: 0, what: [] };
    Object.assign(globalThis, { moved });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: { node: Element | null; previousRect: DOMRect; currentRect: DOMRect }[];
      })[]) {
        if (entry.hadRecentInput) continue;
        moved.sum += entry.value;
        for (const { node, previousRect, currentRect } of entry.sources)
          moved.what.push(
            `${entry.value.toFixed(3)} ${node?.nodeName.toLowerCase()}.${node?.className ?? ''} ${previousRect.top}+${previousRect.height} → ${currentRect.top}+${currentRect.height}`,
          );
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

async function slowDown(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  // "Slow 4G", as Lighthouse has it.
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: (1.6 * 1024 * 1024) / 8,
    uploadThroughput: (750 * 1024) / 8,
  });
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

for (const width of [390, 1280])
  test(`${width} px wide, on a first visit`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height: width < 1000 ? 844 : 900 });
    await watchShifts(page);
    await slowDown(page);
    const found: Record<string, Moved> = {};
    for (const address of PAGES) {
      await page.goto(address);
      // Islands in view have come to life; then two frames, so that what they show has been drawn.
      await expect(page.locator('astro-island[ssr]:not([client="visible"])')).toHaveCount(0);
      await page.evaluate(
        () =>
          new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(undefined)))),
      );
      const moved = await page.evaluate(() => (globalThis as unknown as { moved: Moved }).moved);
      if (moved.sum >= MOST) found[address] = moved;
    }
    expect(found, 'pages of which something moves').toEqual({});
  });
