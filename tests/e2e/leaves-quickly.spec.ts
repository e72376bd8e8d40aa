import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { kept } from '../../src/core/edition/index.ts';
import { basePath } from '../../src/tools/static-server.ts';
import { expectCut, expectLedAway, places } from './support/history.ts';
import { expect, neutralPage, test } from './support/test.ts';

test.use({ mayLeave: true });

/** The mark that somebody leaves, in this edition. */
const LEAVING = kept('leaving', basePath());
const DRIVER = 'Its driver waits for ever when one goes back over several documents.';
const leave = (page: Page) => page.getByRole('link', { name: 'Leave this page' }).click();

test('leaves by button, and going back shows nothing of the course', async ({ page, browserName }) => {
  await page.goto('en/');
  const first = await places(page);
  await page.goto('en/modules/');
  await page.goto('en/glossary/');
  await leave(page);
  await expect(page).toHaveURL(neutralPage);
  expect(await places(page)).toBe(first + 1);
  if (browserName === 'chromium') await expectCut(page, first);
  // Wherever back and forward lead now, it is not to a page of the course.
  for (const step of ['goBack', 'goBack', 'goForward', 'goForward', 'goForward'] as const) {
    await page[step]({ timeout: 3_000 }).catch(() => {});
    await expect(page).not.toHaveURL(/\/en\//);
  }
});

test('leaves also after going back within the course, and not to what was before it', async ({ page }) => {
  await page.goto(`${neutralPage}before`);
  await page.goto('en/');
  const first = await places(page);
  await page.goto('en/modules/');
  await page.goto('en/glossary/');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Modules' })).toBeVisible();
  await leave(page);
  await expect(page).toHaveURL(neutralPage);
  expect(await places(page)).toBe(first + 1);
});

test('leaves from a place within the first page', async ({ page }) => {
  await page.goto('en/glossary/');
  const first = await places(page);
  await page.evaluate(() => {
    location.hash = 'main';
  });
  expect(await places(page)).toBe(first + 1);
  await leave(page);
  await expect(page).toHaveURL(neutralPage);
  expect(await places(page)).toBe(first + 1);
});

test('leaves also when another site was visited in between', async ({ page, browserName }) => {
  test.skip(browserName === 'firefox', DRIVER);
  await page.goto('en/');
  const first = await places(page);
  await page.goto('en/modules/');
  await page.goto('about:blank');
  await page.goto('en/glossary/');
  await leave(page);
  await expectCut(page, first);
});

test('leads away whoever comes back when the network was too slow to go back before leaving', async ({
  page,
  browserName,
}) => {
  test.skip(browserName === 'firefox', DRIVER);
  await page.goto('en/');
  await page.goto('en/modules/');
  await page.goto('about:blank');
  await page.goto('en/glossary/');
  // The first page does not come while one leaves.
  const isHome = /\/en\/$/;
  await page.route(isHome, () => {});
  await leave(page);
  await expect(page).toHaveURL(neutralPage);
  await page.unroute(isHome);
  // Before the neutral page are the blank one, the page that was left, and the other site.
  await expectLedAway(page, 4, /\/en\/modules\/$/);
  await expectLedAway(page, 2, isHome);
});

test('leads away whoever comes back to a page beyond the 50 history entries that browsers count', async ({
  page,
  browserName,
}) => {
  test.skip(browserName === 'firefox', DRIVER);
  await page.goto('en/');
  // Browsers keep 50 places.
  await page.evaluate(() => {
    for (let i = 0; i < 60; i++) history.pushState(null, '', `#${i}`);
  });
  await leave(page);
  await expectLedAway(page, 2, /\/en\/#\d+$/);
});

test('opens the course anew in the same tab', async ({ page }) => {
  await page.goto('en/');
  await page.goto('en/modules/');
  await leave(page);
  await expect(page).toHaveURL(neutralPage);
  const heading = (name: string) => page.getByRole('heading', { level: 1, name });
  await page.goto('en/glossary/');
  await expect(heading('Glossary')).toBeVisible();
  const first = await places(page);
  await page.reload();
  await expect(heading('Glossary')).toBeVisible();
  await page.goto('en/modules/');
  await page.goBack();
  await expect(heading('Glossary')).toBeVisible();
  await page.goForward();
  await expect(heading('Modules')).toBeVisible();
  // And leaves a second time.
  await leave(page);
  await expect(page).toHaveURL(neutralPage);
  expect(await places(page)).toBe(first + 1);
});

test('opens no page that was asked for just before leaving', async ({ page }) => {
  await page.goto('en/');
  // As it is between the button and the blank page.
  await page.evaluate((key) => sessionStorage.setItem(key, String(Date.now())), LEAVING);
  await page.goto('en/modules/').catch(() => {});
  await expect(page).toHaveURL(neutralPage);
});

test('leaves by Shift three times and announces the first two', async ({ page }) => {
  await page.goto('en/role-plays/last-car/');
  await page.keyboard.press('Shift');
  await expect(page.getByText('Press Shift two more times to leave this page.')).toBeAttached();
  await page.keyboard.press('Shift');
  await expect(page.getByText('Press Shift once more to leave this page.')).toBeAttached();
  await page.keyboard.press('Shift');
  await expect(page).toHaveURL(neutralPage);
});

test('leaves once, however often Shift is pressed', async ({ page }) => {
  for (let i = 0; i < 4; i++) await page.goto(`${neutralPage}before-${i}`);
  await page.goto('en/');
  const first = await places(page);
  await page.goto('en/modules/');
  await page.goto('en/glossary/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // In one go, as the page must not be gone before the fifth.
  await page.evaluate(() => {
    for (let i = 0; i < 5; i++)
      for (const type of ['keydown', 'keyup'])
        document.body.dispatchEvent(new KeyboardEvent(type, { key: 'Shift', bubbles: true }));
  });
  // Firefox goes through two pages of the course before it is away.
  await expect(page).toHaveURL(neutralPage, { timeout: 20_000 });
  expect(await places(page)).toBe(first + 1);
});

test.describe('with the course being stored', () => {
  test.use({ serviceWorkers: 'allow' });
  test('nothing goes wrong when a script of the page arrives while one leaves', async ({ page }) => {
    await page.goto('en/');
    await page.getByRole('button', { name: 'Store it now' }).click();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const late = new URL('../offline.js?late', page.url()).href;
    // Something that a page does once it has long been readable, here at the worst moment: after blanking, before leaving.
    const wrong = await page.evaluate(async (script) => {
      // A shell around the page leaves in its own time, so this page stays, blank.
      globalThis.listenFirstHost = { leave() {} } as unknown as typeof globalThis.listenFirstHost;
      document.querySelector<HTMLAnchorElement>('a[data-away]')?.click();
      const errors: string[] = [];
      addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
      await import(script);
      // It has registered, and heard what comes of it.
      await navigator.serviceWorker.ready;
      await new Promise((resolve) => setTimeout(resolve));
      return [...errors, document.body?.textContent || 'nothing is shown'];
    }, late);
    expect(wrong).toEqual(['nothing is shown']);
  });
});

test('a page one is led back through is hidden before its scripts come', async ({ page }) => {
  await page.goto('en/modules/');
  const html = page.locator('html');
  await page.evaluate((key) => sessionStorage.setItem(key, '0'), LEAVING);
  await page.route('**/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.reload();
  await expect(html).toHaveAttribute('hidden', '');
  await expect(page.locator('h1')).toBeHidden();
});

test('does not leave while somebody types capitals', async ({ page }) => {
  await page.goto('en/search/');
  const field = page.getByRole('searchbox');
  await field.focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+A');
  await expect(field).toHaveValue('AAAA');
  // Leaving takes everything away at once.
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('does not leave by Shift with the mouse, and keeps what is typed', async ({ page, browserName }) => {
  await page.goto('en/search/');
  const field = page.getByRole('searchbox');
  for (const letter of ['a', 'b', 'c']) {
    await field.press('Shift');
    await field.press(letter);
  }
  for (let i = 0; i < 3; i++) await field.press('Shift');
  await expect(field).toHaveValue('abc');
  const heading = page.getByRole('heading', { level: 1 });
  for (let i = 0; i < 3; i++) {
    await heading.click({ modifiers: ['Shift'] });
    if (browserName === 'firefox') continue;
    await page.keyboard.down('Shift');
    await page.mouse.wheel(0, 10);
    await page.keyboard.up('Shift');
  }
  await expect(heading).toBeVisible();
});

test.describe('on a page without a network that is not stored', () => {
  // The network is gone, so the page cannot be had.
  test.use({ mayLog: [/ERR_INTERNET_DISCONNECTED|NetworkError|Failed to load/] });
  test('leaves to a blank page, not to the browser’s error page with the host’s name', async ({
    page,
    context,
  }) => {
    await page.goto('en/');
    await page.goto('en/modules/');
    await context.setOffline(true);
    await leave(page);
    await expect(page).toHaveURL('about:blank');
    await context.setOffline(false);
    // The page before is led away from all the same.
    await page.evaluate(() => history.back());
    await expect(page).toHaveURL(/^about:blank$|\/away\/$|wikipedia/);
  });
});

/**
 * A host of this journey's own, in a context that is not watched: its pages may ask it.
 *
 * @param answer Body of an address; undefined is fetched from the site, without the `no-store` of the journeys' server,
 *   which keeps browsers from keeping a page for going back.
 */
async function startHost(site: string, answer: (path: string) => string | undefined) {
  const server = createServer((request, response) => {
    const own = answer(request.url ?? '/');
    if (own !== undefined) {
      response.setHeader('Content-Type', 'text/html').end(own);
      return;
    }
    void fetch(new URL(request.url ?? '/', site)).then(async (got) => {
      const type = got.headers.get('content-type') ?? '';
      response.setHeader('Content-Type', type).setHeader('Cache-Control', 'no-cache');
      response.end(new Uint8Array(await got.arrayBuffer()));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const neutral = (context: BrowserContext) =>
  context.route(`${neutralPage}**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Neutral page</title>' }),
  );

test('shows nothing of the first page again while one leaves, where browsers keep pages for going back', async ({
  baseURL,
  browserName,
}, info) => {
  test.skip(browserName !== 'chromium' || info.project.name !== 'desktop', 'Chromium drops kept pages so.');
  const { executablePath, args } = info.project.use.launchOptions ?? {};
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: args ?? [],
    // Playwright switches off what people have.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  const host = await startHost(String(baseURL), () => undefined);
  try {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    await neutral(context);
    // Told by each page that is drawn again as it was kept.
    const shown: string[] = [];
    await context.exposeFunction('shownAgain', (path: string) => shown.push(path));
    await context.addInitScript(() => {
      addEventListener('pageshow', ({ persisted }) => {
        const { shownAgain } = globalThis as unknown as { shownAgain(path: string): void };
        if (persisted) shownAgain(location.pathname);
      });
    });
    const page = await context.newPage();
    const site = `http://localhost:${host.port}${basePath()}`;
    await page.goto(`${site}en/`);
    await page.goto(`${site}en/modules/`);
    // It does keep pages: else this journey could not fail.
    // The driver waits for a load that a kept page does not have.
    await page.evaluate(() => history.back());
    await expect.poll(() => shown).toEqual([`${basePath()}en/`]);
    await page.evaluate(() => history.forward());
    await expect.poll(() => shown.length).toBe(2);
    await page.goto(`${site}en/glossary/`);
    await leave(page);
    await expect(page).toHaveURL(neutralPage);
    expect(shown.slice(2)).toEqual([]);
  } finally {
    host.close();
    await browser.close();
  }
});

test.describe('inside the frame of another site', () => {
  test.skip(({ browserName }) => browserName === 'firefox', 'Its driver presses no keys in such a frame.');

  /** Opens a page of another site that frames one of the course. */
  async function framed(browser: Browser, address: string, sandbox: string) {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    await neutral(context);
    // Another address of this machine is another site.
    const host = await startHost(
      address,
      () =>
        `<!doctype html><title>Platform</title><iframe ${sandbox} src="${address}" width="900" height="600"></iframe>`,
    );
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${host.port}/`);
    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('heading', { level: 1 })).toBeVisible();
    return { context, page, frame, close: () => context.close().then(host.close) };
  }

  for (const how of ['button', 'key'] as const)
    test(`leaves with the whole window, by ${how}`, async ({ browser, baseURL }) => {
      const { page, frame, close } = await framed(browser, `${baseURL}en/modules/`, '');
      if (how === 'button') await frame.getByRole('link', { name: 'Leave this page' }).click();
      else {
        await frame.getByRole('heading', { level: 1 }).click();
        for (let i = 0; i < 3; i++) await page.keyboard.press('Shift');
      }
      await expect(page).toHaveURL(neutralPage);
      await close();
    });

  test('opens the neutral page in a new tab where that is forbidden, and says that the other site stays', async ({
    browser,
    baseURL,
  }) => {
    const { context, page, frame, close } = await framed(
      browser,
      `${baseURL}en/modules/`,
      'sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"',
    );
    const opened = context.waitForEvent('page');
    await frame.getByRole('link', { name: 'Leave this page' }).click();
    await expect(await opened).toHaveURL(neutralPage);
    await expect(frame.locator('body')).toHaveText(
      'The page around this one cannot be closed from here. Close this tab or window.',
    );
    expect(page.url()).toContain('127.0.0.1');
    await close();
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('leaves by a link', async ({ page }) => {
    await page.goto('en/');
    await leave(page);
    await expect(page).toHaveURL(neutralPage);
  });
});
