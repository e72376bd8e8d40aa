import { randomFrom } from '../../src/core/random/index.ts';
import { compileScenario, replay } from '../../src/core/scenario/index.ts';
import { content, play } from './support/learner.ts';
import { expect, expectAccessible, test } from './support/test.ts';

/** The run of harmful or poor choices that ends worst: at each decision the lowest rating offered. */
function worstRun(id: string): string[] {
  const entry = content.scenarios.find(({ scenario }) => scenario.id === id);
  if (!entry) throw new Error(id);
  const program = compileScenario(entry.scenario);
  const ratings = ['harmful', 'poor', 'acceptable', 'best'];
  const choices: string[] = [];
  for (let i = 0; i < 100; i++) {
    const { turns, ending } = replay(program, { choices, seed: 0 });
    if (ending) return choices;
    const turn = turns.at(-1);
    const offered = (turn?.offered ?? []).filter((choice) => !choice.struck && !choice.wayRound);
    const rated = (choice: string) =>
      ratings.indexOf(entry.scenario.decisions[turn?.decision ?? '']?.choices[choice]?.rating ?? 'best');
    choices.push([...offered].sort((a, b) => rated(a.id) - rated(b.id))[0]?.id ?? '');
  }
  throw new Error('No ending.');
}

for (const { scenario } of content.scenarios) {
  test(`plays ${scenario.id} to its best and its worst ending by keyboard, and resumes after a reload`, async ({
    page,
  }, info) => {
    test.skip(
      info.project.name === 'phone',
      'A phone has no keyboard; the path journey plays there by touch.',
    );
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
      await expectAccessible(page);
    });
    await expect(page.locator('[data-debrief="passed"]')).toBeVisible();
    await expectAccessible(page);

    await play(page, scenario.id, worstRun(scenario.id), 'keyboard');
    await expect(page.locator('[data-debrief="not-passed"]')).toBeVisible();
    await expect(page.getByText('Since your last run')).toBeVisible();
    await page
      .getByRole('button', { name: /^Play again from decision/ })
      .first()
      .click();
    await expect(page.getByText(/^Decision \d+ of about/)).toBeVisible();
  });
}
