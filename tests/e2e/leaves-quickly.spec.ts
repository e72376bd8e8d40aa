import type { Page } from '@playwright/test';
import { expectCut, expectLedAway, places } from './support/history.ts';
import { expect, neutralPage, test } from './support/test.ts';

test.use({ mayLeave: true });

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

test('leads away whoever comes back to places that the browser no longer counts', async ({
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
  await page.evaluate(() => sessionStorage.setItem('listen-first/leaving', String(Date.now())));
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
  await expect(page).toHaveURL(neutralPage);
  expect(await places(page)).toBe(first + 1);
});

test.describe('with the course being stored', () => {
  test.use({ serviceWorkers: 'allow' });
  test('nothing goes wrong when a script of the page arrives while one leaves', async ({ page }) => {
    await page.goto('en/');
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
  await page.evaluate(() => sessionStorage.setItem('listen-first/leaving', '0'));
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

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('leaves by a link', async ({ page }) => {
    await page.goto('en/');
    await leave(page);
    await expect(page).toHaveURL(neutralPage);
  });
});
