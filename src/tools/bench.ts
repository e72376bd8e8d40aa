/**
 * `npm run bench [-- --no-build]`: builds, then prints what the course weighs and how fast it is. BASE and DIST as for
 * the build. Bytes are after gzip, except the font, which is compressed already.
 */
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { benchAnalysis } from './bench-scenarios.ts';
import { type PageWeight, weighPage } from './page-weight.ts';
import { runTool } from './run-tool.ts';
import { basePath, siteFolder } from './static-server.ts';

interface Measure {
  name: string;
  value: string | number;
}

/** Page kinds, each with the address pattern of its pages under the language's root. */
const KINDS: Readonly<Record<string, string>> = {
  home: 'index.html',
  module: 'modules/*/index.html',
  lesson: 'modules/*/*/index.html',
  'role-play': 'role-plays/*/index.html',
  assessment: 'assessment/*/index.html',
  certificate: 'certificate/index.html',
  verify: 'verify/index.html',
  search: 'search/index.html',
};
const COLUMNS = {
  html: 'HTML',
  css: 'CSS',
  jsAtOnce: 'JS at once',
  jsLater: 'JS later',
  jsOnDemand: 'JS on demand',
  images: 'images',
  font: 'font',
  firstView: 'first view',
} as const satisfies Record<keyof PageWeight, string>;

const root = siteFolder();
/** Absent when nothing was built. */
let buildMs: number | undefined;
if (!process.argv.includes('--no-build')) {
  const start = performance.now();
  if ((await runTool('astro', ['build', '--outDir', root, '--silent'])) !== 0) process.exit(1);
  buildMs = performance.now() - start;
  const pages = globSync('**/*.html', { cwd: root }).length;
  print('Build', [{ name: `${pages} pages, seconds`, value: (buildMs / 1000).toFixed(1) }]);
}
if (!existsSync(join(root, 'index.html'))) {
  console.error('Nothing is built: run without --no-build.');
  process.exit(1);
}
printWeights();
await printModule('Role-plays', './bench-scenarios.ts', 'benchScenarios');
print('Analysis of the role-plays, once in a build', benchAnalysis(buildMs));
await printModule('A large record', './bench-record.ts', 'benchRecord');
await printModule('Search', './bench-search.ts', 'benchSearch');
await printModule('Search in a browser', './bench-first-result.ts', 'benchFirstResult');
await printModule('What is carried', './bench-carried.ts', 'benchCarried');
await printModule('Certificate', './bench-certificate.ts', 'benchCertificate');
await printModule('PDF in a browser', './bench-pdf.ts', 'benchPdf');

/** Prints the heaviest page of each kind. */
function printWeights(): void {
  console.log('\nHeaviest page of each kind, bytes after gzip (first view: all but the font)');
  console.log(
    ['', ...Object.values(COLUMNS)]
      .map((cell, at) => (at === 0 ? cell.padEnd(12) : cell.padStart(13)))
      .join(''),
  );
  for (const [kind, pattern] of Object.entries(KINDS)) {
    const pages = globSync(`en/${pattern}`, { cwd: root }).map((page) => ({
      page: page.replaceAll('\\', '/'),
      weight: weighPage(root, basePath(), page.replaceAll('\\', '/')),
    }));
    const heaviest = pages.sort((a, b) => b.weight.firstView - a.weight.firstView)[0];
    if (!heaviest) {
      console.log(`${kind.padEnd(12)}  (no such page)`);
      continue;
    }
    const cells = (Object.keys(COLUMNS) as (keyof PageWeight)[]).map((column) =>
      heaviest.weight[column].toLocaleString('en').padStart(13),
    );
    console.log(
      `${kind.padEnd(12)}${cells.join('')}  ${pages.length > 1 ? `of ${pages.length}: ` : ''}${heaviest.page}`,
    );
  }
}

/** Prints the figures of another bench module, or a note when that file is missing. */
async function printModule(title: string, file: string, name: string): Promise<void> {
  if (!existsSync(join(import.meta.dirname, file))) {
    console.log(`\n${title}: left out, ${file.slice(2)} is not there.`);
    return;
  }
  const loaded = (await import(file)) as Record<string, (() => Measure[] | Promise<Measure[]>) | undefined>;
  const bench = loaded[name];
  if (!bench) throw new Error(`${file} has no ${name}().`);
  print(title, await bench());
}

function print(title: string, measures: readonly Measure[]): void {
  console.log(`\n${title}`);
  const width = Math.max(0, ...measures.map(({ name }) => name.length));
  for (const { name, value } of measures)
    console.log(`  ${name.padEnd(width)}  ${typeof value === 'number' ? value.toLocaleString('en') : value}`);
}
