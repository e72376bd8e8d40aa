/** What was missed comes back on its day: from home, one question and one decision, with a reload in the middle. */
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import { bestDraft, toResponse } from '../../src/core/question/index.ts';
import { answer, content } from './support/learner.ts';
import { keepRecord, runOf, worstRun } from './support/records.ts';
import { expect, expectAccessible, test } from './support/test.ts';

const DAY_MS = 86_400_000;
const MONDAY = new Date('2026-11-23T10:00:00Z');
const at = (days: number) => new Date(MONDAY.getTime() + days * DAY_MS);
const bank = content.modules.find(({ id }) => id === 'indicators');
const play = content.scenarios.find(({ scenario }) => scenario.id === 'last-car');
const [missed, question] =
  Object.entries(bank?.bank ?? {}).find(([, own]) => own.use === 'both' && own.type === 'single-choice') ??
  [];
if (!bank || !play || !missed || !question)
  throw new Error('The course has no question and role-play to review.');
const right = toResponse(question, bestDraft(question)) ?? 0;

test('what was missed on Monday is asked on Tuesday, and not again that day', async ({ page }) => {
  await page.clock.install({ time: MONDAY });
  await keepRecord(page, {
    answers: [{ question: `indicators/${missed}`, response: right === 0 ? 1 : 0, sure: 3, atMs: +MONDAY }],
    runs: [{ ...runOf(play.scenario, worstRun('last-car')), startedMs: +MONDAY, atMs: +MONDAY }],
  });
  await page.goto('en/review/');
  await expect(page.getByRole('heading', { name: 'Nothing is due today.' })).toBeVisible();
  await expect(page.getByText('Next: Tuesday 24 November')).toBeVisible();

  await page.clock.setFixedTime(at(1));
  await page.goto('en/');
  const due = page.locator('.due');
  await expect(due.getByRole('heading', { name: 'Due for review: 2' })).toBeVisible();
  await due.getByRole('link', { name: 'Go to the review' }).click();

  // Another question of the same objective than the one that was missed.
  await expect(page.getByText('1 of 2')).toBeVisible();
  await expect(page.getByText('Last time you were sure, and it turned out otherwise.')).toBeVisible();
  const reference = (await page.locator('[data-review]').getAttribute('data-review')) ?? '';
  const id = reference.split('/')[1] ?? '';
  expect(id).not.toBe(missed);
  const [asked, words] = [bank.bank[id], bank.bankWords[id]];
  if (!asked || !words) throw new Error(`No question ${reference}.`);
  expect([asked.objective, asked.use]).toEqual([question.objective, 'both']);
  await answer(page, page.locator('.check'), asked, words, 'mouse');
  await page.getByRole('radio', { name: 'Sure', exact: true }).check();
  await page.getByRole('button', { name: 'Check my answer' }).click();
  await expect(page.locator('.verdict h3')).toBeFocused();
  await expectAccessible(page);

  // Left in the middle: it goes on at the decision.
  await page.reload();
  await expect(page.getByText('2 of 2')).toBeVisible();
  await expect(page.getByText(`From “${play.words.title}”. What would you say now?`).first()).toBeVisible();
  await page.getByRole('button', { name: 'Check my answer' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Choose one answer first.' })).toBeVisible();
  await page.locator('.choices input').first().check();
  await page.getByRole('button', { name: 'Check my answer' }).click();
  await expect(page.getByRole('heading', { name: 'The other choices' })).toBeVisible();
  await page.getByRole('button', { name: 'Finish' }).click();
  await expect(page.getByRole('heading', { name: 'That was all for today.' })).toBeFocused();

  // Days for the calendar: what a locked screen shows says nothing unless one chooses so.
  const save = async () => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the calendar file' }).click(),
    ]);
    const calendar = new ICAL.Component(ICAL.parse(readFileSync(await file.path(), 'utf8')));
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    return { name: file.suggestedFilename(), events };
  };
  const quiet = await save();
  expect(quiet.name).toBe('reminder.ics');
  expect(quiet.events.map(({ summary, startDate }) => [summary, startDate.toString()])).toEqual(
    ['2026-12-01', '2026-12-24', '2027-05-24'].map((day) => ['Ten minutes to read', day]),
  );
  await page.getByRole('checkbox', { name: 'Write in the entry what it is about' }).check();
  const named = await save();
  expect(named.events.map(({ uid }) => uid)).toEqual(quiet.events.map(({ uid }) => uid));
  expect(named.events[0]?.component.getFirstPropertyValue('url')).toBe(page.url());
  expect(named.events[0]?.summary).toBe('Listen First: review');

  await page.getByRole('link', { name: 'Back to my record' }).click();
  await expect(page.getByText('Next review:')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Reviews to come' })).toBeVisible();
});
