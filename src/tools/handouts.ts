/**
 * `npm run handouts`: prints the cards, the tabletop kits, each module as one document, and the glossary, with a real
 * browser, into handouts/<country>/<language>/. Builds first when nothing is built; BASE, COUNTRY and DIST as for the build.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { languagesOf } from '../integrations/load-content.ts';
import { getChromium, launchArgs } from './browser.ts';
import { gatherLessons } from './gather-lessons.ts';
import { readPdf } from './pdf-pages.ts';
import { printPage } from './print-page.ts';
import { runTool } from './run-tool.ts';
import { basePath, siteFolder, startStaticServer } from './static-server.ts';

interface Job {
  /** File name without `.pdf`. */
  name: string;
  /** Address inside the language. */
  address: string;
  prepare?: (page: Page) => Promise<void>;
}

const site = siteFolder();
if (!existsSync(join(site, 'index.html'))) {
  console.log('Nothing is built yet: building first.');
  const code = await runTool('astro', ['build', '--outDir', site]);
  if (code !== 0) process.exit(code);
}

const server = await startStaticServer({ root: site, base: basePath(), port: 4500, tries: 100 });
const browser = await chromium.launch({ executablePath: getChromium().path, args: [...launchArgs] });
try {
  const page = await browser.newPage();
  for (const lang of languagesOf(process.cwd()).filter((lang) => existsSync(join(site, lang, 'handouts'))))
    await printLanguage(page, lang);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await browser.close();
  await server.close();
}

/** Prints all handouts of a language and says what came out. */
async function printLanguage(page: Page, lang: string): Promise<void> {
  const country = await builtFor(page, lang);
  const folder = join('handouts', country, lang);
  // What an earlier course had and this one has not would be taken for a sheet of today.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const rows = [];
  for (const { name, address, prepare } of jobs(lang)) {
    await page.goto(`${server.url}${lang}/${address}`);
    await prepare?.(page);
    const bytes = await printPage(page);
    const file = join(folder, `${name}.pdf`);
    writeFileSync(file, bytes);
    const { pages } = await readPdf(bytes);
    const [first] = pages;
    rows.push({
      file,
      pages: pages.length,
      'first page': `${first?.width} × ${first?.height} mm`,
      KB: Math.round(bytes.length / 1024),
    });
  }
  console.table(rows);
}

/**
 * The country whose contacts stand on the built cards.
 *
 * @throws {Error} when another one was asked for.
 */
async function builtFor(page: Page, lang: string): Promise<string> {
  const [card = ''] = idsIn(lang, 'pocket-card');
  await page.goto(`${server.url}${lang}/handouts/pocket-card/${card}/`);
  const country = (await page.locator('[data-pack]').getAttribute('data-pack')) ?? '';
  const asked = process.env.COUNTRY;
  if (asked && asked !== country)
    throw new Error(
      `The site in ${site} was built for "${country}", and COUNTRY asks for "${asked}": run COUNTRY=${asked} npm run build first.`,
    );
  return country;
}

function jobs(lang: string): Job[] {
  const modules = idsIn(lang, 'module-card');
  const handouts = (kind: string, ids: readonly string[]): Job[] =>
    ids.map((id) => ({ name: `${kind}-${id}`, address: `handouts/${kind}/${id}/` }));
  return [
    ...handouts('pocket-card', idsIn(lang, 'pocket-card')),
    ...handouts('module-card', modules),
    ...handouts('tabletop', idsIn(lang, 'tabletop')),
    ...modules.map((id) => ({ name: `module-${id}`, address: `modules/${id}/`, prepare: gatherLessons })),
    { name: 'glossary', address: 'glossary/' },
  ];
}

function idsIn(lang: string, kind: string): string[] {
  return readdirSync(join(site, lang, 'handouts', kind));
}
