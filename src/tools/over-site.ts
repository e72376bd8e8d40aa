import { type Browser, chromium } from '@playwright/test';
import { getChromium, launchArgs } from './browser.ts';
import { basePath, siteFolder, startStaticServer } from './static-server.ts';

/**
 * Runs `walk` with a real browser and a server for the built site, and closes both afterwards. The browser is started
 * first: if there is none, no open server keeps the program running.
 *
 * @param port Where to begin to look for a free one.
 * @param walk Gets the browser and the address of the site, which ends in a slash.
 * @throws {Error} when no browser is found, or no port is free.
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
