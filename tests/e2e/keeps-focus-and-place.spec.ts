/** Where the focus and the reader are after something was pressed, when a page comes back, and what keys and clicks do. */
import type { Page } from '@playwright/test';
import { compileScenario, replay } from '../../src/core/scenario/index.ts';
import { content, press } from './support/learner.ts';
import { completeRecord, keepRecord, runOf, worstRun } from './support/records.ts';
import { expect, test } from './support/test.ts';

// Requests are held back here, and a worker's would not be seen.
test.use({ serviceWorkers: 'block' });

const play = content.scenarios[0]?.scenario;
if (!play) throw new Error('No role-play.');

/** Opens the role-play where its expert has gone so many steps. */
async function resume(page: Page, steps: number): Promise<void> {
  if (!play) return;
  await keepRecord(page, { runs: [runOf(play, play.expert.slice(0, steps))] });
  await page.goto(`en/role-plays/${play.id}/`);
}

/** The key of the expert's choice after so many steps. */
function keyOf(steps: number): string {
  if (!play) return '';
  const choices = play.expert.slice(0, steps);
  const offered = replay(compileScenario(play), { choices, seed: 7 }).turns.at(-1)?.offered ?? [];
  const open = offered.filter((choice) => !choice.struck && !choice.wayRound);
  return String(open.findIndex(({ id }) => id === play.expert[steps]) + 1);
}

test('keys choose only while the player has the focus, which it gets on resuming', async ({ page }, info) => {
  test.skip(info.project.name === 'phone', 'A phone has no keyboard.');
  await resume(page, 1);
  await expect(page.getByText('Decision 2 of about')).toBeVisible();
  await expect(page.locator('.turns')).toBeFocused();
  // Anywhere else a figure is a figure.
  await page.getByRole('link', { name: 'Whom to call' }).focus();
  await page.keyboard.press(keyOf(1));
  await expect(page.getByText('Decision 2 of about')).toBeVisible();
  await page.locator('button[data-choice]').first().focus();
  await page.keyboard.press(keyOf(1));
  // Not 4: the first press chose nothing.
  await expect(page.getByText('Decision 3 of about')).toBeVisible();
  await expect(page.locator('.turns')).toBeFocused();
});

test('the player does not take the focus from somebody who has moved on', async ({ page }) => {
  await page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => document.querySelector<HTMLElement>('a.back')?.focus());
  });
  await resume(page, 1);
  await expect(page.getByText('Decision 2 of about')).toBeVisible();
  await expect(page.locator('a.back')).toBeFocused();
});

test('the second click of a double click chooses nothing', async ({ page }) => {
  await resume(page, 0);
  const choice = page.locator('button[data-choice]').first();
  await expect(page.getByText('Decision 1 of about')).toBeVisible();
  // What falls on a choice that a first click has just brought there.
  await choice.dispatchEvent('click', { detail: 2 });
  await expect(page.getByText('Decision 1 of about')).toBeVisible();
  await choice.dispatchEvent('click', { detail: 1 });
  await expect(page.getByText('Decision 2 of about')).toBeVisible();
});

test('the focus goes to the debrief that takes the place of the questions before it', async ({
  page,
}, info) => {
  test.skip(info.project.name === 'phone', 'A phone has no keyboard.');
  await keepRecord(page, { runs: [runOf(play, worstRun(play.id))] });
  await page.goto(`en/role-plays/${play.id}/`);
  await press(page, page.getByRole('button', { name: 'See the debrief of your last run' }), 'keyboard');
  await press(page, page.getByRole('button', { name: 'Show the debrief' }), 'keyboard');
  await expect(page.locator('[data-debrief]').getByRole('heading', { level: 1 })).toBeFocused();
});

test.describe('the certificate', () => {
  test.use({ mayLog: [/net::ERR_FAILED/] });

  test('has the focus once it is made, and its button keeps it while the PDF is made', async ({
    page,
  }, info) => {
    test.skip(info.project.name === 'phone', 'A phone has no keyboard.');
    await keepRecord(page, completeRecord());
    await page.goto('en/certificate/');
    await page.getByLabel('Your name').fill('Łucja');
    await press(page, page.getByRole('button', { name: 'Make the certificate' }), 'keyboard');
    await expect(page.getByRole('heading', { level: 1, name: 'Certificate' })).toBeFocused();

    let stop: () => void = () => {};
    const stopped = new Promise<void>((resolve) => {
      stop = resolve;
    });
    await page.route(/\/certificate-pdf\.[^/]*\.js$/, async (route) => {
      await stopped;
      await route.abort();
    });
    await press(page, page.getByRole('button', { name: 'Download PDF' }), 'keyboard');
    await expect(page.getByRole('button', { name: 'Making the PDF…' })).toBeFocused();
    await expect(page.getByRole('status').getByText('Making the PDF…')).toBeAttached();
    stop();
    await expect(page.getByRole('alert')).toHaveText(/^The PDF could not be made here\./);
    await expect(page.getByRole('button', { name: 'Download PDF' })).toBeFocused();
  });
});

test('asking the browser to keep the record is answered, and the focus stays', async ({ page }, info) => {
  test.skip(info.project.name === 'phone', 'A phone has no keyboard.');
  await page.addInitScript(() => {
    const answers = [false, true];
    StorageManager.prototype.persisted = async () => false;
    StorageManager.prototype.persist = async () => answers.shift() ?? false;
  });
  await page.goto('en/record/');
  const ask = page.getByRole('button', { name: 'Ask the browser to keep it' });
  await press(page, ask, 'keyboard');
  await expect(page.getByText('The browser did not promise it.')).toBeVisible();
  await expect(ask).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator(':focus')).toHaveText(
    'This browser has promised not to delete your record by itself.',
  );
});

test('a search enters the address when a result is followed, and going back finds the results again', async ({
  page,
}) => {
  await page.clock.install();
  await page.goto('en/search/');
  await page.getByRole('searchbox').fill('passport');
  const first = page.locator('#found a').first();
  await expect(async () => {
    await page.clock.runFor(70);
    await expect(first).toBeVisible({ timeout: 300 });
  }).toPass();
  // However long one looks at the results: the browser's history would keep the words.
  await page.clock.runFor(5_000);
  await page.getByRole('searchbox').press('Enter');
  await page.clock.runFor(5_000);
  expect(new URL(page.url()).search).toBe('');
  const title = (await first.textContent()) ?? '';
  await first.click();
  await expect(page).not.toHaveURL(/\/search\//);
  await page.goBack();
  await expect(page).toHaveURL(/\/search\/\?q=passport$/);
  await expect(first).toHaveText(title);
});
