/** A page on which the browser's translator has worked goes on saying what is true, and does not break. */

import { compileScenario, replay } from '../../src/core/scenario/index.ts';
import { choiceText } from '../../src/islands/scenario/turn-speech.ts';
import { content } from './support/learner.ts';
import { certificateToken, keepRecord, runOf } from './support/records.ts';
import { expect, test } from './support/test.ts';
import { TRANSLATED, translate } from './support/translator.ts';

/** What stays as it was is not translated anew, and keeps the mark. */
const perhapsTranslated = (text: string) =>
  new RegExp(`^(${TRANSLATED})*${text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`);

test('a certificate that no longer holds does not read as if it did', async ({ page }) => {
  const token = certificateToken('Ada Peeters');
  await page.goto(`en/verify/#c=${token}`);
  const heading = page.locator('[data-verified] h2');
  await expect(heading).toContainText('This certificate holds', { timeout: 20_000 });
  await translate(page);
  await expect(heading).toContainText(TRANSLATED);
  await page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    `c=${token.slice(0, -6)}`,
  );
  await expect(heading).toHaveText(/does not hold/);
  await expect(page.locator('[data-verified="true"]')).toHaveCount(0);
  // And back again.
  await translate(page);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `c=${token}`);
  await expect(heading).toHaveText('✓ This certificate holds');
  await expect(page.locator('[data-field="name"] dd')).toHaveText(/^Ada Peeters/);
});

test('in a role-play each decision shows its own words, to the debrief and from a repeated decision', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const [entry] = content.scenarios;
  if (!entry) throw new Error('No role-play.');
  const { scenario, words } = entry;
  const program = compileScenario(scenario);
  await page.goto(`en/role-plays/${scenario.id}/`);
  await page
    .getByRole('radio', { name: /^A word after/ })
    .or(page.locator('input[value="coached"]'))
    .check();
  await translate(page);
  await page.locator('[data-view="intro"] button[type="submit"]').click();
  for (const [i, choice] of scenario.expert.entries()) {
    const { turns } = replay(program, { choices: scenario.expert.slice(0, i), seed: 0 });
    const turn = turns.at(-1);
    const offered = turn?.offered.find(({ id }) => id === choice);
    if (!turn || !offered) throw new Error(`${choice} is not offered.`);
    const line = words.decisions[turn.decision]?.lines[turn.line];
    const said = page.locator('#line');
    if (line?.says) await expect(said.locator('.bubble')).toHaveText(perhapsTranslated(line.says));
    const who = line?.who ?? scenario.decisions[turn.decision]?.speaker;
    if (line && (line.says || line.cue) && who)
      await expect(said.locator('.who')).toHaveText(
        perhapsTranslated(`${words.people[who]?.name}, ${words.people[who]?.who}`),
      );
    await expect(page.getByText(`Decision ${i + 1} of about`)).toBeVisible();
    const button = page.locator(`button[data-choice="${choice}"]`);
    await expect(button).toContainText(choiceText(words, turn.decision, offered));
    await translate(page);
    await button.click();
    // What the coach says of it, unless the way round was taken.
    if (!offered.wayRound) {
      await expect(page.locator('[data-coach]')).toBeVisible();
      await translate(page);
      await page.locator('[data-coach] .btn').click();
    }
  }
  await translate(page);
  await page.locator('.actions .btn').first().click();
  const debrief = page.locator('[data-debrief="passed"]');
  const reflect = page.locator('[data-reflection] button[type="submit"]');
  await expect(reflect.or(debrief)).toBeVisible();
  await translate(page);
  if (await reflect.isVisible()) await reflect.click();
  await expect(debrief).toBeVisible();
  await translate(page);
  await page.locator('.trail button').first().click();
  await expect(page.getByText('Decision 1 of about')).toBeVisible();
});

test('an assessment counts its questions and shows what is chosen, and its result', async ({ page }) => {
  await page.goto('en/assessment/police/');
  await page.getByRole('button', { name: 'Begin' }).click();
  const heading = page.locator('main h2');
  const next = page.locator('main .btn', { hasText: 'Next' });
  for (const number of [1, 2, 3]) {
    await expect(heading).toHaveText(new RegExp(`^Question ${number} of `));
    const reference = (await page.locator('[data-question]').getAttribute('data-question')) ?? '';
    const [module = '', question = ''] = reference.split('/');
    const own = content.modules.find(({ id }) => id === module)?.bankWords[question];
    await expect(page.locator('[data-question] legend').first()).toHaveText(own?.prompt ?? '');
    await translate(page);
    const controls = page.locator('[data-question]').locator('input, button:not([aria-disabled="true"])');
    await controls.first().click();
    await translate(page);
    await next.click();
  }
  const total = content.paths.find(({ id }) => id === 'police')?.assessment.questions ?? 0;
  for (let number = 4; number <= total; number++) {
    await expect(heading).toHaveText(new RegExp(`^Question ${number} of `));
    await next.click();
  }
  await expect(heading).toHaveText('Hand in?');
  await translate(page);
  await page.locator('main .btn', { hasText: 'Hand in' }).click();
  await expect(page.locator('[data-result] h2')).toHaveText(/^Your result is \d+ %$/);
});

test('a knowledge check shows its verdict and its reasons, and can be tried again', async ({ page }) => {
  const lesson = content.modules[0]?.lessons[0];
  await page.goto(`en/modules/${content.modules[0]?.id}/${lesson?.id}/`);
  const check = page.locator('.knowledge-check').first();
  await check.scrollIntoViewIfNeeded();
  const submit = check.locator('.btn', { hasText: 'Check my answer' });
  await expect(submit).toBeEnabled();
  await translate(page);
  await check.locator('.btn').last().click();
  await expect(check.getByRole('status').last()).not.toBeEmpty();
  await check.locator('input, .moves button:not([aria-disabled="true"]), button.stretch').first().click();
  await translate(page);
  await check.locator('.btn').last().click();
  await translate(page);
  await check.locator('.btn').last().click();
  await expect(submit).toBeVisible();
});

test('the record goes on counting', async ({ page }) => {
  const [entry] = content.scenarios;
  if (!entry) throw new Error('No role-play.');
  await keepRecord(page, { runs: [runOf(entry.scenario, entry.scenario.expert)] });
  await page.goto('en/record/');
  await expect(page.locator('[data-count="runs"] dd')).toHaveText('1');
  await translate(page);
  await page.locator('.btn', { hasText: 'Erase my record' }).click();
  await page.locator('dialog .btn').first().click();
  await expect(page.locator('[data-count="runs"] dd')).toHaveText('0');
});
