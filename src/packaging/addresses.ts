import { existsSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';

/**
 * The path under which the site is built to be packed. It stands nowhere else, so that every address of the site can be
 * found in whatever it is written in: HTML, properties of islands, scripts, styles.
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
    throw new Error(`${PACKING_BASE}${path} is no file of the site, so a link to it would lead nowhere.`);
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
    throw new Error(`${PACKING_BASE}${path} is neither a file nor a folder of the site.`);
  return path;
}

/** `./` in front, so that no first part can be read as anything but a name. */
function relative(from: string, to: string): string {
  const way = posix.relative(`/${from}`, `/${to}`);
  const ending = (to === '' || to.endsWith('/')) && way !== '' ? '/' : '';
  return `${way.startsWith('..') ? '' : './'}${way}${ending}`;
}

function dirOf(file: string): string {
  const folder = posix.dirname(file);
  return folder === '.' ? '' : folder;
}
