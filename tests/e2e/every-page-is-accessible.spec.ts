import { say } from '../../src/core/i18n/index.ts';
import { pagesWithEveryKind } from '../kinds-of-elements.ts';
import { addressOf, base, builtPages } from '../site/pages.ts';
import { content } from './support/learner.ts';
import { expect, expectAccessible, test } from './support/test.ts';

/** Pages that show nothing. */
const empty = [/^$/, /^away\/$/];
/** Axe takes long for forty pages of cards: one kit is looked at, whatever the others hold. */
const KITS = /\/handouts\/tabletop\/.+/;
const built = builtPages()
  .map((page) => ({ address: addressOf(page).slice(base.length), html: page.html }))
  .filter(({ address }) => !empty.some((pattern) => pattern.test(address)));
const oneKit = built.filter(({ address }) => KITS.test(address)).slice(0, 1);
/** Each kind of element, on some page; a page that holds no kind of its own would be looked at for the same again. */
const pages = pagesWithEveryKind([...built.filter(({ address }) => !KITS.test(address)), ...oneKit]);

test('looks at every template', () => {
  expect(pages.length).toBeGreaterThan(25);
  for (const kind of [/^404/, /\/country\//, /\/tabletop\//, /\/module-card\//, /\/pocket-card\//])
    expect(pages.filter((address) => kind.test(address))).not.toEqual([]);
});

/** What islands say until they have what they show. */
const loading = say(content.ui, 'progress.loading');

// Ten pages a test, so that they share the workers evenly.
for (let i = 0; i < pages.length; i += 10) {
  const some = pages.slice(i, i + 10);
  test(`axe finds nothing, light or dark: ${some[0]} and ${some.length - 1} more`, async ({ page }) => {
    test.setTimeout(120_000);
    for (const address of some) {
      await page.goto(address);
      // Astro takes "ssr" off an island that has come to life. Questions do when they come near.
      await expect(page.locator('astro-island[ssr]:not([client="visible"])')).toHaveCount(0);
      await expect(page.getByText(loading, { exact: true }).filter({ visible: true })).toHaveCount(0);
      await expectAccessible(page);
    }
  });
}
