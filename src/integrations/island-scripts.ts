import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Astro's element for an island. layout.css uses the same name. */
const STYLE = /<style>astro-island,astro-slot(,[\w-]+)*\{display:contents\}<\/style>/;
/** Scripts without attributes. */
const INLINE = /<script>([\s\S]*?)<\/script>/g;

/**
 * Makes one file of the scripts that Astro writes into each page with islands: they are the same on
 * all pages, and would be loaded and stored with each. Must stand before integrations that read finished pages.
 */
export function islandScripts(): AstroIntegration {
  let base = '/';
  return {
    name: 'island-scripts',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': ({ dir }) => {
        const site = fileURLToPath(dir);
        mkdirSync(join(site, 'assets'), { recursive: true });
        for (const page of globSync('**/*.html', { cwd: site })) {
          const file = join(site, page);
          const { html, script } = withoutIslandScripts(readFileSync(file, 'utf8'), base);
          if (!script) continue;
          writeFileSync(join(site, script.path), script.text);
          writeFileSync(file, html);
        }
      },
    },
  };
}

/**
 * The page with Astro's own scripts taken out of it and a file in place of the first.
 *
 * @param base Path under which the site is served, slash at both ends.
 * @returns The page, and the file where there were any; `path` in the site.
 * @throws {Error} when a page has islands and no such script: Astro writes them in another way now.
 */
export function withoutIslandScripts(
  html: string,
  base: string,
): { html: string; script?: { path: string; text: string } } {
  const texts = [...html.matchAll(INLINE)]
    .map(([, text = '']) => text)
    .filter((text) => text.includes('self.Astro') || text.includes('customElements.define("astro-island"'));
  if (texts.length === 0) {
    if (html.includes('<astro-island'))
      throw new Error(
        'Astro no longer writes its island scripts into the page: adapt island-scripts.ts to the new form.',
      );
    return { html };
  }
  const text = [...new Set(texts)].join(';\n');
  const path = `assets/islands.${createHash('sha256').update(text).digest('hex').slice(0, 8)}.js`;
  let isFirst = true;
  const rest = html.replace(STYLE, '').replaceAll(INLINE, (whole, inside: string) => {
    if (!texts.includes(inside)) return whole;
    const file = isFirst ? `<script async src="${base}${path}"></script>` : '';
    isFirst = false;
    return file;
  });
  return { html: rest, script: { path, text } };
}
