import type { Page } from '@playwright/test';

/**
 * The open page as a PDF, as a reader's own browser would print it, with tags and an outline for screen readers.
 * Paper sizes and margins come from the page's styles.
 */
export async function printPage(page: Page): Promise<Uint8Array> {
  await page.evaluate(() => document.fonts.ready);
  return page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true });
}
