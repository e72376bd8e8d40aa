/** A short test before the path, the assessment without any of its questions, what was gained, and the later test. */
import type { Page } from '@playwright/test';
import { kept } from '../../src/core/edition/index.ts';
import { drawAssessment } from '../../src/core/grading/index.ts';
import type { LearnerRecord } from '../../src/core/progress/index.ts';
import { release } from '../../src/integrations/site.ts';
import { basePath } from '../../src/tools/static-server.ts';
import { answer, content, takeAssessment } from './support/learner.ts';
import { keepRecord, walkedRecord } from './support/records.ts';
import { expect, expectAccessible, test } from './support/test.ts';

const today = release(content).grading;

/** Answers the ten questions of a test, the first `right` of them rightly and the others not at all, and hands it in. */
async function sitTest(page: Page, right: number): Promise<string[]> {
  const asked: string[] = [];
  for (let i = 0; i < 10; i++) {
    await expect(page.getByRole('heading', { name: `Question ${i + 1} of 10` })).toBeVisible();
    const place = page.locator('[data-question]');
    const reference = (await place.getAttribute('data-question')) ?? '';
    asked.push(reference);
    const [moduleId = '', id = ''] = reference.split('/');
    const module = content.modules.find((candidate) => candidate.id === moduleId);
    const [question, words] = [module?.bank[id], module?.bankWords[id]];
    if (!question || !words) throw new Error(`No question ${reference}.`);
    if (i < right) await answer(page, place, question, words, 'mouse');
    // It goes on where it was left.
    if (i === 3) await page.reload();
    if (i !== 3 || i >= right) await page.getByRole('button', { name: 'Next', exact: true }).click();
  }
  await page.getByRole('button', { name: 'Hand in', exact: true }).click();
  return asked;
}

test('before, final and later: nothing is asked twice, and the record says what held', async ({ page }) => {
  test.slow();
  await page.clock.install({ time: new Date('2026-03-02T10:00:00Z') });
  await keepRecord(page, walkedRecord('police'));
  await page.goto('en/paths/police/');
  await page.getByRole('link', { name: 'Before and after: ten questions, if you like' }).click();
  await page.getByRole('button', { name: 'Begin' }).click();
  const before = await sitTest(page, 4);
  await expect(page.getByRole('heading', { name: 'So far' })).toBeFocused();
  await expect(page.locator('[data-stage="before"]')).toContainText('4 of 10 wholly right');
  await expectAccessible(page);

  await takeAssessment(page, 'police', 'mouse');
  await expect(page.getByRole('heading', { name: 'Your result is 100 %' })).toBeVisible();
  await expect(page.locator('[data-gains="gained"] li').first()).toContainText('100 % now');
  const record = await page.evaluate((key) => localStorage.getItem(key), kept('record', basePath()));
  const { attempts } = JSON.parse(record ?? '') as LearnerRecord;
  const asked = drawAssessment(today, 'police', attempts.find(({ path }) => path === 'police')?.seed ?? 0);
  expect(before.filter((reference) => asked.includes(reference))).toEqual([]);

  await page.goto('en/test/police/');
  await expect(
    page.getByText('Ten other questions are open to you from Wednesday, 2 September 2026'),
  ).toBeVisible();
  await page.clock.setFixedTime(new Date('2026-09-02T10:00:00Z'));
  await page.reload();
  await expect(page.getByText('Six months have passed.')).toBeVisible();
  await page.getByRole('button', { name: 'Begin' }).click();
  const later = await sitTest(page, 8);
  expect(later.filter((reference) => [...before, ...asked].includes(reference))).toEqual([]);
  await expect(page.locator('[data-stage="later"]')).toContainText('8 of 10 wholly right');
  await expect(page.locator('[data-gains="held"]')).toBeVisible();

  await page.goto('en/record/');
  await expect(page.locator('[data-held="police"] [data-stage]')).toHaveCount(3);
  await page.goto('en/paths/police/');
  await expect(page.locator('[data-assessment]')).toContainText('passed with 100 %');
});
