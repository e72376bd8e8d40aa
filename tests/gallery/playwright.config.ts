import { defineConfig } from '@playwright/test';
import { getChromium, launchArgs } from '../../src/tools/browser.ts';
import { basePath } from '../../src/tools/static-server.ts';

process.env.CHROMIUM_PATH ??= getChromium().path;
// Workers read this file again: the port must be the same for all.
process.env.GALLERY_PORT ??= '4500';
const host = `http://localhost:${process.env.GALLERY_PORT}/`;

/** The check of every state in the gallery: `npm run build` first. Pictures are left in .cache/gallery/. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/gallery',
  timeout: 180_000,
  fullyParallel: true,
  workers: 2,
  reporter: 'list',
  use: {
    baseURL: host + basePath().slice(1),
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/Brussels',
    serviceWorkers: 'block',
    reducedMotion: 'reduce',
    launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: [...launchArgs] },
  },
  webServer: {
    command: `${JSON.stringify(process.execPath)} tests/gallery/serve.ts`,
    cwd: '../..',
    url: `${host}gallery/`,
    reuseExistingServer: false,
    // It reads the whole course first.
    timeout: 180_000,
  },
});
