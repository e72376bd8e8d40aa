import { useCallback } from 'react';
import { fetchRelease } from '../adapters/release.ts';
import { type GradingContent, sittingReleases } from '../core/grading/index.ts';
import type { LearnerRecord } from '../core/progress/index.ts';
import { useLoaded } from './use-loaded.ts';

/**
 * Grading content with its hash: undefined while it loads, null when it cannot be had.
 *
 * @param releases Address of the folder of released contents. `hash`: undefined when none is wanted.
 */
export function useRelease(releases: string, hash: string | undefined): GradingContent | null | undefined {
  return useLoaded(hash && `${releases}${hash}.json`, fetchRelease);
}

/**
 * The earlier releases that a record holds sittings of, the latest first: a path that was completed on one of them stays
 * complete there. Those that cannot be had are left out; undefined while they load.
 *
 * @param releases As for `useRelease`. `today`: hash of today's.
 */
export function useEarlierReleases(
  record: LearnerRecord,
  releases: string,
  today: string,
): readonly GradingContent[] | undefined {
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
  return hashes.length > 0 ? (loaded === null ? [] : loaded) : none;
}

const none: readonly GradingContent[] = [];
