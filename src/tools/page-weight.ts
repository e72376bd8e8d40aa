import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { fileOf, withImports } from '../integrations/script-imports.ts';
import { tagsOf } from './html-tags.ts';

/** Bytes after gzip of what one page loads. A file counts once, in the earliest group that asks for it. */
export interface PageWeight {
  html: number;
  css: number;
  /** Scripts of the first view: scripts in the page, module scripts and what they import, islands that load at once. */
  jsAtOnce: number;
  /** Islands that load when they come near the viewport, and what they import. */
  jsLater: number;
  /** What scripts fetch when something is asked for: `import()`. */
  jsOnDemand: number;
  /** Pictures of the first view, the icon among them. */
  images: number;
  /** Fonts that the page asks for by itself. Not gzipped: a font is compressed already. */
  font: number;
  /** All of the first view but the font. Scripts in the page are part of the HTML and counted there once. */
  firstView: number;
}

/**
 * Weighs a page of a built site by reading the files, without a browser.
 *
 * @param root The site's folder. `base`: path under which it was built, slash at both ends.
 * @param page Path of the HTML file in that folder.
 * @throws {Error} when the page names a file that is not there.
 */
export function weighPage(root: string, base: string, page: string): PageWeight {
  const html = readFileSync(join(root, page), 'utf8');
  const styles = new Set<string>();
  const scripts = new Set<string>();
  const later = new Set<string>();
  const images = new Set<string>();
  const fonts = new Set<string>();
  let inline = '';
  const local = (url: string) => (url.startsWith('data:') ? [] : [fileOf(url, base, page)]);
  const addTo = (set: Set<string>, url: string | undefined) => {
    if (url !== undefined && url !== '') for (const file of local(url)) set.add(file);
  };

  for (const { name, attributes: has, text } of tagsOf(html)) {
    const rels = (has.rel ?? '').split(/\s+/);
    if (name === 'link' && rels.includes('stylesheet')) addTo(styles, has.href);
    else if (name === 'link' && (rels.includes('modulepreload') || has.as === 'script'))
      addTo(scripts, has.href);
    else if (name === 'link' && has.as === 'font') addTo(fonts, has.href);
    else if (name === 'link' && rels.includes('icon')) addTo(images, has.href);
    else if (name === 'script' && has.src !== undefined) addTo(scripts, has.src);
    else if (name === 'script' && !(has.type ?? '').includes('json')) inline += text;
    else if (name === 'img' && has.loading !== 'lazy') addTo(images, has.src);
    else if (name === 'astro-island') {
      const set = has.client === 'visible' ? later : scripts;
      for (const url of [has['component-url'], has['renderer-url'], has['before-hydration-url']])
        addTo(set, url);
    }
  }
  const atOnce = withImports(root, base, scripts, 'static');
  const nearby = withImports(root, base, later, 'static');
  const onDemand = withImports(root, base, [...atOnce, ...nearby], 'all');
  const files = (from: Iterable<string>, ...not: ReadonlySet<string>[]) =>
    [...new Set(from)]
      .filter((file) => !not.some((set) => set.has(file)))
      .reduce((sum, file) => sum + gzipped(read(root, file)), 0);

  const weight = {
    html: gzipped(html),
    css: files(styles),
    jsAtOnce: files(atOnce) + (inline === '' ? 0 : gzipped(inline)),
    jsLater: files(nearby, atOnce),
    jsOnDemand: files(onDemand, atOnce, nearby),
    images: files(images),
    font: [...fonts].reduce((sum, file) => sum + read(root, file).length, 0),
  };
  return { ...weight, firstView: weight.html + weight.css + files(atOnce) + weight.images };
}

function read(root: string, file: string): Buffer {
  return readFileSync(join(root, file));
}

function gzipped(content: string | Buffer): number {
  return gzipSync(content).length;
}
