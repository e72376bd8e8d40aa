import { releaseHash } from '../core/certificate/index.ts';
import type { GradingContent, Release, Releases } from '../core/grading/index.ts';

/**
 * Fetches released grading content from this site.
 *
 * @param hash Hash it was released under, which is the file's name; a file whose content has another is as good as missing.
 * @returns The content with its hash; undefined when there is none under this address, or it cannot be reached now.
 */
export async function fetchRelease(
  address: string,
  hash = /([0-9a-f]{12})\.json$/.exec(address)?.[1],
): Promise<Release | undefined> {
  try {
    const response = await fetch(address);
    if (!response.ok) return undefined;
    const json = await response.text();
    if (hash === undefined || releaseHash(json) !== hash) return undefined;
    return { ...(JSON.parse(json) as GradingContent), hash };
  } catch {
    return undefined;
  }
}

/**
 * Several releases at once, as `standingOf` takes them. Earlier ones that cannot be had are left out.
 *
 * @param folder Address of the folder of released contents, with a slash at its end.
 * @param hashes Today's first, then earlier ones.
 * @returns undefined when today's cannot be had.
 */
export async function fetchReleases(
  folder: string,
  hashes: readonly string[],
): Promise<Releases | undefined> {
  const [today, ...earlier] = await Promise.all(
    hashes.map((hash) => fetchRelease(`${folder}${hash}.json`, hash)),
  );
  return today && { today, earlier: earlier.filter((one) => one !== undefined) };
}
