/** What comes out of the printer, read back from the PDF: sizes, page numbers, what is whole and what is cut. */
import type { Page } from '@playwright/test';
import { gatherLessons } from '../../src/tools/gather-lessons.ts';
import { type Paper, readPdf } from '../../src/tools/pdf-pages.ts';
import { printPage } from '../../src/tools/print-page.ts';
import { content, play } from './support/learner.ts';
import { certificateToken } from './support/records.ts';
import { expect, test } from './support/test.ts';

const A4 = [210, 297];
const A5 = [148, 210];
const A6 = [105, 148];
/** Least white at the edges, in millimetres. */
const EDGE = 5;

async function print(page: Page, address: string): Promise<Paper> {
  await page.goto(address);
  return readPdf(await printPage(page));
}

/** What holds for every sheet; `sizes` has one size for all pages or one for each. */
function expectWellPrinted(paper: Paper, ...sizes: readonly number[][]): void {
  expect.soft(paper.isTagged, 'has tags for screen readers').toBe(true);
  expect.soft(paper.title, 'has a title').toMatch(/ · Listen First$/);
  for (const [at, page] of paper.pages.entries()) {
    const where = `${paper.title}, page ${at + 1}`;
    const [width = 0, height = 0] = sizes[at] ?? sizes.at(-1) ?? A4;
    expect.soft(Math.abs(page.width - width), `${where}: width`).toBeLessThan(0.6);
    expect.soft(Math.abs(page.height - height), `${where}: height`).toBeLessThan(0.6);
    const foot = page.items
      .filter((item) => item.baseline > page.height - 14)
      .map((item) => item.text.trim());
    expect.soft(foot, `${where}: its number`).toContain(`${at + 1} / ${paper.pages.length}`);
    expect.soft(page.items.length, `${where}: is not empty`).toBeGreaterThan(1);
    expect
      .soft(page.text, `${where}: no navigation`)
      .not.toMatch(/Leave this page|Skip to content|My record|All handouts|Looking after yourselfVerify/);
    const cut = page.items.filter((item) => item.left < EDGE - 0.5 || item.right > page.width - EDGE + 0.5);
    expect
      .soft(
        cut.map((item) => item.text),
        `${where}: nothing is cut off at an edge`,
      )
      .toEqual([]);
  }
}

const squeezed = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, '');

/** Pages on which a text stands; white space does not count, because it may lie in a line break. */
function pagesWith(paper: Paper, text: string): number[] {
  return paper.pages.flatMap((page, at) => (squeezed(page.text).includes(squeezed(text)) ? [at + 1] : []));
}

/** Every element is whole on one page: there is a page that holds all of its texts. */
async function expectWhole(page: Page, paper: Paper, selector: string): Promise<void> {
  const elements = await page.locator(selector).evaluateAll((all) =>
    all.map((element) => {
      const texts: string[] = [];
      const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) {
        const text = walk.currentNode.textContent ?? '';
        // Words that are there for screen readers only, and what is not printed, have no place on paper.
        const box = walk.currentNode.parentElement?.getBoundingClientRect();
        if (text.trim() !== '' && box && box.width > 1 && box.height > 1) texts.push(text);
      }
      return texts;
    }),
  );
  expect(elements.length, `${selector} on ${page.url()}`).toBeGreaterThan(0);
  const sheets = paper.pages.map((sheet) => squeezed(sheet.text));
  const split = elements.filter(
    (texts) => !sheets.some((sheet) => texts.every((text) => sheet.includes(squeezed(text)))),
  );
  expect.soft(split, `${selector} on ${page.url()} that are on no page as a whole`).toEqual([]);
}

test('prints a lesson with a wide table: whole rows, sources as notes with their addresses', async ({
  page,
}) => {
  // A reader who chose the dark theme prints on white paper all the same.
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('en/modules/indicators/where-you-meet/');
  await page.getByLabel('Colours').selectOption('dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const paper = await readPdf(await printPage(page));
  expectWellPrinted(paper, A4);
  expect(await page.locator('.prose th').count()).toBeGreaterThan(3);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  );
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(23, 34, 43)');
  await expectWhole(page, paper, '.prose tr');
  // The table is shorter than a page, so all of it stands together.
  const rows = await page.locator('.prose table').first().locator('tr').allInnerTexts();
  const on = rows.flatMap((row) => pagesWith(paper, row));
  expect(new Set(on).size).toBe(1);

  const lesson = content.modules
    .flatMap((module) => module.lessons)
    .find(({ id }) => id === 'where-you-meet');
  const last = paper.pages
    .slice(-2)
    .map((sheet) => squeezed(sheet.text))
    .join('');
  for (const [at, key] of (lesson?.sources ?? []).entries()) {
    const source = content.sources[key];
    const address = source?.url ? `(${source.url})` : '';
    expect.soft(last).toContain(squeezed(`${at + 1}. ${source?.title} ${address}`));
  }
});

