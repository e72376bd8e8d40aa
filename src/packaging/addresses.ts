import { existsSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';

/**
 * The base path of a site that is built for packing. The text occurs nowhere else, so every address of the site can be
 * found by searching for it in HTML, properties of islands, scripts and styles.
 */
export const PACKING_BASE = '/__listen-first__/';

const ADDRESS = new RegExp(`${PACKING_BASE}([\\w./-]*)`, 'g');

/**
 * Makes every address of the site in a text relative.
 *
 * @param file File that the text stands in, within the site: `en/modules/x/index.html`.
 * @param resolve Says what a path of the site is called from now on; default `fileIn(site)`.
 */
export function relativeAddresses(text: string, file: string, resolve: (path: string) => string): string {
  return text.replaceAll(ADDRESS, (_, path: string) => relative(dirOf(file), resolve(path)));
}

/**
 * The file that an address of the site means, for links that a browser follows by itself.
 *
 * @throws {Error} when the site has no such file.
 */
export function fileIn(site: string, path: string): string {
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  if (!statSync(join(site, file), { throwIfNoEntry: false })?.isFile())
    throw new Error(`${PACKING_BASE}${path}: the built site has no such file, so the link is broken.`);
  return file;
}

/**
 * The same for addresses that scripts use, which may name a folder and go on from there.
 *
 * @throws {Error} when the site has no such file or folder.
 */
export function placeIn(site: string, path: string): string {
  const place = join(site, path);
  if (!existsSync(place) || statSync(place).isDirectory() !== (path === '' || path.endsWith('/')))
    throw new Error(`${PACKING_BASE}${path}: the built site has no such file or folder.`);
  return path;
}

/** Begins with `./`, so that a colon in the first part is not read as a URL scheme. */
function relative(from: string, to: string): string {
  const way = posix.relative(`/${from}`, `/${to}`);
  const ending = (to === '' || to.endsWith('/')) && way !== '' ? '/' : '';
  return `${way.startsWith('..') ? '' : './'}${way}${ending}`;
}

function dirOf(file: string): string {
  const folder = posix.dirname(file);
  return folder === '.' ? '' : folder;
}
