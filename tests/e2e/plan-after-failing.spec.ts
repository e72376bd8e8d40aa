/** A failed assessment is a plan: it leads to the lesson and the role-play, and from there to a passed one. */
import { drawAssessment } from '../../src/core/grading/index.ts';
import { release } from '../../src/integrations/site.ts';
import { answer, content, takeAssessment } from './support/learner.ts';
import { keepRecord, walkedRecord } from './support/records.ts';
import { expect, test } from './support/test.ts';

const SEED = 5;
const today = release(content).grading;

test('a failed assessment leads by its plan to a passed one', async ({ page }) => {
  test.slow();
  const [first = ''] = drawAssessment(today, 'police', SEED);
  const open = { path: 'police', seed: SEED, release: today.hash, responses: {}, startedMs: 1_000 };
  await keepRecord(page, { ...walkedRecord('police'), attempts: [open] });
  await page.goto('en/assessment/police/');

  // One question is answered and given as sure; the next is flagged.
  const [moduleId = '', questionId = ''] = first.split('/');
  const module = content.modules.find(({ id }) => id === moduleId);
  const question = module?.bank[questionId];
  const words = module?.bankWords[questionId];
  if (!question || !words) throw new Error(`No question ${first}.`);
  await answer(page, page.locator('[data-question]'), question, words, 'mouse');
  await page.getByRole('radio', { name: 'Sure', exact: true }).check();
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await page.getByRole('button', { name: 'Flag', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Question 2: open, flagged' })).toBeVisible();

  // At hand-in, what is open and what is flagged is named, and each is a way back.
  await page.getByRole('button', { name: 'All questions' }).click();
  await expect(page.getByRole('heading', { name: 'Still open (29)' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'You flagged (1)' })).toBeVisible();
  await page.locator('.exam-list button').nth(1).click();
  await expect(page.getByRole('heading', { name: 'Question 3 of 30' })).toBeFocused();
  await page.getByRole('button', { name: 'All questions' }).click();
  await page.getByRole('button', { name: 'Hand in', exact: true }).click();

  // Failed: by module and objective, with a lesson first, and a role-play that practises it.
  await expect(page.getByRole('heading', { name: 'Your result is 3 %' })).toBeFocused();
  const plan = page.locator('[data-plan]');
  await expect(plan.getByRole('heading', { name: 'What to read again' })).toBeVisible();
  await expect(plan.locator('.exam-modules > li')).toHaveCount(3);
  await expect(page.locator('[data-practice]')).toHaveAttribute('href', /\/role-plays\//);
  const read = page.locator('.actions').getByRole('link', { name: /^Read again: / });
  const title = ((await read.textContent()) ?? '').replace('Read again: ', '');
  await read.click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Your result is 3 %' })).toBeVisible();

  await takeAssessment(page, 'police', 'mouse');
  await expect(page.getByRole('heading', { name: 'Your result is 100 %' })).toBeVisible();
  await page.getByRole('link', { name: 'Back to your path' }).click();
  await expect(page.locator('[data-complete="true"]')).toBeVisible();
});
