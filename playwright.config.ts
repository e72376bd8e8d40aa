import { defineConfig } from '@playwright/test';
import { getChromium, launchArgs } from './src/tools/browser.ts';
import { basePath } from './src/tools/static-server.ts';

// Workers read this file again and inherit the environment: the browser is looked for once.
process.env.CHROMIUM_PATH ??= getChromium().path;
const port = Number(process.env.E2E_PORT ?? 4399);
const url = `http://localhost:${port}${basePath()}`;

/** Journeys over the built site: `npm run build` first. `page.goto('en/')` without a leading slash works under any base. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  timeout: 60_000,
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  workers: 2,
  retries: 0,
  reporter: 'list',
  use: {
    baseURL: url,
    browserName: 'chromium',
    trace: 'off',
    locale: 'en-GB',
    timezoneId: 'Europe/Brussels',
    launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: [...launchArgs] },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 900 } } },
    { name: 'phone', use: { viewport: { width: 360, height: 740 }, hasTouch: true } },
  ],
  webServer: {
    command: `${JSON.stringify(process.execPath)} src/tools/preview.ts --port=${port} --uncached`,
    url,
    // Only a server that somebody started on the usual port; with a port of our own it must be ours.
    reuseExistingServer: process.env.E2E_PORT === undefined,
  },
});
