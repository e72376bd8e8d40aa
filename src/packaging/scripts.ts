import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { PACKING_BASE } from './addresses.ts';

/** Language level that browsers since about 2022 support. */
const TARGET = ['chrome100', 'firefox100', 'safari15.4'];

/**
 * Bundles all scripts of the pages into one classic script. Each module runs when it is first asked for, once per page,
 * and all share what they import, as they did on the website.
 *
 * @param project Folder with `src/`. `site`: folder of the site, built under `PACKING_BASE`.
 * @param modules Paths in the site. `inline`: Astro's scripts, in the order in which pages have them. `edition`: its name.
 * @throws {Error} when Astro's island script no longer imports as expected, or an address would lead nowhere.
 */
export async function packScripts(
  project: string,
  site: string,
  modules: readonly string[],
  inline: readonly string[],
  outfile: string,
  edition: string,
): Promise<void> {
  const islands = inline.map((text) => text.replaceAll(/\bimport\(/g, 'ListenFirst.load('));
  if (islands.join() === inline.join())
    throw new Error(
      'No inline script of Astro contains import(: its runtime for islands has changed. Look how <astro-island> loads its component now, and change packScripts in src/packaging/scripts.ts.',
    );
  const entry = [
    `import { startPage } from ${JSON.stringify(join(project, 'src/packaging/page/page.ts'))};`,
    'startPage({',
    ...modules.map((path) => `  ${JSON.stringify(path)}: () => import(${JSON.stringify(join(site, path))}),`),
    '}, () => {',
    ...islands,
    '});',
  ].join('\n');
  await build({
    stdin: { contents: entry, resolveDir: project, loader: 'ts' },
    outfile,
    bundle: true,
    minify: true,
    format: 'iife',
    target: TARGET,
    define: { 'import.meta.url': 'document.baseURI', __EDITION__: JSON.stringify(edition) },
    // offline.js is not packed: only a website has it. Its address is computed at run time.
    logOverride: { 'unsupported-dynamic-import': 'silent', 'duplicate-object-key': 'silent' },
    logLevel: 'warning',
    plugins: [siteScripts(site)],
  });
}

/** Bundles the shell's script. */
export async function packShell(
  project: string,
  outfile: string,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  await build({
    absWorkingDir: project,
    entryPoints: ['src/packaging/shell/shell.ts'],
    outfile,
    bundle: true,
    minify: true,
    format: 'iife',
    target: TARGET,
    define: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)])),
    logLevel: 'warning',
  });
}

/** The site's built modules, with their addresses made to start from the course's folder. */
function siteScripts(site: string): Plugin {
  const written = new RegExp(`(["'\`])${PACKING_BASE}`, 'g');
  return {
    name: 'site-scripts',
    setup({ onLoad }) {
      onLoad({ filter: /\.js$/ }, ({ path }) => {
        if (!path.startsWith(join(site, '/'))) return undefined;
        const contents = readFileSync(path, 'utf8')
          // Vite's list of files to preload; nothing can be preloaded from a file: address.
          .replaceAll(/__vite__mapDeps\(\[[\d,]*\]\)/g, '[]')
          .replaceAll(written, 'ListenFirst.root+$1');
        if (contents.includes(PACKING_BASE))
          throw new Error(
            `${path}: contains an address of the site that is not at the start of a string literal, so it cannot be made relative.`,
          );
        return { contents, loader: 'js' };
      });
    },
  };
}
