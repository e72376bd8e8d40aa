/**
 * Forced colours (Windows contrast themes) replace backgrounds and soft borders: what shows a state only by such a colour
 * is lost. Also two rules of lessons that no other test measures.
 */
import type { Locator } from '@playwright/test';
import { content } from './support/learner.ts';
import { completeRecord, keepRecord } from './support/records.ts';
import { expect, test } from './support/test.ts';

const module = content.modules[0];
if (!module) throw new Error('The course has no module.');

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`with forced colours, ${colorScheme}`, () => {
    test.use({ colorScheme, contextOptions: { forcedColors: 'active' } });

    test('the current place, the way out and progress can be seen', async ({ page }) => {
      const half = module.lessons.slice(0, Math.ceil(module.lessons.length / 2));
      await keepRecord(page, {
        lessons: Object.fromEntries(half.map(({ id }) => [`${module.id}/${id}`, Date.UTC(2026, 10, 20)])),
      });
      await page.goto(`en/modules/${module.id}/`);
      const nav = page.getByRole('banner').getByRole('navigation');
      const current = nav.locator('a[aria-current]');
      await expect(current).toHaveCount(1);
      const lineOf = (link: Locator) => link.evaluate((one) => getComputedStyle(one).borderBlockEndColor);
      expect(await lineOf(current)).not.toBe(await lineOf(nav.locator('a:not([aria-current])').first()));

      const exit = await page.getByRole('link', { name: 'Leave this page' }).evaluate((link) => {
        const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(link);
        const page = getComputedStyle(document.body).backgroundColor;
        return { width: parseFloat(borderTopWidth), style: borderTopStyle, isSeen: borderTopColor !== page };
      });
      expect(exit).toEqual({ width: expect.any(Number), style: 'solid', isSeen: true });
      expect(exit.width).toBeGreaterThanOrEqual(1);

      const progress = page.locator('progress').first();
      await expect(progress).toHaveJSProperty('value', half.length);
      const [done, open] = await colours(progress, [
        [0.1, 0.5],
        [0.95, 0.5],
      ]);
      expect(done).not.toBe(open);
    });

    test('the QR code of a certificate stays dark on white', async ({ page }) => {
      await keepRecord(page, completeRecord());
      await page.goto('en/certificate/');
      await page.getByLabel('Your name').fill('Łucja');
      await page.getByRole('button', { name: 'Make the certificate' }).click();
      const code = page.getByRole('article').getByRole('img').last();
      const size = Number((await code.getAttribute('viewBox'))?.split(' ')[2]);
      // The middle of the finder pattern in the corner: four modules of quiet zone, and the fourth of its seven.
      const finder = 7.5 / size;
      expect(
        await colours(code, [
          [1.5 / size, 1.5 / size],
          [finder, finder],
        ]),
      ).toEqual(['255,255,255', '0,0,0']);
    });
  });

test('a quotation has one rule beside it, and a glossary term can break across lines', async ({ page }) => {
  await page.goto('en/modules/indicators/control-without-locks/');
  const quotations = page.getByRole('main').locator('blockquote');
  expect(await quotations.count()).toBeGreaterThan(0);
  for (const quotation of await quotations.all())
    expect(
      await quotation.evaluate((quote) => {
        const around = [quote, ...quote.querySelectorAll('*')];
        for (let one = quote.parentElement; one && one.tagName !== 'MAIN'; one = one.parentElement)
          if (one.matches('figure')) around.push(one);
        return around.filter((one) => parseFloat(getComputedStyle(one).borderInlineStartWidth) > 0).length;
      }),
    ).toBe(1);

  await page.goto('en/modules/trafficking-or-smuggling/what-the-law-calls-trafficking/');
  const terms = page.getByRole('main').locator('.term');
  expect(await terms.count()).toBeGreaterThan(0);
  for (const term of await terms.all())
    expect(
      await term.evaluate((one) => {
        const { display, whiteSpace } = getComputedStyle(one);
        return `${display} ${whiteSpace}`;
      }),
    ).toBe('inline normal');
});

/**
 * What is painted at some places of an element.
 *
 * @param places Shares of its width and height, each from 0 to 1.
 * @returns `red,green,blue` of each.
 */
async function colours(element: Locator, places: readonly (readonly [number, number])[]): Promise<string[]> {
  await element.scrollIntoViewIfNeeded();
  const picture = (await element.screenshot({ animations: 'disabled' })).toString('base64');
  return element.page().evaluate(
    async ([data, places]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      const context = canvas.getContext('2d');
      if (!context) throw new Error('The browser gives no canvas.');
      context.drawImage(image, 0, 0);
      return places.map(([x, y]) => {
        const at = [Math.floor(x * image.width), Math.floor(y * image.height)] as const;
        return [...context.getImageData(...at, 1, 1).data.slice(0, 3)].join(',');
      });
    },
    [picture, places] as const,
  );
}
