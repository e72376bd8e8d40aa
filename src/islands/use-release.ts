import { useCallback } from 'react';
import { fetchReleases } from '../adapters/release.ts';
import { type Releases, sittingReleases } from '../core/grading/index.ts';
import type { LearnerRecord } from '../core/progress/index.ts';
import { useLoaded } from './use-loaded.ts';

/**
 * Today's release and the earlier ones that a record holds sittings of, as `standingOf` takes them. Earlier ones that
 * cannot be had are left out: what was completed on them is then not said, and comes back when they can.
 *
 * @param folder Address of the folder of released contents.
 * @param today Hash of today's.
 * @returns undefined while they load, null when today's cannot be had.
 */
export function useReleases(
  record: LearnerRecord,
  folder: string,
  today: string,
): Releases | null | undefined {
  const earlier = sittingReleases(record).filter((hash) => hash !== today);
  const load = useCallback((hashes: string) => fetchReleases(folder, hashes.split(' ')), [folder]);
  return useLoaded([today, ...earlier].join(' '), load);
}
