/** Makes the course installable and complete without a network: the worker with its file list, its page script, manifests. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { buildSync } from 'esbuild';
import { parse } from 'yaml';
import { editionOf } from '../core/edition/index.ts';
import { languagesOf } from './load-content.ts';

/** What a first visit may cost the learner's connection, fonts not counted. */
const BUDGET_BYTES = 3_000_000;
/** As in src/sw/file-list.ts, which checks with it. */
const HASH_DIGITS = 16;
/** Read by hosts and never served, so that asking for them would fail the install. */
const NOT_SERVED = /^(\.|_headers$|_redirects$)/;

/** Stands last among the integrations: what is written after it is not stored. */
export function offline(): AstroIntegration {
  return {
    name: 'offline',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const { files, bytes, gzipBytes, version } = writeOffline(fileURLToPath(dir), process.cwd());
        const mb = (n: number) => (n / 1e6).toFixed(2);
        logger.info(
          `version ${version}: ${files} files, ${mb(bytes)} MB on the device, ${mb(gzipBytes)} MB to load (gzip, without fonts)`,
        );
      },
    },
  };
}

export interface OfflineReport {
  version: string;
  files: number;
  /** As the browser keeps them. */
  bytes: number;
  /** As a host that compresses sends them; without fonts. */
  gzipBytes: number;
}

/**
 * Writes `sw.js`, `offline.js` and `<lang>/app.webmanifest` into a built site. Done again, it replaces them.
 *
 * @param site Folder of the built site. `project`: folder with src/ and content/.
 * @throws {Error} `offline/budget` that lists the largest files, when there is more to load than the budget.
 */
export function writeOffline(site: string, project: string, budgetBytes = BUDGET_BYTES): OfflineReport {
  const words: Record<string, Record<string, string>> = {};
  for (const lang of languagesOf(project)) {
    const ui = parse(readFileSync(join(project, `content/ui/${lang}.yaml`), 'utf8')) as Record<
      string,
      string
    >;
    words[lang] = Object.fromEntries(Object.entries(ui).filter(([key]) => key.startsWith('offline.')));
    writeFileSync(join(site, lang, 'app.webmanifest'), manifest(ui, lang));
  }
  // All but the script that is to say it, which weighs a few thousandths of it.
  rmSync(join(site, 'offline.js'), { force: true });
  const measured = measureFiles(site);
  const { gzipBytes, fontBytes } = listMeasured(measured, budgetBytes);
  bundle(project, 'src/page-scripts/offline.ts', join(site, 'offline.js'), 'esm', {
    OFFLINE_BYTES: gzipBytes + fontBytes,
    OFFLINE_WORDS: words,
    __EDITION__: editionOf(process.env),
  });
  const all = [...measured, measureFile(site, 'offline.js')];
  const { list, fontBytes: _, ...report } = listMeasured(all, budgetBytes);
  bundle(project, 'src/sw/sw.ts', join(site, 'sw.js'), 'iife', { FILE_LIST: list });
  return { ...report, version: list.version, bytes: list.bytes };
}

/**
 * Every file of a built site but the worker itself; none is left out for its size.
 *
 * @throws {Error} `offline/budget`, as `writeOffline`.
 */
export function listFiles(site: string, budgetBytes: number) {
  return listMeasured(measureFiles(site), budgetBytes);
}

type MeasuredFile = ReturnType<typeof measureFile>;

function measureFiles(site: string): MeasuredFile[] {
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => path !== join(site, 'sw.js') && !NOT_SERVED.test(basename(path)))
    .map((path) => measureFile(site, path.slice(join(site, '/').length).replaceAll('\\', '/')));
}

/** @param file Its path in the site, with `/` between the parts. */
function measureFile(site: string, file: string) {
  const content = readFileSync(join(site, file));
  const isFont = /\.(woff2?|ttf|otf)$/.test(file);
  return {
    address: file.replace(/(^|\/)index\.html$/, '$1'),
    hash: createHash('sha256').update(content).digest('hex').slice(0, HASH_DIGITS),
    bytes: content.length,
    gzipBytes: isFont ? 0 : gzipSync(content).length,
    fontBytes: isFont ? content.length : 0,
  };
}

function listMeasured(measured: readonly MeasuredFile[], budgetBytes: number) {
  // By code unit, not by locale: the same files are the same version on every machine.
  const found = measured.toSorted((a, b) => (a.address < b.address ? -1 : 1));
  const sum = (of: 'bytes' | 'gzipBytes' | 'fontBytes') => found.reduce((total, file) => total + file[of], 0);
  const gzipBytes = sum('gzipBytes');
  if (gzipBytes > budgetBytes) throw new Error(overBudget(found, gzipBytes, budgetBytes));
  const files = found.map(({ address, hash }) => [address, hash] as const);
  const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 8);
  return {
    list: { version, bytes: sum('bytes'), files },
    files: files.length,
    gzipBytes,
    fontBytes: sum('fontBytes'),
  };
}

function overBudget(
  found: readonly { address: string; gzipBytes: number }[],
  total: number,
  budget: number,
): string {
  const largest = [...found].sort((a, b) => b.gzipBytes - a.gzipBytes).slice(0, 10);
  return [
    `The course weighs ${total} bytes after gzip and without fonts; ${budget} is the most a first visit may load.`,
    '  The largest files are:',
    ...largest.map(({ address, gzipBytes }) => `  ${String(gzipBytes).padStart(9)}  ${address}`),
    '  Make them smaller. Nothing is left out in silence: what is not stored does not work without a network.',
    '  [offline/budget]',
  ].join('\n');
}

/** Addresses in a manifest start from its own place, so it needs no base path. */
function manifest(ui: Readonly<Record<string, string>>, lang: string): string {
  const icon = (src: string, sizes: string, type: string, purpose: string) => ({
    src: `../${src}`,
    sizes,
    type,
    purpose,
  });
  return JSON.stringify({
    name: ui['site.name'],
    short_name: ui['site.name'],
    description: ui['home.lead'],
    lang,
    start_url: './',
    scope: '../',
    display: 'standalone',
    background_color: '#fbfaf6',
    theme_color: '#0b5a60',
    icons: [
      icon('icon.svg', 'any', 'image/svg+xml', 'any'),
      icon('icon-192.png', '192x192', 'image/png', 'any'),
      icon('icon-512.png', '512x512', 'image/png', 'any'),
      icon('icon-maskable-512.png', '512x512', 'image/png', 'maskable'),
    ],
  });
}

/** One file without imports: a worker may have none in Firefox, and a page script none that weighs on others. */
function bundle(
  project: string,
  entry: string,
  outfile: string,
  format: 'esm' | 'iife',
  values: Readonly<Record<string, unknown>>,
): void {
  buildSync({
    absWorkingDir: project,
    entryPoints: [entry],
    outfile,
    format,
    bundle: true,
    minify: true,
    target: ['chrome100', 'firefox100', 'safari15.4'],
    define: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)])),
    logLevel: 'warning',
  });
}
