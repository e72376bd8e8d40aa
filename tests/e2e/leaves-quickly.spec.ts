import { expect, neutralPage, test } from './support/test.ts';

test.use({ mayLeave: true });

test('leaves by button, and going back shows nothing of the course', async ({ page }) => {
  await page.goto('en/');
  await page.goto('en/modules/');
  await page.goto('en/glossary/');
  await page.getByRole('link', { name: 'Leave this page' }).click();
  await expect(page).toHaveURL(neutralPage);
  // Wherever back and forward lead now, it is not to a page of the course.
  for (const step of ['goBack', 'goBack', 'goForward', 'goForward', 'goForward'] as const) {
    await page[step]({ timeout: 3_000 }).catch(() => {});
    await expect(page).not.toHaveURL(/\/en\//);
  }
});

test('leaves also when another site was visited in between', async ({ page, browserName }) => {
  test.skip(browserName === 'firefox', 'Its driver waits for ever when one goes back over several sites.');
  await page.goto('en/');
  await page.goto('en/modules/');
  await page.goto('about:blank');
  await page.goto('en/glossary/');
  await page.getByRole('link', { name: 'Leave this page' }).click();
  await expect(page).toHaveURL(neutralPage);
  await page.goBack({ timeout: 3_000 }).catch(() => {});
  await expect(page).not.toHaveURL(/\/en\//);
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
    await new Promise((resolve) => setTimeout(resolve, 100));
    return [...errors, document.body?.textContent || 'nothing is shown'];
  }, late);
  expect(wrong).toEqual(['nothing is shown']);
});

test('does not leave while somebody types capitals', async ({ page }) => {
  await page.goto('en/certificate/');
  for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+A');
  await expect(page).toHaveURL(/certificate/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('leaves by a link', async ({ page }) => {
    await page.goto('en/');
    await page.getByRole('link', { name: 'Leave this page' }).click();
    await expect(page).toHaveURL(neutralPage);
  });
});
