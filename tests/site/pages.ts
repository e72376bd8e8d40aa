import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Tag, tagsOf } from '../../src/tools/html-tags.ts';
import { basePath, siteFolder } from '../../src/tools/static-server.ts';

/** A built page, read once for all tests of a file. */
export interface BuiltPage {
  /** Path in the site's folder, with `/` on every system. */
  file: string;
  html: string;
  tags: readonly Tag[];
}

export const root = siteFolder();
export const base = basePath();

/**
 * All pages of the built site.
 *
 * @throws {Error} when nothing is built.
 */
export function builtPages(): BuiltPage[] {
  if (!existsSync(join(root, 'index.html'))) throw new Error('Nothing is built: run "npm run build" first.');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = readFileSync(join(root, file), 'utf8');
      return { file: file.replaceAll('\\', '/'), html, tags: tagsOf(html) };
    });
}

/** Address of a page on the host: `/base/en/`. */
export function addressOf(page: BuiltPage): string {
  return base + page.file.replace(/(^|\/)index\.html$/, '$1');
}
