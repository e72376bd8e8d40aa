/** Every state of the gallery, in every window and colour scheme: nothing is broken, cut, squeezed or unreadable. */
import { test as base, expect, type Page } from '@playwright/test';
import { examples } from './examples/index.ts';
import { lookAt } from './look.ts';
import { addressOf } from './server.ts';

/** One tab for all examples of a worker: each clears what the one before has kept. */
const test = base.extend<object, { tab: Page }>({
  tab: [
    async ({ browser }, use) => {
      const context = await browser.newContext({ serviceWorkers: 'block' });
      await use(await context.newPage());
      await context.close();
    },
    { scope: 'worker' },
  ],
});

for (const example of examples)
  test(example.id, async ({ tab: page, baseURL }) => {
    const said: string[] = [];
    page.removeAllListeners();
    page.on('console', (message) => {
      if (message.type() === 'error') said.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => said.push(`uncaught: ${error.message}`));
    // Only a fragment may differ from the example before: that alone would not load the page.
    await page.goto('about:blank');
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' });
    await page.goto(`${baseURL}${addressOf(example)}`);
    if (!example.isWithoutScripts)
      await expect(page.locator('html')).toHaveAttribute('data-gallery', 'ready', { timeout: 30_000 });
    const wrong = await lookAt(page, example.id, example.part);
    const mayBeSaid = [
      ...(example.logs ?? []),
      ...(example.withoutIsland ? ['Error hydrating', '404'] : []),
    ].map((pattern) => new RegExp(pattern));
    wrong.push(...said.filter((text) => !mayBeSaid.some((allowed) => allowed.test(text))));
    expect(wrong).toEqual([]);
  });
