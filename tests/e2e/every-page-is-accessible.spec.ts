import { say } from '../../src/core/i18n/index.ts';
import { addressOf, base, builtPages } from '../site/pages.ts';
import { content } from './support/learner.ts';
import { expect, expectAccessible, test } from './support/test.ts';

/** Not looked at: what shows nothing, and all but one of those that come from one template and are long. */
const left = [/^$/, /^away\/$/, /\/handouts\/module-card\/.+/, /\/handouts\/tabletop\/.+/];
const addresses = builtPages().map((page) => addressOf(page).slice(base.length));
const pages = [
  ...addresses.filter((address) => !left.some((without) => without.test(address))),
  // Axe takes long for forty pages of cards.
  ...left.slice(2).flatMap((kind) => addresses.find((address) => kind.test(address)) ?? []),
];

test('looks at every template', () => {
  expect(pages.length).toBeGreaterThan(60);
  for (const kind of [/^404/, /\/country\//, /\/tabletop\//, /\/module-card\//, /\/pocket-card\//])
    expect(pages.filter((address) => kind.test(address))).not.toEqual([]);
});

/** What islands say until they have what they show. */
const loading = say(content.ui, 'progress.loading');

test.skip(
  ({ hasTouch }) => hasTouch === true,
  'The gallery looks at every template in the windows of phones.',
);

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
