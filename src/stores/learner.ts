import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RecordStorage } from '../adapters/storage.ts';
import {
  emptyRecord,
  eraseRecord,
  type LearnerRecord,
  mergeRecords,
  parseRecord,
  reinstate,
} from '../core/progress/index.ts';

/** Why the record is not safe at the moment; learners are told, and nothing is lost while the page is open. */
export type KeepingProblem = 'full-or-blocked' | 'unreadable' | 'newer';

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
  /** Resolves when all changes so far have been kept, or keeping them has failed. */
  settled: () => Promise<void>;
}

export const RECORD_KEY = 'listen-first/record';
/** What could not be read is set aside here, each text as one line of JSON; never overwritten. */
export const SET_ASIDE_KEY = 'listen-first/set-aside';

/**
 * The learner's record in memory, kept through `storage`.
 *
 * Every write first reads what is kept and merges, so that two tabs lose nothing to each other. A failed write leaves
 * the record in memory, sets `problem`, and is tried again at the next change.
 *
 * @param now Milliseconds since 1970.
 */
export function createLearnerStore(storage: RecordStorage, now: () => number): StoreApi<LearnerState> {
  let queue: Promise<void> = Promise.resolve();
  let foundUnreadable = false;
  const store = createStore<LearnerState>()((set, get) => {
    const keep = () => {
      queue = queue.then(async () => {
        try {
          const kept = await readKept();
          if (kept === 'newer') return;
          const record = mergeRecords(kept, get().record);
          await storage.set(RECORD_KEY, JSON.stringify(record));
          // That something was set aside stays true, and said, while the page is open.
          set({ record: mergeRecords(record, get().record), problem: foundUnreadable ? 'unreadable' : null });
        } catch {
          set({ problem: 'full-or-blocked' });
        }
      });
    };
    /** What is kept now; something unreadable is copied aside first. */
    const readKept = async (): Promise<LearnerRecord | 'newer'> => {
      const text = await storage.get(RECORD_KEY);
      if (text === null) return emptyRecord;
      const result = parseRecord(text);
      if (result.ok && result.setAside === 0) return result.record;
      if (!result.ok && result.problem === 'newer') {
        set({ problem: 'newer' });
        return 'newer';
      }
      await setAside(text);
      foundUnreadable = true;
      return result.ok ? result.record : emptyRecord;
    };
    /** Keeps a text beside what was set aside before, one a line. */
    const setAside = async (text: string) => {
      const before = (await storage.get(SET_ASIDE_KEY))?.split('\n') ?? [];
      const line = JSON.stringify(text);
      if (!before.includes(line)) await storage.set(SET_ASIDE_KEY, [...before, line].join('\n'));
    };
    const load = () => {
      queue = queue.then(async () => {
        try {
          const kept = await readKept();
          const record = kept === 'newer' ? get().record : mergeRecords(kept, get().record);
          set({ record, isReady: true });
          if (foundUnreadable && get().problem === null) set({ problem: 'unreadable' });
          // Another tab may have read before this one wrote, and written after: what it missed is written again. Where
          // nothing is kept any more it was cleared on purpose, and stays so.
          const isMissed =
            kept !== 'newer' &&
            kept !== emptyRecord &&
            JSON.stringify(record) !== JSON.stringify(mergeRecords(kept, emptyRecord));
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
        set({ record: change(get().record) });
        keep();
      },
      merge: (other) => {
        // What was erased here does not keep the file out, and what was erased where it comes from takes nothing from here.
        const { record } = get();
        set({
          record: mergeRecords(reinstate(record, other.erasedMs), reinstate(other, record.erasedMs)),
        });
        keep();
      },
      erase: () => {
        const erased = eraseRecord(now());
        set({ record: erased });
        // Written over whatever is kept, and never merged with it: what is dated ahead by a wrong clock, cannot be read
        // or was written by a newer course must go too.
        queue = queue.then(async () => {
          try {
            await storage.delete(SET_ASIDE_KEY);
            foundUnreadable = false;
            await storage.set(RECORD_KEY, JSON.stringify(mergeRecords(erased, get().record)));
            set({ problem: null });
          } catch {
            set({ problem: 'full-or-blocked' });
          }
        });
      },
      settled: () => queue,
    };
  });
  return store;
}
