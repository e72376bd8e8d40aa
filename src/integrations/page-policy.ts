import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Leaves in each page's Content-Security-Policy only the hashes of what stands in that page. Astro lists every inline
 * script and style of the site in every page, which allows more than is needed and is about 1 % of a lesson's bytes.
 */
export function pagePolicy(): AstroIntegration {
  return {
    name: 'page-policy',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const site = fileURLToPath(dir);
        for (const page of globSync('**/*.html', { cwd: site })) {
          const file = join(site, page);
          const html = readFileSync(file, 'utf8');
          writeFileSync(file, withOwnHashes(html));
        }
      },
    },
  };
}

/** The page, its policy without the hashes of scripts and styles that are not in the page. */
export function withOwnHashes(html: string): string {
  const own = new Set(
    [...html.matchAll(/<(script|style)\b[^>]*>([\s\S]*?)<\/\1>/g)].map(
      ([, , text = '']) => text && `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
    ),
  );
  return html.replace(
    /(<meta http-equiv="content-security-policy" content=")([^"]*)/,
    (_, before: string, policy: string) =>
      before + policy.replaceAll(/ ('sha256-[^']+')/g, (entry, hash: string) => (own.has(hash) ? entry : '')),
  );
}
