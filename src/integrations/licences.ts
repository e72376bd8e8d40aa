/**
 * Writes the licence notices of everything that the course brings to a reader's device: libraries in scripts and workers,
 * typefaces, data files. What is listed is what the bundlers put into the files, not what package.json names.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';
import { type Notice, noticeOf, packageOf } from './package-notice.ts';

/** Where the notices stand in the built site. */
export const LICENCES_FILE = 'licences/libraries.txt';
/** Scripts that esbuild bundles apart from the pages' own: the offline copy's and those of the edition for a stick. */
const OWN_BUNDLES = [
  'src/page-scripts/offline.ts',
  'src/sw/sw.ts',
  'src/packaging/page/page.ts',
  'src/packaging/shell/shell.ts',
];

/** What Vite's plugins tell of a finished bundle; the part that is read here. */
interface BundledFile {
  type: string;
  moduleIds?: readonly string[];
  originalFileNames?: readonly string[];
}

/** Stands before `offline()`, which lists every file of the site. */
export function licences(): AstroIntegration {
  const bundled = new Set<string>();
  const collector = () => ({
    name: 'collect-bundled-files',
    generateBundle(this: { environment: { name: string } }, _: unknown, bundle: Record<string, BundledFile>) {
      // Code of the prerendering build stays on the machine that builds; files that it emits are shipped.
      const isShipped = this.environment.name === 'client';
      for (const file of Object.values(bundle))
        for (const id of bundledInto(file, isShipped)) bundled.add(id);
    },
  });
  return {
    name: 'licences',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [collector()], worker: { plugins: () => [collector()] } } });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const project = process.cwd();
        const files = [...bundled, ...(await filesOfOwnBundles(project))];
        const count = writeLicences(fileURLToPath(dir), project, files);
        logger.info(`${LICENCES_FILE}: notices of ${count} packages`);
      },
    },
  };
}

/** @returns Paths of the files that went into one built file. */
function bundledInto(file: BundledFile, isScriptShipped: boolean): readonly string[] {
  if (file.type === 'asset') return file.originalFileNames ?? [];
  return isScriptShipped ? (file.moduleIds ?? []) : [];
}

async function filesOfOwnBundles(project: string): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: project,
    entryPoints: OWN_BUNDLES,
    outdir: '.cache/own-bundles',
    bundle: true,
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  return Object.keys(metafile.inputs);
}

/**
 * Writes `licences/libraries.txt` into a built site: one notice for each package of which a file was bundled.
 *
 * @param site Folder of the built site. `project`: folder to which relative paths among `files` belong.
 * @param files Paths of bundled files, as bundlers report them; those outside `node_modules` are passed over.
 * @returns How many packages are listed.
 * @throws {Error} `licences/missing` that lists every package without a licence.
 */
export function writeLicences(site: string, project: string, files: readonly string[]): number {
  // Astro writes its script for islands into the pages themselves, where no bundler reports it.
  const inlined = join(project, 'node_modules/astro/package.json');
  const folders = new Set(
    [inlined, ...files].flatMap((file) => packageOf(withoutQuery(file), project) ?? []),
  );
  const found = [...folders].map((folder) => noticeOf(folder));
  const missing = found.flatMap((notice) => ('problem' in notice ? [notice.problem] : []));
  if (missing.length > 0)
    throw new Error(
      [
        'The built site contains packages whose licence is not known, so it may not be passed on:',
        ...missing.map((problem) => `  ${problem}`),
        '  Use another package, or ask its maintainers to publish it with a licence file.',
        '  [licences/missing]',
      ].join('\n'),
    );
  const notices = found
    .filter((notice): notice is Notice => 'text' in notice)
    .sort((a, b) => (a.title < b.title ? -1 : 1));
  mkdirSync(dirname(join(site, LICENCES_FILE)), { recursive: true });
  writeFileSync(join(site, LICENCES_FILE), asText(notices));
  return notices.length;
}

function asText(notices: readonly Notice[]): string {
  const rule = '-'.repeat(80);
  const parts = notices.map(({ title, licence, source, text }) =>
    [rule, `${title} (${licence})`, ...(source ? [source] : []), '', text.trim(), ''].join('\n'),
  );
  const opening = 'This course contains work of others, under the licences below.\n';
  // The byte order mark: hosts and files on a stick name no encoding for text, and browsers then guess a local one.
  return `\uFEFF${[opening, ...parts].join('\n')}`;
}

/** Bundlers mark modules of their own with a NUL character and add queries such as `?url` to paths. */
function withoutQuery(id: string): string {
  return id.replaceAll('\0', '').split(/[?#]/, 1)[0] ?? '';
}
