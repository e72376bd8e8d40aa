/** What a page says when the script of one of its islands, or what an island reads, does not arrive; and a way on. */
import type { Page } from '@playwright/test';
import { content } from './support/learner.ts';
import { certificateToken } from './support/records.ts';
import { expect, test } from './support/test.ts';

test.use({ mayLog: [/net::ERR_|Error hydrating/] });
const lesson = content.modules[0]?.lessons[0]?.id;
const pages: [string, string, RegExp][] = [
  ['a role-play', `en/role-plays/${content.scenarios[0]?.scenario.id}/`, /\/Player\.[^/]*\.js/],
  ['the record', 'en/record/', /\/RecordPage\.[^/]*\.js/],
  ['the certificate', 'en/certificate/', /\/CertificatePage\.[^/]*\.js/],
  ['an assessment', 'en/assessment/police/', /\/Assessment\.[^/]*\.js/],
  ['the verifier', 'en/verify/', /\/VerifyPage\.[^/]*\.js/],
  ['a knowledge check', `en/modules/${content.modules[0]?.id}/${lesson}/`, /\/KnowledgeCheck\.[^/]*\.js/],
];
const again = (page: Page) => page.getByRole('alert').getByRole('link', { name: 'Try again' });

/** Requests for these are never answered, until what this gives back is called; the earlier ones not even then. */
async function holdBack(page: Page, address: RegExp): Promise<() => void> {
  let isHeld = true;
  await page.route(address, (route) => (isHeld ? undefined : route.continue()));
  return () => {
    isHeld = false;
  };
}

for (const [what, address, script] of pages)
  test(`${what} says after a while that its script has not come, and comes when tried again`, async ({
    page,
  }) => {
    await page.clock.install();
    const comesFrom = await holdBack(page, script);
    await page.goto(address, { waitUntil: 'commit' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', /.+/, { timeout: 20_000 });
    const island = page.locator('astro-island').first();
    await island.locator('> :first-child').scrollIntoViewIfNeeded();
    await expect(again(page)).toHaveCount(0);
    // The observer tells of what is in view a moment later, which starts the wait.
    await expect(async () => {
      await page.clock.runFor(11_000);
      await expect(again(page)).toBeVisible({ timeout: 500 });
    }).toPass();
    comesFrom();
    await again(page).click();
    await expect(page.locator('astro-island').first()).not.toHaveAttribute('ssr');
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

test('a certificate in the address is not lost by trying again', async ({ page }) => {
  await page.clock.install();
  const token = certificateToken('Ada Peeters');
  await page.route(/\/VerifyPage\.[^/]*\.js/, (route) => route.abort());
  await page.goto(`en/verify/#c=${token}`, { waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', /.+/, { timeout: 20_000 });
  await expect(async () => {
    await page.clock.runFor(11_000);
    await expect(again(page)).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.unroute(/\/VerifyPage\.[^/]*\.js/);
  await again(page).click();
  await expect(page.getByRole('heading', { name: 'This certificate holds' })).toBeVisible();
});

test('where no script comes at all, the page says so', async ({ page }) => {
  await page.route(/\.js$/, (route) => route.abort());
  await page.goto('en/record/');
  const notice = page.locator('#late');
  // Fifteen seconds of the style sheet's own clock.
  await expect(notice).toBeHidden();
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.finish();
  });
  await expect(notice).toBeVisible();
  await page.unroute(/\.js$/);
  await notice.getByRole('link').click();
  await expect(page.getByRole('button', { name: 'Export as a file' })).toBeVisible();
  await expect(notice).toBeHidden();
});

test('says so when the data of an island does not load', async ({ page }) => {
  await page.clock.install();
  const comesFrom = await holdBack(page, /\/exam\/indicators\.json/);
  await page.goto('en/assessment/police/');
  await expect(page.getByText('Reading your record…')).toBeVisible();
  // Hydration may come after the words: the wait begins with it.
  await expect(async () => {
    await page.clock.runFor(11_000);
    await expect(page.getByRole('alert')).toHaveText(/^This part could not be loaded\./, { timeout: 500 });
  }).toPass();
  comesFrom();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('button', { name: 'Begin' })).toBeVisible();
});
