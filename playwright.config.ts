import { pathToFileURL } from 'node:url';
import { defineConfig } from '@playwright/test';
import { findFirefox, getChromium, launchArgs } from './src/tools/browser.ts';
import { basePath } from './src/tools/static-server.ts';
import { stickFolder } from './src/tools/stick-folder.ts';

// Workers read this file again and inherit the environment: the browser is looked for once.
process.env.CHROMIUM_PATH ??= getChromium().path;
const port = Number(process.env.E2E_PORT ?? 4399);
const url = `http://localhost:${port}${basePath()}`;

/** Journeys over the edition for a USB stick: `npm run build:usb` first. In Firefox too, where there is one. */
const STICK = /from-a-stick/;
/**
 * Journeys in which nothing depends on the size of the window or on touch: storage, scripts, paper, links, a keyboard.
 * How their states look on a phone is seen in the gallery.
 */
const ANY_WINDOW =
  /(every-page-is|keeps-an-assessment|keeps-editions-apart|opens-a-certificate|plan-after-failing|prints-well|reads-everything|resumes-a-role-play|says-what-goes|shows-state-in|stays-still|stays-true|tests-before-and-after|waits-for-late|works-offline)/;
const stick = `${pathToFileURL(stickFolder())}/`;
const firefox = findFirefox();

/** Journeys over the built site: `npm run build` first. `page.goto('en/')` without a leading slash works under any base. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  timeout: 60_000,
  // On two busy cores a page may take longer than the usual five seconds to draw what was asked for.
  expect: { timeout: 10_000 },
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  workers: 2,
  retries: 0,
  reporter: 'list',
  use: {
    baseURL: url,
    // What can be pressed is pressed at once; a journey that cannot go on says so soon.
    actionTimeout: 15_000,
    browserName: 'chromium',
    trace: 'off',
    screenshot: 'only-on-failure',
    locale: 'en-GB',
    timezoneId: 'Europe/Brussels',
    // Else every journey would store the whole course on the side. Those about that allow it.
    serviceWorkers: 'block',
    launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: [...launchArgs] },
  },
  // The longest first, so that no worker is left with one alone at the end.
  projects: [
    ...(firefox
      ? [{ name: 'stick-firefox', testMatch: STICK, use: { baseURL: stick, ...inFirefox(firefox.path) } }]
      : []),
    { name: 'stick-chromium', testMatch: STICK, use: { baseURL: stick } },
    {
      name: 'phone',
      testIgnore: [STICK, ANY_WINDOW],
      use: { viewport: { width: 360, height: 740 }, hasTouch: true },
    },
    { name: 'desktop', testIgnore: STICK, use: { viewport: { width: 1280, height: 900 } } },
    ...(firefox
      ? [{ name: 'firefox', testMatch: /leaves-quickly/, use: { ...inFirefox(firefox.path) } }]
      : []),
  ],
  webServer: {
    command: `${JSON.stringify(process.execPath)} src/tools/preview.ts --port=${port} --uncached`,
    url,
    // Only a server that somebody started on the usual port; with a port of our own it must be ours.
    reuseExistingServer: process.env.E2E_PORT === undefined,
  },
});

/** Firefox as it is sold, through the driver made for it; Playwright's own protocol needs Playwright's own Firefox. */
function inFirefox(executablePath: string) {
  return {
    browserName: 'firefox' as const,
    channel: 'moz-firefox',
    launchOptions: {
      executablePath,
      // As users have it. Without these two every file could read every other, and what fails for users passes.
      firefoxUserPrefs: {
        'security.fileuri.strict_origin_policy': true,
        'privacy.file_unique_origin': true,
      },
    },
  };
}
