/**
 * Two editions of the course on one host, each under a base path of its own (decision 0017). The first is the built site;
 * the second is the website that `npm run build:usb` packs, before packing: built with another base path and another
 * edition name. Its base path begins with that of the first, the case in which browsers name the wrong worker.
 */
import { existsSync } from 'node:fs';
import { request as ask, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { kept } from '../../src/core/edition/index.ts';
import { emptyRecord, type LearnerRecord } from '../../src/core/progress/index.ts';
import { PACKING_BASE } from '../../src/packaging/addresses.ts';
import { basePath, siteFolder, startStaticServer } from '../../src/tools/static-server.ts';
import { stickSite } from '../../src/tools/stick-folder.ts';
import { completeRecord, walkedRecord } from './support/records.ts';
import { expect, neutralPage, test as watched } from './support/test.ts';

interface Host {
  /** Addresses of the two editions, each with a slash behind it. */
  first: string;
  second: string;
  close(): Promise<void>;
}

const test = watched.extend<{ host: Host }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are used from this pattern.
  host: async ({}, use) => {
    const host = await startHost();
    await use(host);
    await host.close();
  },
  baseURL: ({ host }, use) => use(host.first),
});

const { lessons } = walkedRecord('police');
const [firstLesson = ''] = Object.keys(lessons);

test.describe('what is kept', () => {
  test('a lesson and a sitting of one edition are not seen in the other, and erasing leaves the other whole', async ({
    page,
    host,
  }) => {
    const sitting = completeRecord().attempts.map(({ submittedMs: _, ...open }) => open);
    await page.goto(`${host.first}en/about/`);
    await page.evaluate(([key, text]) => localStorage.setItem(key, text), [
      kept('record', basePath()),
      JSON.stringify({ ...emptyRecord, lessons, attempts: sitting } satisfies LearnerRecord),
    ] as const);
    await expectRecord(page, host.first, { lessons: Object.keys(lessons).length, sittings: 1 });
    await expectRecord(page, host.second, { lessons: 0, sittings: 0 });

    // A lesson of the second edition is finished as a learner does it.
    await page.goto(`${host.second}en/modules/${firstLesson}/`);
    await page.getByRole('link', { name: /^Finished\. / }).click();
    await expect(page).not.toHaveURL(/finished=/);
    await expectRecord(page, host.second, { lessons: 1, sittings: 0 });
    const before = await keptByEdition(page);
    expect([...before.keys()]).toHaveLength(2);

    await erase(page, host.second);
    const after = await keptByEdition(page);
    expect(after.get(kept('record', basePath()))).toBe(before.get(kept('record', basePath())));
    await expectRecord(page, host.first, { lessons: Object.keys(lessons).length, sittings: 1 });

    // And the other way round.
    await page.goto(`${host.second}en/modules/${firstLesson}/`);
    await page.getByRole('link', { name: /^Finished\. / }).click();
    await expect(page).not.toHaveURL(/finished=/);
    await erase(page, host.first);
    await expectRecord(page, host.second, { lessons: 1, sittings: 0 });
  });
});

test.describe('the way out', () => {
  test.use({ mayLeave: true });

  test('leaving one edition leaves the other open in another tab, and open to come back to', async ({
    page,
    context,
    host,
  }) => {
    await page.goto(`${host.first}en/glossary/`);
    const other = await context.newPage();
    // The clock stands still: with one mark for both, the first edition would take itself for left a moment ago.
    await other.clock.setFixedTime(Date.now());
    await other.goto(`${host.second}en/glossary/`);
    await other.goto(`${host.second}en/modules/`);
    await other.getByRole('link', { name: 'Leave this page' }).click();
    await expect(other).toHaveURL(neutralPage);

    await expect(page.getByRole('heading', { level: 1, name: 'Glossary' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: 'Glossary' })).toBeVisible();
    await page.goto(`${host.first}en/modules/`);
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1, name: 'Glossary' })).toBeVisible();
    // In the tab that was left the first edition was never open, so nothing of it was left.
    await other.goto(`${host.first}en/glossary/`);
    await expect(other.getByRole('heading', { level: 1, name: 'Glossary' })).toBeVisible();
  });

  test('leaving takes both editions out of a tab in which both were open', async ({ page, host }) => {
    await page.goto(`${host.first}en/glossary/`);
    await page.goto(`${host.second}en/modules/`);
    await page.getByRole('link', { name: 'Leave this page' }).click();
    await expect(page).toHaveURL(neutralPage);
    await page.clock.setFixedTime(Date.now() + 60_000);
    for (let step = 0; step < 3; step++) {
      await page.goBack({ timeout: 3_000 }).catch(() => {});
      await expect(page.getByRole('heading', { level: 1, name: /Glossary|Modules/ })).toHaveCount(0);
    }
  });
});

