/** Asks axe about a page as it stands. Run in the page itself: through a driver that passes whole results it took 8 s a page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const script = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2 A and AA, and what axe calls best practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules that a colour scheme can change. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds on a page in its present state and colours. Frames are not looked into.
 *
 * @param rules `all`, or only those that another colour scheme can change.
 * @param within Selector of the part that is looked at.
 * @returns One text for each element that breaks a rule: the rule, the element's selector, its HTML, what to mend.
 */
export async function axe(page: Page, rules: 'all' | 'colours', within = 'body'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(script);
  return page.evaluate(
    async ([place, only]) => {
      const { axe } = window as unknown as {
        axe: { run(within: unknown, options: object): Promise<AxeResults> };
      };
      // A part is looked at in its page: rules about the whole page (such as one main heading) need the document.
      const { violations } = await axe.run(place === 'body' ? document : { include: [place] }, {
        runOnly: only,
        resultTypes: ['violations'],
        iframes: false,
      });
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map(
          (node) =>
            `${id}: ${help}\n  ${node.target.join(' ')}\n  ${node.html.slice(0, 200)}\n  ${node.failureSummary ?? ''}`,
        ),
      );
    },
    [
      within,
      rules === 'all' ? { type: 'tag', values: TAGS } : { type: 'rule', values: COLOUR_RULES },
    ] as const,
  );
}
