import { kept } from '../core/edition/index.ts';
import { mergeRecords, parseRecord } from '../core/progress/index.ts';

/** Names under which the course kept things before each edition had names of its own. */
const OLD_RECORD = 'listen-first/record';
const OLD_SET_ASIDE = 'listen-first/set-aside';
/** Of the offline copies of that time, with the base path they were of. Later ones have another name (`sw/sw.ts`). */
const OLD_COPY = /^listen-first (\/\S*) \w+$/;

/** The parts of `Storage` that are used. */
export type Area = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Takes over the record that an earlier version of this edition kept under a name that all editions of a host shared.
 *
 * The record does not name its edition, but offline copies of that time name their base path: the record is left alone
 * when other base paths have a copy and this one has none. It is deleted under its old name once no other edition may
 * still take it (decision 0017).
 *
 * @param edition Name of this edition.
 * @param cacheNames Names of all caches of this host; none where the browser has no caches.
 * @returns Whether there was something to take over.
 * @throws {DOMException} where the storage is blocked or full; everything is then as it was, and can be tried again.
 */
export function takeOver(area: Area, edition: string, cacheNames: readonly string[]): boolean {
  const record = area.getItem(OLD_RECORD);
  const setAside = area.getItem(OLD_SET_ASIDE);
  if (record === null && setAside === null) return false;
  const taken = (of: string) => kept('taken-over', of);
  if (area.getItem(taken(edition)) !== null) return false;
  const bases = new Set(cacheNames.flatMap((name) => OLD_COPY.exec(name)?.[1] ?? []));
  const wasHere = bases.delete(edition);
  if (!wasHere && bases.size > 0) return false;

  const lines = setAside?.split('\n') ?? [];
  if (record !== null) {
    const joined = join(area.getItem(kept('record', edition)), record);
    if (joined === undefined) lines.push(JSON.stringify(record));
    else area.setItem(kept('record', edition), joined);
  }
  if (lines.length > 0) {
    const before = area.getItem(kept('set-aside', edition))?.split('\n') ?? [];
    area.setItem(kept('set-aside', edition), [...new Set([...before, ...lines])].join('\n'));
  }
  if ([...bases].some((other) => area.getItem(taken(other)) === null)) area.setItem(taken(edition), '1');
  else {
    area.removeItem(OLD_RECORD);
    area.removeItem(OLD_SET_ASIDE);
    for (const of of bases) area.removeItem(taken(of));
  }
  return true;
}

/** The two records as one text; undefined when the old one cannot be joined to the own one and has to be set aside. */
function join(own: string | null, old: string): string | undefined {
  if (own === null || own === old) return old;
  const [ours, theirs] = [parseRecord(own, Date.now()), parseRecord(old, Date.now())];
  if (!ours.ok || !theirs.ok || ours.setAside + theirs.setAside > 0) return undefined;
  return JSON.stringify(mergeRecords(ours.record, theirs.record));
}
