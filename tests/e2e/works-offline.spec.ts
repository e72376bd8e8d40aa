import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { writeOffline } from '../../src/integrations/offline.ts';
import { basePath, siteFolder, startStaticServer } from '../../src/tools/static-server.ts';
import { content, earnCertificate, linkOn } from './support/learner.ts';
import { keepRecord, walkedRecord } from './support/records.ts';
import { expect, expectAccessible, test as watched } from './support/test.ts';

interface Site {
  /** A copy of the built site, to publish new versions in. */
  folder: string;
  url: string;
  /** Paths that the worker asked for, in order. */
  asked: string[];
  /** Paths whose first answer broke off, where the host is bad. */
  brokenOff: Set<string>;
  close(): Promise<void>;
}

/** Each journey has a host of its own that can be stopped, and that lets nothing into the browser's cache. */
const test = watched.extend<{ site: Site; isBad: boolean }>({
  isBad: [false, { option: true }],
  site: async ({ isBad }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'site-'));
    cpSync(siteFolder(), folder, { recursive: true });
    const server = await startStaticServer({ root: folder, base: basePath(), port: 0, isUncached: true });
    const asked: string[] = [];
    const brokenOff = new Set<string>();
    const front = await startHost(server.url, isBad, asked, brokenOff);
    let isClosed = false;
    const close = async () => {
      if (isClosed) return;
      isClosed = true;
      await front.close();
      await server.close();
    };
    await use({ folder, url: front.url, asked, brokenOff, close });
    await close();
    rmSync(folder, { recursive: true, force: true });
  },
  baseURL: ({ site }, use) => use(site.url),
});
// Asking for a newer version without a network fails, as it should.
test.use({ serviceWorkers: 'allow', mayLog: [/\/sw\.js\)$/] });

const stored = 'The whole course is stored on this device';

/**
 * Asks the home page to store the course. Then the worker has everything and answers for this page; it is ready a moment
 * before it does.
 */
async function isStored(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Store it now' }).click();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

async function cutOff(page: Page, site: Site): Promise<void> {
  await site.close();
  await page.context().setOffline(true);
}

/**
 * The script that offers a new version, which comes last, has looked whether to: what is not offered now will not be
 * until something changes.
 */
const offerCanShow = (page: Page) =>
  expect(page.locator('div[role="status"] + main')).toBeAttached({ timeout: 30_000 });

/** Names of the caches; each version has one. */
const versions = (page: Page) => page.evaluate(() => caches.keys());

/** Publishes a version in which some pages have another heading: the home page, or those named. */
function publish(site: Site, heading: string, pages: readonly string[] = ['en/']): void {
  for (const page of pages) {
    const file = join(site.folder, page, 'index.html');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/(<h1[^>]*>)[^<]+/, `$1${heading}`));
  }
  writeOffline(site.folder, process.cwd());
}

const waits = (page: Page) =>
  expect
    .poll(
      () => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting != null),
      { timeout: 30_000 },
    )
    .toBe(true);

test('goes from the first visit to a verified certificate without a network', async ({ page, site }) => {
  test.setTimeout(360_000);
  // The rest of the way is walked in takes-a-path-to-a-verified-certificate; every file is asked for below.
  await keepRecord(page, walkedRecord('police', 'some'));
  await page.goto('en/');
  await isStored(page);
  await cutOff(page, site);

  await earnCertificate(page, 'police', 'Łucja Nguyễn', 'mouse', 'some');
  const link = await linkOn(page);
  const downloading = page.waitForEvent('download', { timeout: 60_000 });
  await page.getByRole('button', { name: 'Download PDF' }).click();
  await downloading;
  await page.goto('en/record/');
  await expect(page.locator('[data-offline-status]')).toContainText(stored);
  await expectAccessible(page);
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'This certificate holds' })).toBeVisible();
});

test('a nurse reaches a number in two taps, without a network', async ({ page, site }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('en/');
  await isStored(page);
  await cutOff(page, site);
  await page.goto('en/modules/medical/why-health-staff/');
  await page.getByRole('banner').getByRole('link', { name: 'Whom to call' }).click();
  await page.getByRole('navigation', { name: 'Show' }).getByRole('link', { name: 'Danger now' }).click();
  await expect(page.getByRole('link', { name: 'Emergency services: 112' })).toHaveAttribute(
    'href',
    'tel:112',
  );
  await expect(page.getByRole('link', { name: 'Emergency services: 112' })).toBeInViewport();
  await expect(page.getByRole('heading', { level: 2, name: 'A child' })).toBeHidden();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 2, name: 'A child' })).toBeVisible();
});

test.describe('at an address that does not exist', () => {
  test.use({ mayLog: [/\/(sw\.js|en\/no-such-page\/)\)$/] });

  test('says so, without a network', async ({ page, site }) => {
    await page.goto('en/');
    await isStored(page);
    await cutOff(page, site);
    const missing = await page.goto('en/no-such-page/');
    expect(missing?.status()).toBe(404);
    await expect(page.getByRole('link', { name: 'Search' }).first()).toBeVisible();
  });
});

