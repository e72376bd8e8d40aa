import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { fileOf, withImports } from './script-imports.ts';

const SHEET = /<link rel="stylesheet" href="[^"]+">/g;
const MODULE = /<script type="module" src="([^"]+)">/g;
const ISLAND = /<astro-island [^>]*?client="(\w+)"/g;

/**
 * Names in each page's head what its first view needs, so that the browser asks for all of it at once: style sheets,
 * which would shift the page if they came with the drawing they belong to, and the scripts that its scripts import.
 *
 * Stands after `island-scripts` and before what reads finished pages (`offline`).
 */
export function headLinks(): AstroIntegration {
  let base = '/';
  return {
    name: 'head-links',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': ({ dir }) => {
        const site = fileURLToPath(dir);
        for (const page of globSync('**/*.html', { cwd: site })) {
          const file = join(site, page);
          const path = page.replaceAll('\\', '/');
          const importedBy = (scripts: readonly string[]) =>
            [
              ...withImports(
                site,
                base,
                scripts.map((url) => fileOf(url, base, path)),
                'static',
              ),
            ].map((imported) => base + imported);
          writeFileSync(file, withHeadLinks(readFileSync(file, 'utf8'), importedBy));
        }
      },
    },
  };
}

/**
 * The page with all its style sheets in the head, and there a `modulepreload` for every script that its first view needs
 * and that its HTML does not name before: imports of its module scripts, and islands that start at once.
 *
 * @param importedBy Addresses of the scripts given and of all that they import at once.
 */
export function withHeadLinks(html: string, importedBy: (scripts: readonly string[]) => string[]): string {
  const end = html.indexOf('</head>');
  if (end < 0) return html;
  const sheets = new Set(html.match(SHEET));
  const named = [...html.matchAll(MODULE)].map(([, url = '']) => url);
  const scripts = importedBy([...named, ...islandsAtOnce(html)]).filter((url) => !named.includes(url));
  const links = [...sheets, ...scripts.map((url) => `<link rel="modulepreload" href="${url}">`)];
  // At the end of the head, and so after the policy, which holds from where it stands.
  return html.slice(0, end).replaceAll(SHEET, '') + links.join('') + html.slice(end).replaceAll(SHEET, '');
}

/** Scripts of the islands that do not wait until they are in view. */
function islandsAtOnce(html: string): string[] {
  return [...html.matchAll(ISLAND)].flatMap(([tag, client]) =>
    client === 'visible'
      ? []
      : [...tag.matchAll(/(?:component|renderer)-url="([^"]+)"/g)].map(([, url = '']) => url),
  );
}
