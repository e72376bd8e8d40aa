import { content } from './support/learner.ts';
import { expect, test } from './support/test.ts';

test.use({ javaScriptEnabled: false });
/** The first lesson of each module and, for each type of question, the first that has one. */
function lessonsToRead(): ReadonlySet<unknown> {
  const byType = new Map<string, unknown>();
  for (const { bank, lessons } of content.modules)
    for (const lesson of lessons)
      for (const id of lesson.checks) {
        const type = bank[id]?.type;
        if (type && !byType.has(type)) byType.set(type, lesson);
      }
  return new Set([...content.modules.map(({ lessons }) => lessons[0]), ...byType.values()]);
}

test('reads lessons, their checks with the answers, and goes on', async ({ page }) => {
  test.setTimeout(120_000);
  const chosen = lessonsToRead();
  expect(chosen.size).toBeGreaterThan(5);
  for (const module of content.modules) {
    for (const [l, lesson] of module.lessons.entries()) {
      if (!chosen.has(lesson)) continue;
      await page.goto(`en/modules/${module.id}/${lesson.id}/`);
      await expect(page.getByRole('heading', { level: 1, name: lesson.frontmatter.title })).toBeVisible();
      // Playwright's text search passes over <noscript>, so what stands there is found by its element.
      const summaries = page.locator('noscript summary');
      await expect(summaries).toHaveCount(lesson.checks.length);
      for (let i = 0; i < lesson.checks.length; i++) {
        const answer = page.locator('noscript details').nth(i).locator('> :not(summary)').first();
        await expect(answer).toBeHidden();
        await summaries.nth(i).click();
        await expect(answer).toBeVisible();
        await expect(answer).toHaveText(/\S/);
      }
      const next = module.lessons[l + 1];
      if (next)
        await expect(
          page.getByRole('link', { name: `Finished. Next: ${next.frontmatter.title}` }),
        ).toHaveAttribute('href', new RegExp(`/${next.id}/#finished=`));
    }
  }
});

test('says plainly what needs JavaScript', async ({ page }) => {
  await page.goto('en/role-plays/last-car/');
  await expect(page.locator('noscript .notice')).toBeVisible();
  await page.goto('en/verify/');
  await expect(page.locator('noscript .notice')).toBeVisible();
});
