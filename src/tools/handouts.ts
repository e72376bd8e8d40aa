/**
 * `npm run handouts`: prints the cards, the tabletop kits, each module as one document, and the glossary, with a real
 * browser, into handouts/<country>/<language>/. Builds first when nothing is built; BASE, COUNTRY and DIST as for the build.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { languagesOf } from '../integrations/load-content.ts';
import { gatherLessons } from './gather-lessons.ts';
import { tagsOf } from './html-tags.ts';
import { overSite } from './over-site.ts';
import { readPdf } from './pdf-pages.ts';
import { printPage } from './print-page.ts';
import { runTool } from './run-tool.ts';
import { basePath, siteFolder } from './static-server.ts';

interface Job {
  /** File name without `.pdf`. */
  name: string;
  /** Address inside the language. */
  address: string;
  prepare?: (page: Page) => Promise<void>;
}

/** What is printed of a language. */
interface Edition {
  lang: string;
  /** The country whose contacts stand on the cards. */
  country: string;
}

const site = siteFolder();
if (!existsSync(join(site, 'index.html'))) {
  console.log('Nothing is built yet: building first.');
  const code = await runTool('astro', ['build', '--outDir', site]);
  if (code !== 0) process.exit(code);
}

try {
  // Checked before anything is deleted: a site built for another country must not cost the sheets of an earlier run.
  await printAll(editionsIn(site));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Prints all languages with one browser. */
async function printAll(editions: readonly Edition[]): Promise<void> {
  await overSite(4500, async (browser, url) => {
    const page = await browser.newPage();
    for (const edition of editions) await printLanguage(page, url, edition);
  });
}

/** Prints all handouts of a language and logs their files. */
async function printLanguage(page: Page, url: string, { lang, country }: Edition): Promise<void> {
  const folder = join('handouts', country, lang);
  // Sheets of an earlier course that no longer exist would be mistaken for current ones.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const rows = [];
  for (const { name, address, prepare } of jobs(lang)) {
    await page.goto(`${url}${lang}/${address}`);
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
 * What there is to print.
 *
 * @throws {Error} when the site holds no handouts, or was built for another path or country than is asked for.
 */
function editionsIn(site: string): Edition[] {
  const built = pathOf(site);
  const base = basePath();
  if (built !== base)
    throw new Error(
      `The site in ${site} was built for the path "${built}", and BASE asks for "${base}": run BASE=${built} npm run handouts, or BASE=${base} npm run build first.`,
    );
  const editions = languagesOf(process.cwd())
    .filter((lang) => existsSync(join(site, lang, 'handouts')))
    .map((lang) => ({ lang, country: countryOf(site, lang) }));
  if (editions.length === 0)
    throw new Error(
      `The site in ${site} has no handouts in any language; it may be one of an earlier course: run npm run build first.`,
    );
  const asked = process.env.COUNTRY;
  const other = editions.find(({ country }) => asked && country !== asked);
  if (other)
    throw new Error(
      `The site in ${site} was built for "${other.country}", and COUNTRY asks for "${asked}": run COUNTRY=${asked} npm run build first.`,
    );
  return editions;
}

/** The base path that the site was built for: read from the root index.html, whose link leads to `<base><lang>/`. */
function pathOf(site: string): string {
  const redirect = tagsOf(readFileSync(join(site, 'index.html'), 'utf8')).find(
    ({ attributes }) => attributes.rel === 'canonical',
  );
  return (redirect?.attributes.href ?? '').replace(/[^/]+\/$/, '');
}

/**
 * The country whose contacts stand on the built cards.
 *
 * @throws {Error} when no card names one.
 */
function countryOf(site: string, lang: string): string {
  const [card = ''] = idsIn(lang, 'pocket-card');
  const file = join(site, lang, 'handouts/pocket-card', card, 'index.html');
  const country =
    existsSync(file) &&
    tagsOf(readFileSync(file, 'utf8')).find(({ attributes }) => attributes['data-pack'])?.attributes[
      'data-pack'
    ];
  if (!country)
    throw new Error(
      `${file} names no country; it may be of an earlier course: run npm run build first, then npm run handouts.`,
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
  const folder = join(site, lang, 'handouts', kind);
  return existsSync(folder) ? readdirSync(folder) : [];
}
