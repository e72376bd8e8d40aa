import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { kept as keptUnder } from '../../src/core/edition/index.ts';
import { drawAssessment, findQuestion, type GradingContent } from '../../src/core/grading/index.ts';
import { type AssessmentSitting, emptyRecord, type LearnerRecord } from '../../src/core/progress/index.ts';
import { bestDraft, toResponse } from '../../src/core/question/index.ts';
import { release } from '../../src/integrations/site.ts';
import { basePath } from '../../src/tools/static-server.ts';
import { content } from './support/learner.ts';
import { completeRecord, keepRecord } from './support/records.ts';
import { expect, test } from './support/test.ts';

const RECORD_KEY = keptUnder('record', basePath());

const PATH = 'police';
const today = release(content).grading;
const kept = readdirSync('content/releases')
  .map((name) => name.slice(0, -5))
  .find((hash) => hash !== today.hash);
const earlier = {
  ...(JSON.parse(readFileSync(`content/releases/${kept}.json`, 'utf8')) as GradingContent),
  hash: kept ?? '',
};

/** A sitting with the best answers to its first questions. */
function sitting(from: GradingContent & { hash: string }, seed: number, answered: number): AssessmentSitting {
  const responses = drawAssessment(from, PATH, seed)
    .slice(0, answered)
    .flatMap((reference) => {
      const question = findQuestion(from, reference);
      const response = question && toResponse(question, bestDraft(question));
      return response === undefined ? [] : [[reference, { response }] as const];
    });
  return { path: PATH, seed, release: from.hash, responses: Object.fromEntries(responses), startedMs: 1_000 };
}

/** Opens the assessment with a record in which these sittings are kept. */
async function open(page: Page, ...attempts: AssessmentSitting[]): Promise<void> {
  const record: LearnerRecord = { ...emptyRecord, attempts };
  await page.addInitScript(
    ([key, text]) => {
      if (localStorage.getItem(key) === null) localStorage.setItem(key, text);
    },
    [RECORD_KEY, JSON.stringify(record)] as const,
  );
  await page.goto(`en/assessment/${PATH}/`);
}

/** What is kept of the last sitting. */
async function keptSitting(page: Page): Promise<AssessmentSitting | undefined> {
  const text = await page.evaluate((key) => localStorage.getItem(key), RECORD_KEY);
  return (JSON.parse(text ?? '{}') as LearnerRecord).attempts?.at(-1);
}

test('an answer that was undone does not come back', async ({ page }) => {
  const firstOf = (seed: number) => drawAssessment(today, PATH, seed)[0] ?? '';
  const seed = Array.from({ length: 1_000 }, (_, n) => n).find(
    (n) => findQuestion(today, firstOf(n))?.type === 'multiple-choice',
  );
  const reference = firstOf(seed ?? 0);
  await open(page, sitting(today, seed ?? 0, 0));
  const answers = page.getByRole('checkbox');
  await answers.first().check();
  await expect.poll(async () => (await keptSitting(page))?.responses[reference]?.response).toBeGreaterThan(0);
  await answers.first().uncheck();
  await expect.poll(async () => (await keptSitting(page))?.responses[reference]?.changes).toBe(1);
  expect((await keptSitting(page))?.responses[reference]?.response).toBe(0);
  await page.reload();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(answers.first()).toBeVisible();
  await expect(page.locator('input:checked')).toHaveCount(0);
});

test('begins at the first question, and a double click goes on by one', async ({ page }) => {
  await page.goto(`en/assessment/${PATH}/`);
  await page.getByRole('button', { name: 'Begin' }).dblclick();
  const heading = page.getByRole('heading', { name: /^Question 1 of / });
  await expect(heading).toBeVisible();
  expect((await keptSitting(page))?.responses ?? {}).toEqual({});
  await page.getByRole('button', { name: 'Next', exact: true }).dblclick();
  // The second press of the mouse takes the focus to the button again.
  await expect(page.getByRole('heading', { name: /^Question 2 of / })).toBeVisible();
  expect((await keptSitting(page))?.responses).toEqual({});
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^Question 3 of / })).toBeFocused();
});

test('says that nothing is kept, and never that something is, where the browser refuses', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.goto(`en/assessment/${PATH}/`);
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByRole('alert')).toContainText('keep what you do');
  await expect(page.getByText('Your answers are not kept.')).toBeVisible();
  await expect(page.getByText('Your answer is kept')).toHaveCount(0);
});

test('shows a sitting of an earlier version with the result that it had, and that it does not count now', async ({
  page,
}) => {
  const whole = { ...sitting(earlier, 5, 1_000), submittedMs: 2_000 };
  await open(page, whole);
  await expect(page.getByRole('heading', { name: 'Your result is 100 %' })).toBeVisible();
  await expect(page.getByText('an earlier version of this course')).toBeVisible();
  await page.goto(`en/paths/${PATH}/`);
  await expect(page.locator('[data-complete="false"]')).toContainText('taken on an earlier version');
  await page.goto(`en/assessment/${PATH}/`);
  await page.getByRole('button', { name: 'Take it again with other questions' }).click();
  await expect(page.getByRole('heading', { name: /^Question 1 of / })).toBeFocused();
  await expect.poll(async () => (await keptSitting(page))?.release).toBe(today.hash);
});

test('a path that was completed on an earlier version still gives its certificate, which names that version', async ({
  page,
}) => {
  await keepRecord(page, completeRecord(earlier));
  await page.goto(`en/paths/${PATH}/`);
  const progress = page.locator('[data-complete="true"]');
  await expect(progress).toContainText('taken on an earlier version');
  await expect(progress).toContainText('You completed this path on an earlier version');
  await progress.getByRole('link', { name: 'Get your certificate' }).click();
  await page.getByLabel('Your name').fill('Ngozi Peeters');
  await page.getByRole('button', { name: 'Make the certificate' }).click();
  await expect(page.getByText('Verified by replay')).toBeVisible();
  await expect(page.getByText(earlier.hash)).toBeVisible();
});

test('says that a sitting that was begun with an earlier version cannot go on', async ({ page }) => {
  await open(page, sitting(earlier, 5, 3));
  await expect(page.getByText('You had begun with the questions of an earlier version')).toBeVisible();
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByRole('heading', { name: /^Question 1 of / })).toBeFocused();
});

test('the result takes the focus once, and not again when the record changes', async ({ page }) => {
  await open(page, sitting(today, 5, 1_000));
  await page.getByRole('button', { name: 'Hand in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Your result is 100 %' })).toBeFocused();
  const back = page.getByRole('link', { name: 'Back to your path' });
  await back.focus();
  // Another tab hands in a worse one.
  const worse = { ...sitting(today, 6, 0), startedMs: 3_000, submittedMs: 4_000 };
  await page.evaluate(
    ([key, sitting]) => {
      const record = JSON.parse(localStorage.getItem(key) ?? '{}') as { attempts: unknown[] };
      localStorage.setItem(key, JSON.stringify({ ...record, attempts: [...record.attempts, sitting] }));
      dispatchEvent(new StorageEvent('storage', { key }));
    },
    [RECORD_KEY, worse] as const,
  );
  await expect(page.getByRole('heading', { name: 'Your result is 0 %' })).toBeVisible();
  await expect(back).toBeFocused();
});

test('goes on where the words of a question are missing', async ({ page }) => {
  await page.route('**/en/exam/*.json', (route) => route.fulfill({ json: {} }));
  await page.goto(`en/assessment/${PATH}/`);
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByText('This part could not be loaded.')).toBeVisible();
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^Question 2 of / })).toBeFocused();
});
