import { randomFrom } from '../../src/core/random/index.ts';
import { compileScenario, replay } from '../../src/core/scenario/index.ts';
import { content, play, press } from './support/learner.ts';
import { worstRun } from './support/records.ts';
import { expect, expectAccessible, test } from './support/test.ts';

// Axe looks at every state of the player in the gallery; here the way through counts.
for (const { scenario } of content.scenarios) {
  test(`plays ${scenario.id} to its best and its worst ending by keyboard, and resumes after a reload`, async ({
    page,
  }) => {
    test.setTimeout(300_000);
    const reloadAt = Math.floor(randomFrom(scenario.id.length)() * scenario.expert.length);
    await play(page, scenario.id, scenario.expert, 'keyboard', async (decision) => {
      if (decision === reloadAt) {
        const offered = await page.locator('button[data-choice]').allTextContents();
        await page.reload();
        await expect(page.getByText(`Decision ${decision + 1} of about`)).toBeVisible();
        // The same words in the same order.
        await expect(page.locator('button[data-choice]')).toHaveText(offered);
        await page.goBack();
        await page.goForward();
        await expect(page.getByText(`Decision ${decision + 1} of about`)).toBeVisible();
      }
    });
    await expect(page.locator('[data-debrief="passed"]')).toBeVisible();

    await play(page, scenario.id, worstRun(scenario.id), 'keyboard');
    await expect(page.locator('[data-debrief="not-passed"]')).toBeVisible();
    await expect(page.getByText('Since your last run')).toBeVisible();
    const again = page.getByRole('button', { name: /^Play again from decision/ });
    // From any decision, also from one that was chosen well.
    expect(await again.count()).toBe(await page.locator('.trail > li').count());
    const last = await again.count();
    await again.last().click();
    await expect(page.getByText(`Decision ${last} of about`)).toBeVisible();
  });
}

/** A role-play whose expert comes back to a hub, and at which decision that happens first. */
function expertAtHub(): { id: string; expert: readonly string[]; back: number } {
  for (const { scenario } of content.scenarios) {
    const { turns } = replay(compileScenario(scenario), { choices: scenario.expert, seed: 0 });
    const back = turns.findIndex((turn) => turn.offered.some((choice) => choice.struck));
    if (back > 0) return { id: scenario.id, expert: scenario.expert, back };
  }
  throw new Error('No expert comes back to a hub.');
}

test('is coached and narrated by keyboard; what was asked at a hub is struck out; Escape does nothing', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const { id, expert, back } = expertAtHub();
  const go = async (choice: string) => {
    const key = await page.locator(`button[data-choice="${choice}"] kbd`).textContent();
    await page.keyboard.press(key ?? '');
    const word = page.locator('[data-coach]');
    await expect(word).toBeFocused();
    // The key does nothing while the word is read.
    await page.keyboard.press('1');
    await page.keyboard.press('Escape');
    await expect(word).toBeVisible();
    await press(page, page.getByRole('button', { name: 'Go on' }), 'keyboard');
    await expect(word).toBeHidden();
  };

  await page.goto(`en/role-plays/${id}/`);
  await page.getByRole('radio', { name: /^Coached/ }).check();
  await press(page, page.getByRole('button', { name: 'Start' }), 'keyboard');
  for (const [i, choice] of expert.slice(0, back).entries()) {
    await expect(page.getByText(`Decision ${i + 1} of about`)).toBeVisible();
    await go(choice);
  }
  await expect(page.locator('button.struck').first()).toBeDisabled();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Step out' }).click();

  await page.getByRole('radio', { name: /^Narrated/ }).check();
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(
    page.getByRole('heading', { name: 'What would your experienced colleague do?' }),
  ).toBeVisible();
  await go(expert[0] ?? '');
  await expect(page.getByText('Decision 2 of about')).toBeVisible();
});

test('shows its introduction when the record is erased in another tab, and can be begun again', async ({
  page,
  context,
}) => {
  const scenario = content.scenarios[0]?.scenario;
  if (!scenario) throw new Error('The course has no role-play.');
  await page.goto(`en/role-plays/${scenario.id}/`);
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByText('Decision 1 of about')).toBeVisible();

  const record = await context.newPage();
  await record.goto('en/record/');
  await record.getByRole('button', { name: 'Erase my record' }).click();
  await record.getByRole('dialog').getByRole('button', { name: 'Erase', exact: true }).click();

  await expect(page.locator('[data-view="intro"]')).toBeVisible();
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByText('Decision 1 of about')).toBeVisible();
});
