import { type Browser, chromium } from '@playwright/test';
import { getChromium, launchArgs } from './browser.ts';
import { basePath, siteFolder, startStaticServer } from './static-server.ts';

/**
 * Walks the built site with a real browser, over a server of its own; both are closed whatever happens. The browser comes
 * first: where none can be had, nothing is left open that would keep the program running.
 *
 * @param port Where to begin to look for a free one.
 * @param walk Gets the browser and the address of the site, which ends in a slash.
 * @throws {Error} when no browser can be had, or no port is free.
 */
export async function overSite<T>(
  port: number,
  walk: (browser: Browser, url: string) => Promise<T>,
): Promise<T> {
  const browser = await chromium.launch({ executablePath: getChromium().path, args: [...launchArgs] });
  try {
    const server = await startStaticServer({ root: siteFolder(), base: basePath(), port, tries: 100 });
    try {
      return await walk(browser, server.url);
    } finally {
      await server.close();
    }
  } finally {
    await browser.close();
  }
}
