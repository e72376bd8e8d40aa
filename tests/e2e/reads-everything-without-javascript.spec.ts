import { content } from './support/learner.ts';
import { expect, test } from './support/test.ts';

test.use({ javaScriptEnabled: false });

test('reads every lesson, its checks and their answers, and goes on', async ({ page }) => {
  test.setTimeout(180_000);
  for (const module of content.modules) {
    for (const [l, lesson] of module.lessons.entries()) {
      await page.goto(`en/modules/${module.id}/${lesson.id}/`);
      await expect(page.getByRole('heading', { level: 1, name: lesson.frontmatter.title })).toBeVisible();
      for (const check of lesson.checks) await expect(page.getByText(module.bankWords[check]?.prompt ?? '').first()).toBeVisible();
      if (lesson.checks.length > 0) await expect(page.locator('summary', { hasText: 'Answer' }).first()).toBeVisible();
      const next = module.lessons[l + 1];
      if (next) await expect(page.getByRole('link', { name: `Finished. Next: ${next.frontmatter.title}` })).toHaveAttribute('href', new RegExp(`/${next.id}/$`));
    }
  }
});

test('says plainly what needs JavaScript', async ({ page }) => {
  await page.goto('en/role-plays/last-car/');
  await expect(page.getByText('The role-play itself needs JavaScript.')).toBeVisible();
  await page.goto('en/verify/');
  await expect(page.getByText('which needs JavaScript')).toBeVisible();
});
