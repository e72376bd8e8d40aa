import { fetchReleases } from '../adapters/release.ts';
import { type Releases, sittingReleases } from '../core/grading/index.ts';
import { isUntouched } from '../core/path/where.ts';
import type { LearnerRecord } from '../core/progress/index.ts';
import { learner } from '../stores/browser.ts';

/** The record, and the grading content it counts on: undefined when nothing was done, null when it cannot be had. */
export type Show = (record: LearnerRecord, releases: Releases | undefined | null) => void;

/**
 * Calls `show` once the record has been read, and again whenever it changes. Grading content is loaded only for a record
 * with something in it.
 *
 * @param folder Folder of the released contents, with a slash at its end.
 * @param today Hash of today's.
 */
export function followResults(folder: string, today: string, show: Show): void {
  /** What was loaded, by the hashes asked for. */
  let known: { hashes: string; releases: Promise<Releases | undefined> } | undefined;
  const update = async () => {
    const { record, isReady } = learner.getState();
    if (!isReady) return;
    if (isUntouched(record)) return show(record, undefined);
    const hashes = [...new Set([today, ...sittingReleases(record)])].join(' ');
    if (known?.hashes !== hashes) known = { hashes, releases: fetchReleases(folder, hashes.split(' ')) };
    const releases = await known.releases;
    // It changed meanwhile, and this is called again for what it is now.
    if (record === learner.getState().record) show(record, releases ?? null);
  };
  learner.subscribe((state, before) => {
    if (state.record !== before.record || state.isReady !== before.isReady) void update();
  });
  void update();
}