test('prints a lesson with a diagram: whole, and no question over two pages', async ({ page }) => {
  const paper = await print(page, 'en/modules/indicators/detect-inform-refer/');
  expectWellPrinted(paper, A4);
  await page.emulateMedia({ media: 'print' });
  for (const part of ['.diagram', '.country', '.check']) await expectWhole(page, paper, part);
});

test('prints a module with its card on a page of A5, and the card by itself', async ({ page }) => {
  // The longest and the shortest card: the rest stand between.
  const byLength = content.modules.toSorted(
    (a, b) => a.words.card.join().length - b.words.card.join().length,
  );
  for (const { id, words } of [byLength.at(0), byLength.at(-1)].flatMap((module) => module ?? [])) {
    const module = await print(page, `en/modules/${id}/`);
    const sizes = module.pages.map((_, at) => (at === module.pages.length - 1 ? A5 : A4));
    expectWellPrinted(module, ...sizes);
    expect(pagesWith(module, words.card[0] ?? '')).toEqual([module.pages.length]);
    const card = await print(page, `en/handouts/module-card/${id}/`);
    expectWellPrinted(card, A5);
    expect(card.pages).toHaveLength(1);
    for (const line of [words.title, ...words.card]) expect.soft(pagesWith(card, line), line).toEqual([1]);
  }
});

test('gathers the lessons of a module into one document, each on a page of its own, every note in its place', async ({
  page,
}) => {
  const [module] = [...content.modules].sort((a, b) => a.lessons.length - b.lessons.length);
  if (!module) throw new Error('No module.');
  await page.goto(`en/modules/${module.id}/`);
  await gatherLessons(page);
  const { twice, dangling, named } = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    const links = [...document.querySelectorAll('main a[href^="#"]')].map(
      (link) => link.getAttribute('href') ?? '',
    );
    const named = [
      'aria-labelledby',
      'aria-describedby',
      'aria-controls',
      'for',
      'headers',
      'popovertarget',
    ].flatMap((name) =>
      [...document.querySelectorAll(`main [${name}]`)].map(
        (part) => part.getAttribute(name)?.split(' ') ?? [],
      ),
    );
    return {
      named: {
        several: named.filter((all) => all.length > 1).length,
        lost: named.flat().filter((id) => !ids.includes(id)),
      },
      twice: ids.filter((id, at) => ids.indexOf(id) !== at),
      dangling: links.filter((href) => !ids.includes(href.slice(1))),
    };
  });
  expect({ twice, dangling, lost: named.lost }).toEqual({ twice: [], dangling: [], lost: [] });
  expect(named.several, 'places that name several others').toBeGreaterThan(0);
  const paper = await readPdf(await printPage(page));
  expectWellPrinted(paper, ...paper.pages.map((_, at) => (at === paper.pages.length - 1 ? A5 : A4)));
  const beginnings = module.lessons.map(({ frontmatter }) =>
    pagesWith(paper, frontmatter.title + frontmatter.summary).at(-1),
  );
  expect(beginnings).not.toContain(undefined);
  expect([...new Set(beginnings)].sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(beginnings);
});

test('prints the glossary: every term with its definition', async ({ page }) => {
  const paper = await print(page, 'en/glossary/');
  expectWellPrinted(paper, A4);
  await page.emulateMedia({ media: 'print' });
  await expectWhole(page, paper, '.terms dd');
  for (const { term, definition } of Object.values(content.glossaryWords)) {
    const place = pagesWith(paper, definition);
    expect.soft(place.length, term).toBe(1);
    expect.soft(pagesWith(paper, term), term).toContain(place[0]);
  }
});

