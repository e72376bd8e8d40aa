/**
 * Several editions of the course may stand on one host: other countries, languages or versions under other base paths.
 * Browsers keep one storage for all of a host, so whatever an edition keeps there is named for it (decision 0017).
 */

/** Put in by the build: the base path, or `stick-<country>` for the edition for a USB stick. */
declare const __EDITION__: string;

/** Name of this edition: a path with a slash at both ends, such as `/training/`. In tests and tools `/`. */
export const edition: string = typeof __EDITION__ === 'string' ? __EDITION__ : '/';

/**
 * Name under which this edition keeps something in the browser's storage; also of its channel between pages.
 *
 * @param name `record`, `leaving` …, without `@`.
 * @returns `listen-first/record@/training/`.
 */
export const kept = (name: string, of = edition): string => `listen-first/${name}@${of}`;

/**
 * The name of the edition that a build makes.
 *
 * @param env `EDITION` as given, else `BASE` as Astro reads it.
 */
export function editionOf(env: { EDITION?: string | undefined; BASE?: string | undefined }): string {
  const path = (env.BASE ?? '').split('/').filter(Boolean).join('/');
  return env.EDITION ?? (path === '' ? '/' : `/${path}/`);
}
