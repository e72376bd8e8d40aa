import { useCallback } from 'react';
import { fetchRelease } from '../adapters/release.ts';
import { type Release, type Releases, sittingReleases } from '../core/grading/index.ts';
import type { LearnerRecord } from '../core/progress/index.ts';
import { useLoaded } from './use-loaded.ts';

/**
 * Today's release and the earlier ones that a record holds sittings of, as `standingOf` takes them. Earlier ones that
 * cannot be had are left out: what was completed on them is then not said, and comes back when they can.
 *
 * @param releases Address of the folder of released contents.
 * @param today Hash of today's.
 * @returns undefined while they load, null when today's cannot be had.
 */
export function useReleases(
  record: LearnerRecord,
  releases: string,
  today: string,
): Releases | null | undefined {
  const current = useLoaded(`${releases}${today}.json`, fetchRelease);
  const hashes = sittingReleases(record).filter((hash) => hash !== today);
  const load = useCallback(
    async (wanted: string) => {
      const all = await Promise.all(
        wanted.split(' ').map((hash) => fetchRelease(`${releases}${hash}.json`, hash)),
      );
      return all.filter((content) => content !== undefined);
    },
    [releases],
  );
  const loaded = useLoaded(hashes.length > 0 ? hashes.join(' ') : undefined, load);
  const earlier = hashes.length > 0 ? (loaded === null ? none : loaded) : none;
  if (current === null) return null;
  return current && earlier && { today: current, earlier };
}

const none: readonly Release[] = [];