test('prints the debrief of a role-play', async ({ page }) => {
  const [entry] = [...content.scenarios].sort((a, b) => a.scenario.expert.length - b.scenario.expert.length);
  if (!entry) throw new Error('No role-play.');
  await play(page, entry.scenario.id, entry.scenario.expert, 'mouse');
  const paper = await readPdf(await printPage(page));
  expectWellPrinted(paper, A4);
  await page.emulateMedia({ media: 'print' });
  await expectWhole(page, paper, '.trail > li > div, .side > .card, .notes > div');
  // On paper a link leads nowhere, so each source that a decision names stands at the end with its address.
  const keys = await page
    .locator('.trail a[href*="/sources/#"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('#')[1] ?? ''));
  expect(keys.length).toBeGreaterThan(5);
  for (const key of new Set(keys)) {
    const { title, url } = content.sources[key] ?? {};
    expect.soft(pagesWith(paper, `${title}${url ? ` (${url})` : ''}`), key).toHaveLength(1);
  }
});

test('prints every pocket card on two sides of A6, with the contacts of the country', async ({ page }) => {
  let marked = 0;
  for (const { id } of content.paths) {
    const paper = await print(page, `en/handouts/pocket-card/${id}/`);
    expectWellPrinted(paper, A6);
    expect(paper.pages).toHaveLength(2);
    const { phone } = content.country.facts['contacts.hotline'] ?? {};
    expect(pagesWith(paper, phone ?? 'no phone')).toEqual([2]);
    await page.emulateMedia({ media: 'print' });
    await expectWhole(page, paper, '.contacts > div');
    // A number that is not confirmed says so beside it, because nobody looks it up again from a pocket.
    const unsure = page.locator('.contacts > div', { hasText: /not confirmed|from one source/ });
    const keys = await unsure.evaluateAll((all) => all.map((one) => one.getAttribute('data-contact') ?? ''));
    const facts = Object.values(content.country.facts).filter(({ confidence }) => confidence !== 'confirmed');
    const printed = await page
      .locator('[data-contact]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-contact') ?? ''));
    expect(keys.sort()).toEqual(
      facts
        .map(({ key }) => key)
        .filter((key) => printed.includes(key))
        .sort(),
    );
    marked += keys.length;
    // Not so small that it takes good light to read: lines of at least 2.6 mm from one to the next.
    const { items = [] } = paper.pages[1] ?? {};
    const lines = [...new Set(items.map((item) => Math.round(item.baseline * 10) / 10))].sort(
      (a, b) => a - b,
    );
    expect(lines.length).toBeLessThan(148 / 2.6);
  }
  // Some card names a contact that is not confirmed: otherwise the mark was looked for nowhere.
  expect(marked).toBeGreaterThan(0);
});

test('prints a tabletop kit: cards whole, every role-play numbered through', async ({ page }) => {
  for (const { scenario } of content.scenarios.slice(0, 2)) {
    const paper = await print(page, `en/handouts/tabletop/${scenario.id}/`);
    expectWellPrinted(paper, A4);
    await page.emulateMedia({ media: 'print' });
    for (const part of ['.decision', '.answer tr', '.token', '.debriefed .letters > li > div', '.whole'])
      await expectWhole(page, paper, part);
    await page.emulateMedia({ media: null });
  }
});

test('every kind of handout is linked from their list', async ({ page }) => {
  for (const heading of ['Pocket cards', 'Module cards', 'Tabletop kits']) {
    await page.goto('en/handouts/');
    const section = page.getByRole('heading', { level: 2, name: heading });
    await section.locator('xpath=following-sibling::ul[1]').getByRole('link').first().click();
    await expect(page.getByRole('button', { name: 'Print' })).toBeVisible();
  }
});

for (const [kind, name] of [
  ['a short name', 'Zoë'],
  ['a long name', 'Wolfeschlegelsteinhausenbergerdorff '.repeat(3).trim()],
  ['a long Chinese name', '慕容欧阳上官司徒'.repeat(15)],
] as const)
  test(`prints a certificate with ${kind} on one sheet, A4 and Letter, across and upright`, async ({
    page,
  }) => {
    await page.goto(`en/certificate/#c=${certificateToken(name)}`);
    await page.getByRole('button', { name: 'Download PDF' }).waitFor();
    for (const format of ['A4', 'Letter'] as const)
      for (const landscape of [true, false]) {
        const where = `${format}, ${landscape ? 'across' : 'upright'}`;
        const paper = await readPdf(
          await page.pdf({ format, landscape, preferCSSPageSize: landscape && format === 'A4' }),
        );
        expect.soft(paper.pages, where).toHaveLength(1);
        expect.soft(squeezed(paper.pages[0]?.text), where).toContain(squeezed(name).slice(0, 20));
        expect.soft(paper.pages[0]?.text, where).toContain('It does not prove who sat at the keyboard');
      }
  });
