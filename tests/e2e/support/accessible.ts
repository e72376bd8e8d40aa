import { expect, type Page } from '@playwright/test';
import { axe } from '../../axe.ts';

/**
 * Axe finds nothing on the page as it stands, in light and in dark. The state of the page is kept, the colour scheme
 * goes back to the browser's own.
 *
 * @param within A selector, when only a part is meant.
 */
export async function expectAccessible(page: Page, within?: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    // A colour on its way from one scheme to the other has the contrast of neither.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // What no colour changes was asked in light.
    const found = await axe(page, colorScheme === 'light' ? 'all' : 'colours', within);
    expect.soft(found, `${page.url()} in ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}
