/** Finds a browser for the journeys, or installs one. Used by `npm test`, playwright.config.ts and `npm run bench`. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

export interface FoundBrowser {
  path: string;
  /** How it was found, for a log line. */
  from: string;
}

/** Switches off Chromium's background requests, and its sandbox so that it runs as root in a container. */
export const launchArgs: readonly string[] = [
  // The sandbox needs kernel rights that containers lack; only our own pages are opened.
  ...(process.platform === 'linux' ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const CHROMIUM_NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'msedge',
];
const FIREFOX_NAMES = ['firefox-esr', 'firefox'];
const windowsFolders = [
  process.env.PROGRAMFILES,
  process.env['PROGRAMFILES(X86)'],
  process.env.LOCALAPPDATA,
].filter((folder) => folder !== undefined);
const CHROMIUM_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/opt/google/chrome/chrome',
  '/usr/lib/chromium/chromium',
  ...windowsFolders.flatMap((folder) => [
    join(folder, 'Google/Chrome/Application/chrome.exe'),
    join(folder, 'Microsoft/Edge/Application/msedge.exe'),
  ]),
];
const FIREFOX_PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  '/usr/lib/firefox-esr/firefox-esr',
  ...windowsFolders.map((folder) => join(folder, 'Mozilla Firefox/firefox.exe')),
];

/** A Chromium on this machine: CHROMIUM_PATH, an installed one, or Playwright's download; undefined if there is none. */
export function findChromium(): FoundBrowser | undefined {
  return named('CHROMIUM_PATH') ?? installed(CHROMIUM_NAMES, CHROMIUM_PLACES) ?? playwrightsOwn();
}

/**
 * A Chromium, installed if there is none: Playwright's download, then, as root, Debian's package. Logs each step.
 *
 * @throws {Error} that names the ways to get one, when none worked.
 */
export function getChromium(): FoundBrowser {
  const found = findChromium();
  if (found) return found;
  console.log('No Chromium, Chrome or Edge is installed. Trying Playwright’s download …');
  if (run(join('node_modules', '.bin', 'playwright'), ['install', 'chromium'])) {
    const own = playwrightsOwn();
    if (own) return { ...own, from: 'downloaded by Playwright just now' };
  }
  if (installByApt('chromium')) {
    const fresh = installed(CHROMIUM_NAMES, CHROMIUM_PLACES);
    if (fresh) return { ...fresh, from: 'installed with apt-get just now' };
  }
  throw new Error(
    'The journeys need a browser, and none was found or could be fetched. Install Chrome, Chromium or Edge, or set CHROMIUM_PATH to one.',
  );
}

/** A Firefox on this machine: FIREFOX_PATH or an installed one; undefined if there is none. */
export function findFirefox(): FoundBrowser | undefined {
  return named('FIREFOX_PATH') ?? installed(FIREFOX_NAMES, FIREFOX_PLACES);
}

/** A Firefox for the journeys from file://, installed if we are root; undefined if there is none, and they are skipped. */
export function getFirefox(): FoundBrowser | undefined {
  const found = findFirefox();
  if (found) return found;
  const fresh = installByApt('firefox-esr') ? installed(FIREFOX_NAMES, FIREFOX_PLACES) : undefined;
  return fresh && { ...fresh, from: 'installed with apt-get just now' };
}

/** Uses exactly the path that was given, or throws: silently taking another would test the wrong browser. */
function named(variable: string): FoundBrowser | undefined {
  const path = process.env[variable];
  if (!path) return undefined;
  if (!existsSync(path))
    throw new Error(
      `${variable} is ${path}, which does not exist: correct it, or unset it to use an installed browser.`,
    );
  return { path, from: variable };
}

function installed(names: readonly string[], places: readonly string[]): FoundBrowser | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const path = [...onPath, ...places].find((candidate) => existsSync(candidate) && starts(candidate));
  return path === undefined ? undefined : { path, from: 'installed' };
}

function playwrightsOwn(): FoundBrowser | undefined {
  try {
    const path = chromium.executablePath();
    return existsSync(path) && starts(path) ? { path, from: 'Playwright’s own' } : undefined;
  } catch {
    // Playwright offers no download for this system.
    return undefined;
  }
}

/** Whether it starts: Ubuntu's package only points to snap, and a download may lack libraries. */
function starts(path: string): boolean {
  // On Windows and macOS `--version` would open a window; there the file existing is enough.
  if (process.platform !== 'linux') return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

function installByApt(name: string): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log(`Installing Debian’s package "${name}" with apt-get (we are root here) …`);
  return run('apt-get', ['update']) && run('apt-get', ['install', '-y', name]);
}

function run(command: string, args: readonly string[]): boolean {
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    timeout: 15 * 60_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}
