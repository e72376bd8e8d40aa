import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RecordStorage } from '../adapters/storage.ts';
import { kept } from '../core/edition/index.ts';
import {
  emptyRecord,
  eraseRecord,
  erasureMoment,
  fitsRecord,
  type LearnerRecord,
  mergeRecords,
  parseRecord,
  reinstate,
  stampErasure,
} from '../core/progress/index.ts';

/** Why the record is not safe at the moment; learners are told, and nothing is lost while the page is open. */
export type KeepingProblem = 'full-or-blocked' | 'unreadable' | 'newer';

/** Whether what is done now is kept all the same: what could not be read was set aside. */
export function isKept(problem: KeepingProblem | null): boolean {
  return problem === null || problem === 'unreadable';
}

export interface LearnerState {
  record: LearnerRecord;
  /** Whether what was kept has been read; until then the record is empty. */
  isReady: boolean;
  problem: KeepingProblem | null;
  /** Applies a pure change of the record and keeps it. */
  change: (change: (record: LearnerRecord) => LearnerRecord) => void;
  /** Joins a record from a file into this one; what the file holds comes back even if it was erased here. */
  merge: (other: LearnerRecord) => void;
  /** Erases everything done until now, here and in every tab. */
  erase: () => void;
  /** Keeps at once, without waiting for other tabs, what has not been kept yet: for a page that is being left. */
  flush: () => void;
  /** Resolves when all changes so far have been kept, or keeping them has failed. */
  settled: () => Promise<void>;
}

/** What storage holds. */
interface Kept {
  record: LearnerRecord;
  /** The whole text, where all of it could be read. */
  text?: string;
  /** The whole text, where some of it could not be read: set aside before any write. */
  unreadable?: string;
}

export const RECORD_KEY = kept('record');
/** How often one change is written when other tabs write over it, which only happens where a storage has no locks. */
const MOST_WRITES = 3;
/** What could not be read is set aside here, each text as one line of JSON; never overwritten. */
export const SET_ASIDE_KEY = kept('set-aside');

/**
 * The learner's record in memory, kept through `storage`.
 *
 * Every write first reads what is kept and merges, while no other tab does the same, so that two tabs lose nothing to
 * each other. Where a storage has no locks another tab may write in between; it is then read once more and what was lost
 * is written again. While storage holds what this tab read or wrote last, there is nothing to merge and nothing is parsed. A failed write leaves the record in memory, sets `problem`, and is tried again at the next change.
 *
 * @param now Milliseconds since 1970.
 */
export function createLearnerStore(storage: RecordStorage, now: () => number): StoreApi<LearnerState> {
  let queue: Promise<void> = Promise.resolve();
  let foundUnreadable = false;
  const store = createStore<LearnerState>()((set, get) => {
    /** The text that this tab read or wrote last, if all of it could be read. The record in memory holds what it says. */
    let known: string | undefined;
    /** Writes that were asked for and have not ended. */
    let waiting = 0;
    /** Does some reading and writing after all that was asked for before, and while no other tab does. */
    const inTurn = (work: () => Promise<void>) => {
      waiting++;
      queue = queue
        .then(() => storage.exclusive(work))
        .catch(() => set({ problem: 'full-or-blocked' }))
        .then(() => {
          waiting--;
        });
    };
    /** Reads what is kept, merges and writes. */
    const write = async () => {
      for (let round = 0; round < MOST_WRITES; round++) {
        const kept = await readKept();
        if (kept === 'newer') return;
        if (kept !== 'known') await setAside(kept.unreadable);
        const before = get().record;
        const isAsKept = kept === 'known' && fitsRecord(before);
        const record = isAsKept ? before : mergeRecords(kept === 'known' ? emptyRecord : kept.record, before);
        const text = JSON.stringify(record);
        await storage.set(RECORD_KEY, text);
        known = text;
        const after = get().record;
        set({
          // What was done while it was written comes on top of it.
          record: isAsKept ? after : after === before ? record : mergeRecords(record, after),
          // That something was set aside stays true, and said, while the page is open.
          problem: foundUnreadable ? 'unreadable' : null,
        });
        if ((await storage.get(RECORD_KEY)) === text) return;
      }
    };
    const keep = () => inTurn(write);
    /** What can be read of what is kept now; `known` when it is the text that this tab read or wrote last. */
    const readKept = async (): Promise<Kept | 'newer' | 'known'> => {
      const text = await storage.get(RECORD_KEY);
      if (text !== null && text === known) return 'known';
      known = undefined;
      if (text === null) return { record: emptyRecord };
      const result = parseRecord(text, now());
      if (result.ok && result.setAside === 0) return { record: result.record, text };
      if (!result.ok && result.problem === 'newer') {
        set({ problem: 'newer' });
        return 'newer';
      }
      return { record: result.ok ? result.record : emptyRecord, unreadable: text };
    };
    /** Keeps a text, if there is one, beside what was set aside before, one a line. */
    const setAside = async (text: string | undefined) => {
      if (text === undefined) return;
      const before = (await storage.get(SET_ASIDE_KEY))?.split('\n') ?? [];
      const line = JSON.stringify(text);
      if (!before.includes(line)) await storage.set(SET_ASIDE_KEY, [...before, line].join('\n'));
      foundUnreadable = true;
    };
    const load = () => {
      queue = queue.then(async () => {
        try {
          const kept = await readKept();
          if (kept === 'newer' || kept === 'known') {
            set({ isReady: true });
            return;
          }
          const before = get().record;
          const record = mergeRecords(kept.record, before);
          known = kept.text;
          // Shown before anything is set aside: where there is no room for that, what could be read is there all the same.
          set({ record, isReady: true });
          await setAside(kept.unreadable);
          if (foundUnreadable && get().problem === null) set({ problem: 'unreadable' });
          // Another tab may have read before this one wrote, and written after: what it missed is written again. Where
          // nothing is kept any more it was cleared on purpose, and stays so.
          const isMissed =
            kept.record !== emptyRecord &&
            before !== emptyRecord &&
            JSON.stringify(record) !== JSON.stringify(mergeRecords(kept.record, emptyRecord));
          if (isMissed) keep();
        } catch {
          set({ isReady: true, problem: 'full-or-blocked' });
        }
      });
    };
    load();
    storage.watch(RECORD_KEY, load);
    return {
      record: emptyRecord,
      isReady: false,
      problem: null,
      change: (change) => {
        const { record } = get();
        // What is done after an erasure counts as brought back, should the erasure be dated ahead by a wrong clock.
        set({ record: stampErasure(change(record), record.erasedMs ?? -1) });
        keep();
      },
      merge: (other) => {
        // What was erased here does not keep the file out, and what was erased where it comes from takes nothing from here.
        const { record } = get();
        set({ record: mergeRecords(record, reinstate(other, record.erasedMs)) });
        keep();
      },
      erase: () => {
        const { record } = get();
        const erased = eraseRecord(erasureMoment(record, now()));
        set({ record: erased });
        known = undefined;
        // Written over whatever is kept, and never merged with it: what is dated ahead by a wrong clock, cannot be read
        // or was written by a newer course must go too.
        inTurn(async () => {
          await storage.delete(SET_ASIDE_KEY);
          foundUnreadable = false;
          await storage.set(RECORD_KEY, JSON.stringify(mergeRecords(erased, get().record)));
          known = undefined;
          set({ problem: null });
        });
      },
      flush: () => {
        if (waiting > 0) void write().catch(() => set({ problem: 'full-or-blocked' }));
      },
      settled: () => queue,
    };
  });
  return store;
}
