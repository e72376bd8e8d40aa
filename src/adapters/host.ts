import type { RecordStorage } from './storage.ts';

/**
 * A program around the pages that owns their state: the shell of the edition for a USB stick, later a learning
 * platform. It sets itself before any script of a page runs; on a website there is none.
 */
export interface Host {
  storage: RecordStorage;
  /** The way out: the host leaves with everything it holds. */
  leave(): void;
}

declare global {
  var listenFirstHost: Host | undefined;
}

/** Request to a host's storage; the answer repeats its number. */
export type StorageQuestion =
  | { type: 'get'; id: number; key: string }
  | { type: 'set'; id: number; key: string; value: string }
  | { type: 'delete'; id: number; key: string };

/** What a host says about its storage. `changed` is said when another window wrote the key. */
export type StorageSaying =
  | { type: 'answer'; id: number; value: string | null }
  | { type: 'refused'; id: number }
  | { type: 'changed'; key: string };

type Unnumbered<T> = T extends { id: number } ? Omit<T, 'id'> : never;

/** Time limit for an answer, in milliseconds. After it the request fails, and learners are told instead of waiting. */
const ANSWER_LIMIT_MS = 10_000;

/**
 * A storage that lives in a host and is reached by messages.
 *
 * @param ask Sends a question to the host.
 * @param listen Calls back with what the host says.
 */
export function hostStorage(
  ask: (question: StorageQuestion) => void,
  listen: (heard: (saying: StorageSaying) => void) => void,
): RecordStorage {
  let asked = 0;
  const waiting = new Map<number, { keep: (value: string | null) => void; refuse: (why: Error) => void }>();
  const watched = new Map<string, Set<() => void>>();
  listen((saying) => {
    if (saying.type === 'changed') {
      for (const changed of watched.get(saying.key) ?? []) changed();
      return;
    }
    const one = waiting.get(saying.id);
    waiting.delete(saying.id);
    if (saying.type === 'answer') one?.keep(saying.value);
    else
      one?.refuse(
        new Error(
          'Saving or reading failed: the storage of the program around this page is full or blocked.',
        ),
      );
  });
  const question = (what: Unnumbered<StorageQuestion>): Promise<string | null> =>
    new Promise((keep, refuse) => {
      const id = asked++;
      waiting.set(id, { keep, refuse });
      setTimeout(() => {
        if (waiting.delete(id))
          refuse(
            new Error(
              `The program around this page did not answer within ${ANSWER_LIMIT_MS / 1_000} seconds.`,
            ),
          );
      }, ANSWER_LIMIT_MS);
      ask({ ...what, id } as StorageQuestion);
    });
  return {
    get: (key) => question({ type: 'get', key }),
    set: async (key, value) => {
      await question({ type: 'set', key, value });
    },
    delete: async (key) => {
      await question({ type: 'delete', key });
    },
    // A host has no locks: it keeps the state of one learner in one window.
    exclusive: (work) => work(),
    watch: (key, changed) => {
      const all = watched.get(key) ?? new Set();
      watched.set(key, all.add(changed));
      return () => void all.delete(changed);
    },
  };
}