test('has every file of the course without a network, at every form of its address', async ({
  page,
  site,
}) => {
  await page.goto('en/');
  await isStored(page);
  await cutOff(page, site);
  const files = readdirSync(site.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'sw.js')
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(site.folder.length + 1)
        .replaceAll('\\', '/'),
    );
  expect(files.length).toBeGreaterThan(100);
  const lengths = await page.evaluate(
    async ([root, names]) =>
      Promise.all(
        names.map(async (name) => {
          const response = await fetch(root + name.replace(/(^|\/)index\.html$/, '$1')).catch(
            () => undefined,
          );
          return response?.ok ? (await response.arrayBuffer()).byteLength : -1;
        }),
      ),
    [site.url, files] as const,
  );
  const wrong = files.filter((file, i) => lengths[i] !== readFileSync(join(site.folder, file)).length);
  expect(wrong).toEqual([]);

  await page.goto('en/glossary');
  await expect(page).toHaveURL(/\/en\/glossary\/$/);
  await page.goto('en/glossary/?from=mail#main');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto('en/modules/index.html');
  await expect(page.getByRole('heading', { level: 1, name: 'Modules' })).toBeVisible();
});

test('offers a new version, keeps it out of a role-play, and changes only when it is taken', async ({
  page,
  context,
  site,
}) => {
  await page.goto('en/');
  await isStored(page);
  const [first] = await versions(page);
  await page.goto(`en/role-plays/${content.scenarios[0]?.scenario.id}/`);
  await page.getByRole('radio', { name: /^Alone/ }).check();
  await page.getByRole('button', { name: 'Start' }).click();

  // A page that says the same to everybody: home speaks of the role-play that was begun.
  publish(site, 'A second edition', ['en/about/']);
  await page.reload();
  await waits(page);
  await offerCanShow(page);
  await expect(page.locator('[data-view="play"]')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Use it now' })).toBeHidden();
  await page.getByRole('button', { name: 'Step out' }).click();
  await expect(page.getByRole('button', { name: 'Use it now' })).toBeVisible();
  await expectAccessible(page);

  // Not forced: pages go on in the old version, all of it.
  await page.goto('en/about/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'A second edition' })).toBeHidden();

  // Another page is open while this one takes it: that one is left alone, with all that its version needs.
  const other = await context.newPage();
  await other.goto('en/glossary/');
  // Its script, which comes last, has to be there to see the change.
  await offerCanShow(other);
  await expect(other.getByRole('button', { name: 'Use it now' })).toBeVisible();
  await other.evaluate(() => document.body.setAttribute('data-not-reloaded', ''));
  await page.getByRole('button', { name: 'Use it now' }).click();
  await expect(page.getByRole('heading', { name: 'A second edition' })).toBeVisible();
  await offerCanShow(page);
  await expect(page.getByRole('button', { name: 'Use it now' })).toBeHidden();
  await expect(other.locator('body')).toHaveAttribute('data-not-reloaded', '');
  await expect(other.getByRole('button', { name: 'Use it now' })).toBeVisible();
  expect(await versions(page)).toContain(first);
  await other.close();

  // The old version goes once nothing runs it, and the new one is whole without a network.
  await page.reload();
  await expect.poll(() => versions(page), { timeout: 30_000 }).not.toContain(first);
  expect(await versions(page)).toHaveLength(1);
  await cutOff(page, site);
  await page.goto('en/record/');
  await expect(page.locator('[data-offline-status]')).toContainText(stored);
  await page.goto('en/about/');
  await expect(page.getByRole('heading', { name: 'A second edition' })).toBeVisible();
});

test('puts the offer off when asked to', async ({ page, site }) => {
  await page.goto('en/');
  await isStored(page);
  publish(site, 'A second edition');
  await page.reload();
  await page.getByRole('button', { name: 'Later' }).click();
  await expect(page.getByRole('button', { name: 'Use it now' })).toBeHidden();
  // The button is gone; the keyboard goes on from the page.
  await expect(page.locator('main')).toBeFocused();
  await page.goto('en/glossary/');
  await waits(page);
  await offerCanShow(page);
  await expect(page.getByRole('button', { name: 'Use it now' })).toBeHidden();
});

test('mixes nothing when the host is in the middle of a deploy, and goes on from what it has', async ({
  page,
  site,
}) => {
  // A file that cannot be had is tried again for twenty seconds.
  test.setTimeout(150_000);
  await page.goto('en/');
  await isStored(page);
  const before = await versions(page);
  const home = readFileSync(join(site.folder, 'en/index.html'), 'utf8');
  const others = ['en/about/', 'en/glossary/', 'en/sources/'];
  site.asked.length = 0;
  publish(site, 'A second edition', ['en/', ...others]);
  // The new list is there, the new home page is not.
  writeFileSync(join(site.folder, 'en/index.html'), home);
  expect(await update(page)).toBe('redundant');
  await page.reload();
  await offerCanShow(page);
  await expect(page.getByRole('button', { name: 'Use it now' })).toBeHidden();

  // When the deploy is through, what was loaded before is used and the rest follows.
  publish(site, 'A second edition');
  expect(await update(page)).toBe('installed');
  const timesAsked = (path: string) => site.asked.filter((asked) => asked === basePath() + path).length;
  expect(others.map(timesAsked)).toEqual([1, 1, 1]);
  expect(timesAsked('en/')).toBeGreaterThan(1);
  await page.goto('en/record/');
  await expect(page.locator('[data-offline-status]')).toContainText(stored, { timeout: 30_000 });
  expect((await versions(page)).slice(0, 1)).toEqual(before);
  await page.goto('en/');
  await page.getByRole('button', { name: 'Use it now' }).click();
  await expect(page.getByRole('heading', { name: 'A second edition' })).toBeVisible();
});

/** Asks for a newer version. @returns What becomes of its worker: installed or redundant. */
function update(page: Page): Promise<string | undefined> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const worker = registration.installing ?? registration.waiting;
    while (worker?.state === 'installing')
      await new Promise((change) => worker.addEventListener('statechange', change, { once: true }));
    return worker?.state;
  });
}

