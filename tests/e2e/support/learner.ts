/** What a learner does, as a person would: by role and name, with the mouse or by keyboard alone. */
import { expect, type Locator, type Page } from '@playwright/test';
import { bestDraft, type Question, type QuestionWords } from '../../../src/core/question/index.ts';
import { compileScenario, replay } from '../../../src/core/scenario/index.ts';
import { loadContent } from '../../../src/integrations/load-content.ts';
import { choiceText } from '../../../src/islands/scenario/turn-speech.ts';
import { open, viewOf } from './place.ts';

const loaded = loadContent(process.cwd(), { lang: 'en', today: '2026-11-22' }).content;
if (!loaded) throw new Error('The content cannot be read.');
/** The shipped content, to know which answers are right. */
export const content = loaded;

export type Hand = 'mouse' | 'keyboard';

/** Presses something: a click, or Tab until it has focus and Enter or Space. */
export async function press(
  page: Page,
  target: Locator,
  hand: Hand,
  key: 'Enter' | 'Space' = 'Enter',
): Promise<void> {
  if (hand === 'mouse') return target.click();
  await reach(page, target);
  await page.keyboard.press(key);
}

/** Moves focus by Tab alone. Fails when the target cannot be reached. */
export async function reach(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let i = 0; i < 250; i++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${target}.`);
}

/**
 * How much of a path a journey walks by hand before the assessment. What it leaves out, its record begins with
 * (`walkedRecord`): `all` lessons and role-plays, `some`: the last module and one role-play, or `none`.
 */
export type Walked = 'all' | 'some' | 'none';

/** What a journey walks by hand: modules to read, role-plays to pass. Ids, in the order of the path. */
export function toWalk(pathId: string, walked: Walked): { modules: string[]; plays: string[] } {
  const path = pathOf(pathId);
  const plays = path.scenarios.offered.slice(0, path.scenarios.pass);
  if (walked === 'none') return { modules: [], plays: [] };
  if (walked === 'some') return { modules: path.modules.slice(-1), plays: plays.slice(-1) };
  return { modules: [...path.modules], plays };
}

/** Reads all lessons of the modules (ids), each module from its first lesson, going on with the button at the end of each. */
export async function readLessons(page: Page, modules: readonly string[], hand: Hand): Promise<void> {
  for (const module of content.modules.filter((candidate) => modules.includes(candidate.id))) {
    await open(page, `en/modules/${module.id}/`);
    const view = viewOf(page);
    await press(page, view.getByRole('link', { name: 'Start with lesson 1' }), hand);
    for (const lesson of module.lessons) {
      await expect(view.getByRole('heading', { level: 1, name: lesson.frontmatter.title })).toBeVisible();
      // Nobody reads a lesson before its small script has run: it takes "finished" out of the address.
      await expect(page).not.toHaveURL(/finished=/);
      await press(page, view.getByRole('link', { name: /^Finished\. / }), hand);
    }
    // The page after the last lesson takes "finished" out of its address once it is kept.
    await expect(page).not.toHaveURL(new RegExp(`/${module.id}/.+`));
    await expect(page).not.toHaveURL(/finished=/);
  }
}

/** Plays a role-play along the given choices, starting from its page. */
export async function play(
  page: Page,
  scenarioId: string,
  choices: readonly string[],
  hand: Hand,
  atDecision?: (index: number) => Promise<void>,
): Promise<void> {
  const entry = content.scenarios.find(({ scenario }) => scenario.id === scenarioId);
  if (!entry) throw new Error(`No role-play ${scenarioId}.`);
  const program = compileScenario(entry.scenario);
  await open(page, `en/role-plays/${scenarioId}/`);
  const view = viewOf(page);
  await view.getByRole('radio', { name: /^Alone/ }).check();
  await press(page, view.getByRole('button', { name: /^(Start|Play again)$/ }), hand);
  for (let i = 0; i < choices.length; i++) {
    const { turns } = replay(program, { choices: choices.slice(0, i), seed: 0 });
    const turn = turns.at(-1);
    const offered = turn?.offered.find((choice) => choice.id === choices[i]);
    if (!turn || !offered) throw new Error(`${choices[i]} is not offered.`);
    await expect(view.getByText(`Decision ${i + 1} of about`)).toBeVisible();
    await atDecision?.(i);
    const button = view.locator(`button[data-choice="${choices[i]}"]`);
    await expect(button).toContainText(choiceText(entry.words, turn.decision, offered).slice(0, 40));
    if (hand === 'keyboard' && !offered.wayRound) {
      const key = (await button.locator('kbd').textContent()) ?? '';
      await page.keyboard.press(key);
    } else await button.click();
  }
  await press(page, view.getByRole('button', { name: 'What happens now' }), hand);
  const reflect = view.getByRole('button', { name: 'Show the debrief' });
  await expect(reflect.or(view.locator('[data-debrief]'))).toBeVisible();
  if (await reflect.isVisible()) await press(page, reflect, hand);
}

/** Answers a question of any type rightly (or, with `wrong`, in another way). */
export async function answer(
  page: Page,
  place: Locator,
  question: Question,
  words: QuestionWords,
  hand: Hand,
): Promise<void> {
  const best = bestDraft(question);
  const choose = async (input: Locator) => {
    if (hand === 'mouse') return input.check();
    // Arrow keys move inside a group of radio buttons, Tab moves between groups.
    const name = await input.getAttribute('name');
    const type = await input.getAttribute('type');
    if (type === 'checkbox') return press(page, input, hand, 'Space');
    const group = place.locator(`input[name="${name}"]`);
    const first =
      (await group.locator('xpath=self::*[@checked]').count()) > 0
        ? group.and(viewOf(page).locator(':checked'))
        : group.first();
    await reach(page, first);
    await page.keyboard.press('Space');
    for (let i = 0; i < 10 && !(await input.isChecked()); i++) await page.keyboard.press('ArrowDown');
    await expect(input).toBeChecked();
  };
  switch (question.type) {
    case 'ordering': {
      const list = place.getByRole('list').first();
      const text = (id: string) => {
        const entry = words.items?.[id];
        return typeof entry === 'string' ? entry : (entry?.text ?? id);
      };
      for (const [goal, id] of question.items.entries()) {
        for (let i = 0; i < 10; i++) {
          const items = await list.getByRole('listitem').allTextContents();
          const at = items.findIndex((item) => item.includes(text(id)));
          if (at === goal) break;
          await press(page, place.getByRole('button', { name: `Move up: ${text(id)}`, exact: true }), hand);
        }
      }
      // An order that needed no moving counts once it was touched.
      const [first] = question.items;
      if (first) {
        await press(
          page,
          place.getByRole('button', { name: `Move down: ${text(first)}`, exact: true }),
          hand,
        );
        await press(page, place.getByRole('button', { name: `Move up: ${text(first)}`, exact: true }), hand);
      }
      return;
    }
    case 'sorting':
      for (let i = 0; i < Object.keys(question.items).length; i++) {
        const card = place.locator('[data-card]');
        const item = (await card.getAttribute('data-card')) ?? '';
        const group = question.items[item] ?? '';
        const bucket = place.locator(`[data-group="${group}"]`);
        if (hand === 'keyboard') {
          await reach(page, bucket);
          await page.keyboard.press(String(question.groups.indexOf(group) + 1));
        } else await bucket.click();
        await expect(place.locator(`[data-card="${item}"]`)).toHaveCount(0);
      }
      return;
    case 'marking':
      for (const id of best.chosen) {
        const stretch = new RegExp(`\\[${id}\\|([^\\]]+)\\]`).exec(words.passage ?? '')?.[1] ?? '';
        await press(page, place.getByRole('button', { name: stretch, exact: true }), hand, 'Space');
      }
      return;
    default:
      for (const id of best.chosen) await choose(place.locator(`input[value="${id}"]`));
  }
}

/**
 * Takes the final assessment of a path from its beginning, or from the first open question of one that was begun, and
 * hands it in, all answers right.
 *
 * @param midway Called half way, with the number of answers given by then; the page may be reloaded in it.
 */
export async function takeAssessment(
  page: Page,
  pathId: string,
  hand: Hand,
  midway?: (answers: number) => Promise<void>,
): Promise<void> {
  await open(page, `en/assessment/${pathId}/`);
  const view = viewOf(page);
  const total = pathOf(pathId).assessment.questions;
  const begin = view.getByRole('button', { name: /^(Begin|Take it again)/ });
  const heading = view.getByRole('heading', { name: /^Question \d+ of / });
  await expect(begin.or(heading)).toBeVisible();
  if (await begin.isVisible()) await press(page, begin, hand);
  const first = Number(/\d+/.exec((await heading.textContent()) ?? '')?.[0]) - 1;
  for (let i = first; i < total; i++) {
    await expect(view.getByRole('heading', { name: `Question ${i + 1} of ${total}` })).toBeVisible();
    const place = view.locator('[data-question]');
    const [moduleId = '', questionId = ''] = ((await place.getAttribute('data-question')) ?? '').split('/');
    const module = content.modules.find((candidate) => candidate.id === moduleId);
    const question = module?.bank[questionId];
    const words = module?.bankWords[questionId];
    if (!question || !words) throw new Error(`No question ${moduleId}/${questionId}.`);
    await answer(page, place, question, words, hand);
    if (midway && i === first + Math.floor((total - first) / 2)) {
      await midway(i + 1);
      await expect(view.getByRole('heading', { name: `Question ${i + 2} of ${total}` })).toBeVisible();
      continue;
    }
    await press(page, view.getByRole('button', { name: 'Next', exact: true }), hand);
  }
  await press(page, view.getByRole('button', { name: 'Hand in', exact: true }), hand);
}

/**
 * From the first page along a path: its lessons, as many role-plays as it asks for, its final assessment with a reload in
 * the middle, its certificate, which is shown at the end.
 *
 * @param walked How much is walked by hand; the record must hold the rest already (`walkedRecord`).
 * @param kept Waits until the given number of answers is kept; where that takes a moment.
 */
export async function earnCertificate(
  page: Page,
  pathId: string,
  name: string,
  hand: Hand,
  walked: Walked,
  kept?: (answers: number) => Promise<void>,
): Promise<void> {
  await open(page, 'en/');
  const view = viewOf(page);
  // The card below; a learner who comes back has a link above too.
  await press(page, view.getByRole('link', { name: new RegExp(`^${titleOf(pathId)}`) }).last(), hand);
  await expect(view.locator('[data-read]')).toBeVisible();

  const { modules, plays } = toWalk(pathId, walked);
  if (modules.length > 0) {
    await readLessons(page, modules, hand);
    await open(page, `en/paths/${pathId}/`);
  }
  await expect(view.locator('[data-read]').getByText(/\b(\d+) of \1 lessons/)).toBeVisible();

  for (const id of plays) {
    const expert = content.scenarios.find(({ scenario }) => scenario.id === id)?.scenario.expert ?? [];
    await play(page, id, expert, hand);
    await expect(view.locator('[data-debrief="passed"]')).toBeVisible();
  }

  await takeAssessment(page, pathId, hand, async (answers) => {
    await kept?.(answers);
    // Every answer is kept, and it goes on at the next question.
    await page.reload();
  });
  await expect(view.getByRole('heading', { name: 'Your result is 100 %' })).toBeVisible();

  await press(page, view.getByRole('link', { name: 'Back to your path' }), hand);
  await press(page, view.getByRole('link', { name: 'Get your certificate' }), hand);
  // Typed, never filled in: in Firefox's driver React does not see what was not typed.
  await view.getByLabel('Your name').pressSequentially(name);
  await press(page, view.getByRole('button', { name: 'Make the certificate' }), hand);
  const certificate = view.getByRole('article', { name: 'Certificate' });
  await expect(certificate).toContainText(name);
  await expect(certificate).toContainText('100 %');
}

/** The address by which the certificate on the page is verified. It stands folded under the buttons that copy and share it. */
export async function linkOn(page: Page): Promise<string> {
  return (await viewOf(page).locator('details a[href*="verify/#c="]').getAttribute('href')) ?? '';
}

export function pathOf(id: string) {
  const path = content.paths.find((candidate) => candidate.id === id);
  if (!path) throw new Error(`No path ${id}.`);
  return path;
}

export function titleOf(pathId: string): string {
  return pathOf(pathId).words.en?.title ?? pathId;
}
