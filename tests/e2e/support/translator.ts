/** A stand-in for the browser's translator, which works on a page as that of Chrome does. */
import type { Page } from '@playwright/test';

/** What the stand-in writes before each text. */
export const TRANSLATED = '⟦t⟧ ';

/**
 * Takes every text node out of the page and puts a <font> element with other text in its place, once. What the page
 * shows afterwards is no longer in the nodes that its scripts made.
 */
export async function translate(page: Page): Promise<void> {
  await page.evaluate((mark) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      if (text.parentElement?.closest('script, style, noscript, textarea, title')) continue;
      const outer = document.createElementNS('http://www.w3.org/1999/xhtml', 'font');
      const inner = document.createElementNS('http://www.w3.org/1999/xhtml', 'font');
      inner.textContent = text.data.trim() === '' ? text.data : mark + text.data;
      outer.append(inner);
      text.replaceWith(outer);
    }
  }, TRANSLATED);
}