test('stores nothing before it is asked to, and says how much it is', async ({ page, site }) => {
  await page.goto('en/');
  await expect(page.locator('[data-offline-status]')).toContainText(/loads \d+(\.\d)? MB/);
  expect(await versions(page)).toEqual([]);
  expect(site.asked).toEqual([]);
  await page.goto('en/record/');
  const status = page.locator('[data-offline-status]');
  await expect(status).toContainText('The course is not stored on this device yet');
  expect(await versions(page)).toEqual([]);
  await status.getByRole('button', { name: 'Store it now' }).click();
  // The button is gone; the keyboard goes on from what is said in its place.
  await expect(status).toBeFocused();
  await expect(status).toContainText(stored, { timeout: 30_000 });
  await expect(status).toHaveAttribute('aria-busy', 'false');
});

test('says so where the browser lets nothing be stored', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => Promise.reject(new DOMException('Not here.', 'SecurityError'));
    ServiceWorkerContainer.prototype.getRegistration = refuse;
    ServiceWorkerContainer.prototype.register = refuse;
  });
  await page.goto('en/record/');
  const status = page.locator('[data-offline-status]');
  await expect(status).toContainText('The course could not be stored on this device');
  await status.getByRole('button', { name: 'Store it now' }).click();
  await expect(status).toContainText('The course could not be stored on this device');
});

test('says so when what the browser has deleted cannot be had again', async ({ page, site }) => {
  await page.goto('en/');
  await isStored(page);
  await page.clock.install();
  const [first = ''] = await versions(page);
  rmSync(join(site.folder, 'en/about/index.html'));
  await page.evaluate(
    async ([name = '', file = '']) => (await caches.open(name)).delete(file),
    [first, `${site.url}en/about/`],
  );
  await page.goto('en/record/');
  const status = page.locator('[data-offline-status]');
  await expect(status).toContainText('being stored');
  await page.clock.fastForward(100_000);
  await expect(status).toContainText('The course could not be stored on this device');
});

test.describe('on a bad connection', () => {
  test.use({ isBad: true });

  test('stores the whole course although every third answer breaks off', async ({ page, site }) => {
    await page.goto('en/record/');
    await page.getByRole('button', { name: 'Store it now' }).click();
    await expect(page.locator('[data-offline-status]')).toContainText('being stored');
    await expect(page.locator('[data-offline-status]')).toContainText(stored, { timeout: 50_000 });
    expect(site.brokenOff.size).toBeGreaterThan(10);
  });
});

/**
 * A host in front of another, which notes what the worker asks for.
 *
 * @param isBad Breaks off every third answer to the worker, once each.
 * @param asked Paths that were asked for. `brokenOff`: those that were broken off. To be looked at afterwards.
 */
async function startHost(url: string, isBad: boolean, asked: string[], brokenOff: Set<string>) {
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    // What the worker fetches for itself is for nothing in particular, and comes from its script; a page's fetch does not.
    const isWorker =
      request.headers['sec-fetch-dest'] === 'empty' && /\/sw\.js$/.test(request.headers.referer ?? '');
    if (isWorker && isBad && asked.length % 3 === 0 && !brokenOff.has(path)) {
      brokenOff.add(path);
      response.writeHead(200, { 'Content-Length': 1_000_000 });
      response.write('half', () => response.destroy());
    } else
      fetch(new URL(path, url), { redirect: 'manual' })
        .then(async (answer) => {
          const body = new Uint8Array(await answer.arrayBuffer());
          const headers = ['content-type', 'location'].flatMap((name) => {
            const value = answer.headers.get(name);
            return value === null ? [] : [[name, value] as const];
          });
          response.writeHead(answer.status, {
            ...Object.fromEntries(headers),
            'Cache-Control': 'no-store',
          });
          response.end(body);
        })
        // The host behind is stopped while a journey goes offline.
        .catch(() => response.destroy());
    if (isWorker) asked.push(path);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}${basePath()}`,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
