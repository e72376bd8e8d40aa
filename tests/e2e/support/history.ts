/** What the tab's history holds once somebody has left. */
import { expect, type Page } from '@playwright/test';
import { neutralPage } from './test.ts';

/** How many places the tab's history has. Read it where the course begins. */
export const places = (page: Page) => page.evaluate(() => history.length);

/**
 * Nothing of the course is left: where it began is the blank page, after it the neutral one, and no more.
 *
 * @param first How many places there were on the first page of the course.
 */
export async function expectCut(page: Page, first: number): Promise<void> {
  await expect(page).toHaveURL(neutralPage);
  expect(await places(page), 'places: those before the course, the blank page, the neutral one').toBe(
    first + 1,
  );
  // Held there, because it leads on to the neutral page at once.
  const isBlankPage = /\/away\/(index\.html)?$/;
  await page.route(isBlankPage, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>New tab</title>' }),
  );
  await page.goBack();
  await expect(page).toHaveURL(isBlankPage);
  await page.unroute(isBlankPage);
}

/**
 * Goes back, a minute later, to a place of the course that could not be taken out of the history, and is led away.
 *
 * @param steps How far, from the neutral page.
 */
export async function expectLedAway(page: Page, steps: number, address: RegExp): Promise<void> {
  await expect(page).toHaveURL(neutralPage);
  await page.clock.setFixedTime(Date.now() + 60_000);
  const came = page.waitForEvent('framenavigated', (frame) => address.test(frame.url()));
  await page.evaluate((by) => history.go(-by), steps);
  await came;
  await expect(page).toHaveURL(neutralPage);
}
