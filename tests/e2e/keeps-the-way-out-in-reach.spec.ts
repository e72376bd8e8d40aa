/** The head with the way out stays in reach, and nothing that has the focus is behind it (WCAG 2.4.11). */
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

/** 320 px wide, and as low as a window of 1280 × 1024 at 400 %. */
const SMALL = { width: 320, height: 256 };
const PAGES = [
  'en/',
  'en/modules/indicators/',
  'en/role-plays/last-car/',
  'en/assessment/police/',
  'en/record/',
];

const exit = (page: Page) => page.getByRole('link', { name: 'Leave this page' });

/** Whether a pointer in the middle of the way out would hit it. */
const isHit = (page: Page) =>
  exit(page).evaluate((link) => {
    const { x, y, width, height } = link.getBoundingClientRect();
    return link.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  });

for (const viewport of [SMALL, { width: 390, height: 844 }, { width: 1280, height: 900 }])
  test.describe(`at ${viewport.width} × ${viewport.height}`, () => {
    // What moves while it is measured is measured wrongly.
    test.use({ viewport, contextOptions: { reducedMotion: 'reduce' } });

    test('stays while one reads on, and covers little', async ({ page }) => {
      for (const address of PAGES) {
        await page.goto(address);
        await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
        expect(await isHit(page), address).toBe(true);
        const head = await page.locator('.bar').evaluate((bar) => bar.getBoundingClientRect().height);
        expect(head, address).toBeLessThanOrEqual(viewport.height / 4.5);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBe(viewport.width);
        // WCAG 2.5.8, and more: it is found in a hurry.
        const box = await exit(page).boundingBox();
        expect(Math.min(box?.width ?? 0, box?.height ?? 0), address).toBeGreaterThanOrEqual(44);
      }
    });

    test('never lies over what has the focus, forwards or backwards', async ({ page }, info) => {
      test.skip(info.project.name === 'phone', 'The same windows.');
      await page.goto('en/modules/indicators/');
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      for (let i = 0; i < 40; i++) {
        await page.keyboard.press(i < 5 ? 'Tab' : 'Shift+Tab');
        const covered = await page.evaluate(() => {
          const [bar, at] = [document.querySelector('.bar'), document.activeElement];
          if (!bar || !at || at === document.body || bar.contains(at) || at.matches('.skip, main')) return '';
          const { top, height } = at.getBoundingClientRect();
          const below = bar.getBoundingClientRect().bottom;
          return top + Math.min(height, 24) <= below
            ? `${at.outerHTML.slice(0, 80)} at ${top}, head to ${below}`
            : '';
        });
        expect(covered).toBe('');
      }
    });
  });

test.describe('on a phone', () => {
  test.use({ viewport: SMALL });

  test('the navigation opens under the head, and leads on', async ({ page }) => {
    await page.goto('en/modules/');
    await expect(page.getByRole('link', { name: 'Role-plays' }).first()).toBeHidden();
    await page.getByRole('button', { name: 'Menu' }).click();
    expect(await isHit(page)).toBe(true);
    await page.getByRole('link', { name: 'Role-plays' }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'Role-plays' })).toBeVisible();
  });

  test('a term that is explained, and a question whether to erase, leave it in reach', async ({ page }) => {
    await page.goto('en/record/');
    await page.getByRole('button', { name: 'Erase my record' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await isHit(page)).toBe(true);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByRole('button', { name: 'Erase my record' })).toBeFocused();
  });
});

test('inside a task the head holds only back, place, whom to call and the way out', async ({ page }) => {
  for (const [address, back] of [
    ['en/role-plays/last-car/', /\/role-plays\/$/],
    ['en/assessment/police/', /\/paths\/police\/$/],
  ] as const) {
    await page.goto(address);
    const links = page.getByRole('banner').getByRole('link');
    await expect(links).toHaveCount(3);
    await expect(links.first()).toHaveAttribute('href', back);
    await expect(links.nth(1)).toHaveAccessibleName('Whom to call');
    await expect(page.getByRole('banner').getByRole('button')).toHaveCount(0);
  }
});
