/** A learner who comes back goes on from the first page, in two taps; nothing on the way moves under the finger. */
import type { Page } from '@playwright/test';
import { content, pathOf, titleOf } from './support/learner.ts';
import { keepRecord, runOf } from './support/records.ts';
import { expect, expectAccessible, test } from './support/test.ts';

const police = pathOf('police');
const lessons = police.modules.flatMap(
  (id) =>
    content.modules
      .find((module) => module.id === id)
      ?.lessons.map((lesson) => ({ id: `${id}/${lesson.id}`, title: lesson.frontmatter.title })) ?? [],
);
const lastCar = content.scenarios.find(({ scenario }) => scenario.id === 'last-car');
if (!lastCar) throw new Error('The course has no role-play "last-car".');

/** Read up to the second lesson of the second module; one role-play passed, one open at its third decision. */
const done = 10;
const half = {
  lessons: Object.fromEntries(lessons.slice(0, done).map(({ id }, at) => [id, at + 1])),
  runs: [
    ...content.scenarios
      .filter(({ scenario }) => scenario.id === 'the-boy-with-the-bag')
      .map(({ scenario }) => runOf(scenario, scenario.expert)),
    runOf(lastCar.scenario, lastCar.scenario.expert.slice(0, 2)),
  ],
};

/** Sum of the layout shifts of a page until now; Firefox does not say. */
const shifts = (page: Page) => page.evaluate(() => (globalThis as { shifted?: number }).shifted ?? 0);

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(globalThis, { shifted: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[])
        if (!entry.hadRecentInput) (globalThis as unknown as { shifted: number }).shifted += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
});

test('from home to the open decision', async ({ page }) => {
  await keepRecord(page, half);
  await page.goto('en/');
  await expect(page.getByText('Decision 3 of about')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Go on', exact: true }).click();
  await expect(page.getByText('Decision 3 of about')).toBeVisible();
  await expect(page.locator('[data-view="play"]')).toBeVisible();
});

test('from home to the next lesson, and from its path', async ({ page }) => {
  await keepRecord(page, half);
  const title = lessons[done]?.title ?? '';
  await page.goto('en/');
  await expect(page.getByText(`${done} of ${lessons.length} lessons`)).toBeVisible();
  await page.getByRole('link', { name: 'Go on reading' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();

  await page.goto('en/');
  await page.getByRole('link', { name: titleOf('police'), exact: true }).click();
  await expect(page.getByText('You are here').filter({ visible: true })).toHaveCount(1);
  await expect(page.getByText('Open at decision 3')).toBeVisible();
  await page.getByRole('link', { name: `Go on: ${title}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
});

test('a module goes on with its next lesson, and once read says what to practise', async ({ page }) => {
  await keepRecord(page, half);
  await page.goto('en/modules/indicators/');
  await page.getByRole('link', { name: `Go on: ${lessons[done]?.title}` }).click();
  await expect(page).toHaveURL(new RegExp(`/modules/${lessons[done]?.id}/$`));
  await page.goto('en/modules/trafficking-or-smuggling/');
  await expect(page.getByText('You have read this module.')).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'The boy with the bag' }).click();
  await expect(page).toHaveURL(/\/role-plays\/the-boy-with-the-bag\/$/);
});

for (const address of [
  'en/',
  'en/paths/police/',
  'en/modules/indicators/',
  'en/modules/trafficking-or-smuggling/',
])
  test(`nothing shifts on ${address} when the record is read, also when that takes a while`, async ({
    page,
  }) => {
    await keepRecord(page, half);
    await page.route(/\/releases\/|course-map/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      await route.continue();
    });
    await page.goto(address);
    await expect(page.locator('[data-read]')).toBeVisible();
    await page.waitForTimeout(300);
    expect(await shifts(page)).toBeLessThan(0.02);
  });

test.describe('where what it waits for does not come', () => {
  test.use({ mayLog: [/net::ERR_|NetworkError|Failed to load/] });

  test('home and path say so, and still offer the next lesson', async ({ page }) => {
    await keepRecord(page, half);
    await page.route('**/releases/**', (route) => route.abort());
    await page.goto('en/');
    await expect(page.getByText('This part could not be loaded.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Go on reading' })).toBeVisible();
    await page.goto('en/paths/police/');
    await expect(page.getByText('This part could not be loaded.')).toBeVisible();
    await page.unroute('**/releases/**');
    await page.getByRole('main').getByRole('link', { name: 'Try again' }).filter({ visible: true }).click();
    await expect(page.getByText('1 of 2 role-plays')).toBeVisible();
  });

  test('a page whose script hangs says so after a while', async ({ page }) => {
    await keepRecord(page, half);
    await page.route('**/releases/**', () => undefined);
    await page.goto('en/paths/police/');
    const late = page.locator('.late-here');
    await expect(page.getByText('Reading your record…')).toBeVisible();
    await expect(late).toBeHidden();
    // Ten seconds of the style sheet's own clock.
    await page.evaluate(() => {
      for (const animation of document.getAnimations()) animation.finish();
    });
    await expect(late).toBeVisible();
  });
});

test('a first visit tries one line without a script, and nothing is kept', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await page.goto('en/');
  const taste = page.getByRole('region', { name: /Dorin/ });
  await expect(taste.getByText('Best', { exact: true })).toBeHidden();
  await taste.getByRole('radio', { name: /Tell me about yesterday/ }).check();
  await expect(taste.getByText('Best', { exact: true })).toBeVisible();
  await taste.getByRole('radio', { name: /breaks, and days off/ }).check();
  await expect(taste.getByText('Poor', { exact: true }).filter({ visible: true })).toHaveCount(1);
  await context.close();
});

test('the list of role-plays puts those of the own path first, and another path by keyboard', async ({
  page,
}) => {
  await keepRecord(page, half);
  await page.goto('en/role-plays/');
  const own = page.locator('#plays-own');
  await expect(own.getByRole('heading', { level: 2, name: titleOf('police') })).toBeVisible();
  await expect(own.getByRole('listitem')).toHaveCount(police.scenarios.offered.length);
  const card = (title: string) => page.getByRole('listitem').filter({ hasText: title });
  await expect(card('Last car')).toContainText('Open at decision 3');
  await expect(card('The boy with the bag')).toContainText('Passed');
  await expect(card('The boy with the bag')).toContainText(/1 of \d+ endings found/);
  expect(await shifts(page)).toBeLessThan(0.02);

  const medical = page
    .getByRole('navigation', { name: 'Show' })
    .getByRole('link', { name: titleOf('medical') });
  await medical.focus();
  await page.keyboard.press('Enter');
  await expect(medical).toHaveAttribute('aria-current', 'true');
  await expect(medical).toBeFocused();
  await expect(own.getByRole('listitem')).toHaveCount(pathOf('medical').scenarios.offered.length);
  await expect(page).toHaveURL(/\?path=medical$/);
  await page.reload();
  await expect(own.getByRole('heading', { level: 2, name: titleOf('medical') })).toBeVisible();
  await page.goBack();
  await expect(own.getByRole('heading', { level: 2, name: titleOf('police') })).toBeVisible();
  await card('Last car').getByRole('link').click();
  await expect(page.getByText('Decision 3 of about')).toBeVisible();
});