test.describe('the offline copy', () => {
  // Asking for a newer version without a network fails, as it should.
  test.use({ serviceWorkers: 'allow', mayLog: [/\/sw\.js\)$/] });

  test('each edition stores its own and answers from it without a network', async ({ page, host }) => {
    for (const url of [host.first, host.second]) {
      await page.goto(`${url}en/record/`);
      await page.getByRole('button', { name: 'Store it now' }).click();
      await expect(page.locator('[data-offline-status]')).toContainText(
        'The whole course is stored on this device',
        { timeout: 40_000 },
      );
    }
    const scopes = await page.evaluate(async () =>
      (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
    );
    expect(scopes.toSorted()).toEqual([host.first, host.second].toSorted());
    expect(await page.evaluate(() => caches.keys())).toHaveLength(2);

    await host.close();
    await page.context().setOffline(true);
    for (const url of [host.first, host.second, host.first]) {
      await page.goto(`${url}en/glossary/`);
      await expect(page.getByRole('heading', { level: 1, name: 'Glossary' })).toBeVisible();
      const [home] = await page
        .getByRole('banner')
        .getByRole('link')
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
      expect(home, 'a page of this edition').toBe(`${url}en/`);
    }
  });
});

/** The record page of an edition says how much was done. */
async function expectRecord(page: Page, url: string, done: { lessons: number; sittings: number }) {
  await page.goto(`${url}en/record/`);
  const figure = (name: string) =>
    page.getByRole('main').locator('dt', { hasText: name }).locator('xpath=following-sibling::dd[1]');
  await expect(figure('Lessons finished')).toHaveText(String(done.lessons));
  await expect(figure('Assessments and tests begun')).toHaveText(String(done.sittings));
}

async function erase(page: Page, url: string): Promise<void> {
  await page.goto(`${url}en/record/`);
  await page.getByRole('button', { name: 'Erase my record' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Erase', exact: true }).click();
  await expect(page.getByText('Your record was erased.')).toBeVisible();
}

/** @returns The text of each record that this browser keeps, by its name in local storage. */
async function keptByEdition(page: Page): Promise<Map<string, string>> {
  return new Map(
    await page.evaluate(() =>
      Object.entries(localStorage)
        .filter(([key]) => key.startsWith('listen-first/record@'))
        .map(([key, text]) => [key, String(text)] as const),
    ),
  );
}

/** One host with both editions, each served from its own folder. */
async function startHost(): Promise<Host> {
  if (!existsSync(join(stickSite(), 'sw.js')))
    throw new Error(`No built site in ${stickSite()}: run npm run build:usb first.`);
  const first = await startStaticServer({ root: siteFolder(), base: basePath(), port: 0, isUncached: true });
  const second = await startStaticServer({
    root: stickSite(),
    base: PACKING_BASE,
    port: 0,
    isUncached: true,
  });
  const front = createServer((request, response) => {
    const { port } = request.url?.startsWith(PACKING_BASE) ? second : first;
    const { method, url: path, headers } = request;
    ask({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    })
      // The servers behind are stopped while a journey goes offline.
      .on('error', () => response.destroy())
      .end();
  });
  await new Promise<void>((listening) => front.listen(0, '127.0.0.1', listening));
  const origin = `http://localhost:${(front.address() as AddressInfo).port}`;
  let isClosed = false;
  return {
    first: `${origin}${basePath()}`,
    second: `${origin}${PACKING_BASE}`,
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      const closed = new Promise<void>((done) => front.close(() => done()));
      front.closeAllConnections();
      await Promise.all([closed, first.close(), second.close()]);
    },
  };
}
