import { describe, expect, test, vi } from 'vitest';
import { memoryStorage, type RecordStorage } from '../adapters/storage.ts';
import { emptyRecord, finishLesson, type LearnerRecord, saveSitting } from '../core/progress/index.ts';
import { createLearnerStore, isKept, RECORD_KEY, SET_ASIDE_KEY } from './learner.ts';

const now = () => 1_000;
const done =
  (lesson: string, atMs = 10) =>
  (record: LearnerRecord) =>
    finishLesson(record, lesson, atMs);
const written = (record: LearnerRecord): [string, string][] => [[RECORD_KEY, JSON.stringify(record)]];

async function open(storage: RecordStorage) {
  const store = createLearnerStore(storage, now);
  await store.getState().settled();
  return store;
}

/** Storage that several tabs share and that tells the others of changes. */
function sharedStorage() {
  const watchers: (() => void)[] = [];
  const storage = memoryStorage();
  const tab = (): RecordStorage => {
    let own: () => void = () => {};
    return {
      ...storage,
      set: async (key, value) => {
        await storage.set(key, value);
        for (const changed of watchers) if (changed !== own) changed();
      },
      watch: (_, changed) => {
        own = changed;
        watchers.push(changed);
        return () => {};
      },
    };
  };
  return { storage, tab };
}

describe('keeping', () => {
  test('reads what was kept and says when it is ready', async () => {
    const store = createLearnerStore(memoryStorage(written(done('one/two')(emptyRecord))), now);
    expect(store.getState()).toMatchObject({ isReady: false, record: emptyRecord });
    await store.getState().settled();
    expect(store.getState()).toMatchObject({
      isReady: true,
      problem: null,
      record: { lessons: { 'one/two': 10 } },
    });
  });

  test('keeps a change made before the kept record was read, and loses neither', async () => {
    const storage = memoryStorage(written(done('one/two')(emptyRecord)));
    const store = createLearnerStore(storage, now);
    store.getState().change(done('one/three'));
    await store.getState().settled();
    expect(Object.keys(store.getState().record.lessons)).toEqual(['one/three', 'one/two']);
    expect(await storage.get(RECORD_KEY)).toBe(JSON.stringify(store.getState().record));
  });

  test('parses and merges nothing while storage holds what this tab wrote last', async () => {
    const store = await open(memoryStorage(written(done('one/two')(emptyRecord))));
    const parse = vi.spyOn(JSON, 'parse');
    store.getState().change(done('one/three'));
    const changed = store.getState().record;
    await store.getState().settled();
    expect(parse).not.toHaveBeenCalled();
    // The same object: nothing that shows the record is drawn a second time.
    expect(store.getState().record).toBe(changed);
    parse.mockRestore();
  });

  test('merges what another tab wrote since, and again writes without parsing afterwards', async () => {
    const storage = memoryStorage();
    const store = await open(storage);
    store.getState().change(done('one/two'));
    await store.getState().settled();
    await storage.set(RECORD_KEY, JSON.stringify(done('one/three')(emptyRecord)));
    store.getState().change(done('one/four'));
    await store.getState().settled();
    const parse = vi.spyOn(JSON, 'parse');
    store.getState().change(done('one/five'));
    await store.getState().settled();
    expect(parse).not.toHaveBeenCalled();
    parse.mockRestore();
    const kept = JSON.parse((await storage.get(RECORD_KEY)) ?? '') as LearnerRecord;
    expect(Object.keys(kept.lessons).sort()).toEqual(['one/five', 'one/four', 'one/three', 'one/two']);
  });

  test('writes no list longer than a record may hold', async () => {
    const answer = (atMs: number) => ({ question: 'one/q', response: 1, sure: 1 as const, atMs });
    const full = { ...emptyRecord, answers: Array.from({ length: 20_000 }, (_, i) => answer(i)) };
    const storage = memoryStorage(written(full));
    const store = await open(storage);
    store.getState().change((record) => ({ ...record, answers: [...record.answers, answer(20_001)] }));
    await store.getState().settled();
    expect(JSON.parse((await storage.get(RECORD_KEY)) ?? '').answers).toHaveLength(20_000);
  });

  test('loses no change that is made while an earlier one is being written', async () => {
    const storage = memoryStorage();
    let proceed: () => void = () => {};
    const slow: RecordStorage = {
      ...storage,
      set: async (key, value) => {
        await new Promise<void>((resolve) => {
          proceed = resolve;
        });
        await storage.set(key, value);
      },
    };
    const store = await open(slow);
    store.getState().change(done('one/two'));
    await vi.waitFor(() => expect(proceed.name).not.toBe('proceed'));
    store.getState().change(done('one/three'));
    proceed();
    await vi.waitFor(async () => expect(await storage.get(RECORD_KEY)).not.toBeNull());
    expect(Object.keys(store.getState().record.lessons)).toEqual(['one/three', 'one/two']);
    proceed();
    await vi.waitFor(async () => expect(await storage.get(RECORD_KEY)).toContain('one/three'));
  });

  test('keeps an answer that was changed in an open assessment', async () => {
    const store = await open(memoryStorage());
    for (const response of [3, 1]) {
      store.getState().change((record) =>
        saveSitting(record, {
          path: 'police',
          seed: 1,
          release: '0123456789ab',
          responses: { 'one/q': { response } },
          startedMs: 5,
        }),
      );
      await store.getState().settled();
    }
    expect(store.getState().record.attempts[0]?.responses['one/q']?.response).toBe(1);
  });
});

describe('two tabs', () => {
  test('lose nothing to each other, and each shows what the other did', async () => {
    const { tab } = sharedStorage();
    const [one, two] = [await open(tab()), await open(tab())];
    one.getState().change(done('one/two'));
    two.getState().change(done('one/three'));
    await vi.waitFor(() => {
      for (const store of [one, two])
        expect(Object.keys(store.getState().record.lessons)).toEqual(['one/three', 'one/two']);
    });
  });

  test('lose nothing even when neither hears of the other', async () => {
    const storage = memoryStorage();
    const [one, two] = [await open(storage), await open(storage)];
    one.getState().change(done('one/two'));
    two.getState().change(done('one/three'));
    await Promise.all([one.getState().settled(), two.getState().settled()]);
    one.getState().change(done('one/four'));
    await one.getState().settled();
    const kept = JSON.parse((await storage.get(RECORD_KEY)) ?? '');
    expect(Object.keys(kept.lessons).sort()).toEqual(['one/four', 'one/three', 'one/two']);
  });

  test('are both empty after one erased', async () => {
    const { storage, tab } = sharedStorage();
    const [one, two] = [await open(tab()), await open(tab())];
    two.getState().change(done('one/two'));
    await two.getState().settled();
    one.getState().erase();
    await vi.waitFor(() => expect(two.getState().record).toEqual({ ...emptyRecord, erasedMs: 1_000 }));
    expect(JSON.parse((await storage.get(RECORD_KEY)) ?? '')).toEqual({ ...emptyRecord, erasedMs: 1_000 });
    two.getState().change(done('one/three', 2_000));
    await vi.waitFor(() => expect(one.getState().record.lessons).toEqual({ 'one/three': 2_000 }));
  });
});

test('what another tab cleared away is not written back by itself', async () => {
  const { storage, tab } = sharedStorage();
  const [one, other] = [await open(tab()), tab()];
  one.getState().change(done('one/two'));
  await one.getState().settled();
  await storage.delete(RECORD_KEY);
  await other.set('listen-first/other', '');
  await one.getState().settled();
  expect(await storage.get(RECORD_KEY)).toBeNull();
});

describe('trouble', () => {
  test('full storage is told, keeps everything in memory and is tried again', async () => {
    const storage = memoryStorage();
    let isFull = true;
    const store = await open({
      ...storage,
      set: async (key, value) => {
        if (isFull) throw new DOMException('full', 'QuotaExceededError');
        await storage.set(key, value);
      },
    });
    store.getState().change(done('one/two'));
    await store.getState().settled();
    expect(store.getState()).toMatchObject({
      problem: 'full-or-blocked',
      record: { lessons: { 'one/two': 10 } },
    });
    isFull = false;
    store.getState().change(done('one/three'));
    await store.getState().settled();
    expect(store.getState().problem).toBeNull();
    expect(await storage.get(RECORD_KEY)).toContain('one/two');
  });

  test('blocked storage is told and the page works on', async () => {
    const refuse = () => Promise.reject(new DOMException('blocked', 'SecurityError'));
    const store = await open({
      get: refuse,
      set: refuse,
      delete: refuse,
      exclusive: (work) => work(),
      watch: () => () => {},
    });
    expect(store.getState()).toMatchObject({ isReady: true, problem: 'full-or-blocked' });
    store.getState().change(done('one/two'));
    await store.getState().settled();
    expect(store.getState().record.lessons).toEqual({ 'one/two': 10 });
  });

  test('what cannot be read is told, set aside before anything is written, and never overwritten', async () => {
    const storage = memoryStorage([[RECORD_KEY, '{"version":1,"les']]);
    const store = await open(storage);
    expect(store.getState()).toMatchObject({ isReady: true, problem: 'unreadable', record: emptyRecord });
    store.getState().change(done('one/two'));
    await store.getState().settled();
    expect(store.getState().problem).toBe('unreadable');
    expect(await storage.get(RECORD_KEY)).toContain('one/two');
    await storage.set(RECORD_KEY, 'other damage');
    const later = await open(storage);
    later.getState().change(done('one/three'));
    await later.getState().settled();
    const lines = (await storage.get(SET_ASIDE_KEY))?.split('\n').map((line) => JSON.parse(line));
    expect(lines).toEqual(['{"version":1,"les', 'other damage']);
  });

  test('an entry that cannot be read is told, and its record set aside whole', async () => {
    const text = JSON.stringify({
      ...emptyRecord,
      lessons: { 'one/two': 10 },
      runs: [{ scenario: 'last-car' }],
    });
    const storage = memoryStorage([[RECORD_KEY, text]]);
    const store = await open(storage);
    expect(store.getState()).toMatchObject({ problem: 'unreadable', record: { lessons: { 'one/two': 10 } } });
    expect(JSON.parse((await storage.get(SET_ASIDE_KEY)) ?? '')).toBe(text);
  });

  test('what cannot be set aside is not overwritten, and what can be read of it is there', async () => {
    const damage = JSON.stringify({ ...emptyRecord, lessons: { 'one/three': 10 }, runs: [{}] });
    const storage = memoryStorage([[RECORD_KEY, damage]]);
    const store = await open({
      ...storage,
      set: async (key, value) => {
        if (key === SET_ASIDE_KEY) throw new DOMException('full', 'QuotaExceededError');
        await storage.set(key, value);
      },
    });
    store.getState().change(done('one/two'));
    await store.getState().settled();
    expect(store.getState().problem).toBe('full-or-blocked');
    expect(Object.keys(store.getState().record.lessons)).toEqual(['one/three', 'one/two']);
    expect(await storage.get(RECORD_KEY)).toBe(damage);
  });

  test('what a newer course wrote is told and not overwritten', async () => {
    const text = JSON.stringify({ version: 2, lessons: {} });
    const storage = memoryStorage([[RECORD_KEY, text]]);
    const store = await open(storage);
    store.getState().change(done('one/two'));
    await store.getState().settled();
    expect(store.getState()).toMatchObject({ problem: 'newer', record: { lessons: { 'one/two': 10 } } });
    expect(await storage.get(RECORD_KEY)).toBe(text);
    expect(await storage.get(SET_ASIDE_KEY)).toBeNull();
  });
});

describe('erasing', () => {
  test.each([
    [
      'what is dated ahead by a wrong clock',
      JSON.stringify({ ...emptyRecord, lessons: { 'one/two': 999_999 } }),
      999_999,
    ],
    ['what cannot be read, with its copy', 'one/two damage', 1_000],
    ['what a newer course wrote', JSON.stringify({ version: 2, lessons: { 'one/two': 10 } }), 1_000],
  ])('empties %s', async (_, text, erasedMs) => {
    const storage = memoryStorage([[RECORD_KEY, text]]);
    const store = await open(storage);
    store.getState().erase();
    await store.getState().settled();
    expect(store.getState()).toMatchObject({ problem: null, record: { ...emptyRecord, erasedMs } });
    expect(await storage.get(RECORD_KEY)).not.toContain('one/two');
    expect(await storage.get(SET_ASIDE_KEY)).toBeNull();
  });

  test('leaves what is done afterwards', async () => {
    const store = await open(memoryStorage(written(done('one/two')(emptyRecord))));
    store.getState().erase();
    store.getState().change(done('one/three', 2_000));
    await store.getState().settled();
    expect(store.getState().record).toEqual({
      ...emptyRecord,
      lessons: { 'one/three': 2_000 },
      erasedMs: 1_000,
    });
  });
});

describe('an erasure under a clock that is wrong', () => {
  const AHEAD = 999_999;

  test('empties what is dated ahead in the other tab too', async () => {
    const { storage, tab } = sharedStorage();
    await storage.set(RECORD_KEY, JSON.stringify(done('one/two', AHEAD)(emptyRecord)));
    const [one, two] = [await open(tab()), await open(tab())];
    one.getState().erase();
    await vi.waitFor(() => expect(two.getState().record).toEqual({ ...emptyRecord, erasedMs: AHEAD }));
    await Promise.all([one.getState().settled(), two.getState().settled()]);
    expect(JSON.parse((await storage.get(RECORD_KEY)) ?? '')).toEqual({ ...emptyRecord, erasedMs: AHEAD });
  });

  test.each([
    ['made here', (store: Awaited<ReturnType<typeof open>>) => store.getState().erase()],
    [
      'from a file',
      (store: Awaited<ReturnType<typeof open>>) =>
        store.getState().merge({ ...emptyRecord, erasedMs: 8.64e15 }),
    ],
  ])('and %s takes nothing of what is done afterwards; the next erasure does', async (_, erase) => {
    const { storage, tab } = sharedStorage();
    await storage.set(RECORD_KEY, JSON.stringify(done('one/two', AHEAD)(emptyRecord)));
    const [store, other] = [await open(tab()), await open(tab())];
    erase(store);
    await store.getState().settled();
    for (const lesson of ['one/three', 'one/four']) {
      store.getState().change(done(lesson, 2_000));
      await store.getState().settled();
    }
    const again = await open(storage);
    expect(again.getState().problem).toBeNull();
    expect(Object.keys(again.getState().record.lessons)).toEqual(
      expect.arrayContaining(['one/four', 'one/three']),
    );
    store.getState().erase();
    await vi.waitFor(() => expect(other.getState().record.lessons).toEqual({}));
    await Promise.all([store.getState().settled(), other.getState().settled()]);
    expect((await open(storage)).getState().record.lessons).toEqual({});
  });
});

describe('a file added after erasing', () => {
  /** A record was kept and taken along as a file, then erased; two tabs are open. The clock goes on by itself. */
  async function eraseAndAdd() {
    const file = done('one/three', 20)(done('one/two')(emptyRecord));
    const storage = memoryStorage(written(file));
    let clockMs = 1_000;
    const tick = () => clockMs++;
    const [one, old] = [createLearnerStore(storage, tick), createLearnerStore(storage, tick)];
    await Promise.all([one.getState().settled(), old.getState().settled()]);
    old.getState().change(done('one/four', 30));
    await old.getState().settled();
    one.getState().erase();
    await one.getState().settled();
    one.getState().merge(file);
    await one.getState().settled();
    return { file, storage, one, old };
  }

  test('is back, and kept', async () => {
    const { file, storage, one } = await eraseAndAdd();
    expect(one.getState().record.lessons).toEqual(file.lessons);
    expect((await open(storage)).getState().record.lessons).toEqual(file.lessons);
  });

  test('stays, and nothing else comes back, when a tab writes that did not hear of the erasure', async () => {
    const { file, storage, old } = await eraseAndAdd();
    expect(Object.keys(old.getState().record.lessons)).toContain('one/four');
    old.getState().change(done('one/five', 2_000));
    await old.getState().settled();
    expect((await open(storage)).getState().record.lessons).toEqual({ ...file.lessons, 'one/five': 2_000 });
  });

  test('goes with the next erasure', async () => {
    const { storage, one, old } = await eraseAndAdd();
    one.getState().erase();
    await one.getState().settled();
    old.getState().change(done('one/five', 2_000));
    await old.getState().settled();
    expect((await open(storage)).getState().record.lessons).toEqual({ 'one/five': 2_000 });
  });
});

test('a file from a computer where the record was erased takes nothing from this one', async () => {
  const storage = memoryStorage(written(done('one/two', 20)(emptyRecord)));
  const store = await open(storage);
  store.getState().merge({ ...done('one/three', 500)(emptyRecord), erasedMs: 400 });
  await store.getState().settled();
  expect((await open(storage)).getState().record.lessons).toEqual({ 'one/two': 20, 'one/three': 500 });
});

test('merging a file joins it and keeps it', async () => {
  const storage = memoryStorage(written(done('one/two')(emptyRecord)));
  const store = await open(storage);
  store.getState().merge(done('one/three')(emptyRecord));
  await store.getState().settled();
  expect(await storage.get(RECORD_KEY)).toContain('one/three');
});

test('what is done now is kept when something old could not be read, and not when nothing can be written', () => {
  expect([null, 'unreadable', 'full-or-blocked', 'newer'].map((problem) => isKept(problem as never))).toEqual(
    [true, true, false, false],
  );
});

describe('tabs that write at the same time', () => {
  /** Storage that takes a moment for everything, as another process does, with or without locks. */
  function slowStorage(hasLocks: boolean) {
    const memory = memoryStorage();
    const moment = () => new Promise<void>((resolve) => setTimeout(resolve, 3));
    let last: Promise<unknown> = Promise.resolve();
    const storage: RecordStorage = {
      ...memory,
      get: async (key) => {
        await moment();
        return memory.get(key);
      },
      set: async (key, value) => {
        await moment();
        await memory.set(key, value);
      },
      exclusive: (work) => {
        if (!hasLocks) return work();
        const done = last.then(work);
        last = done.catch(() => {});
        return done;
      },
    };
    return { memory, storage };
  }

  test.each([
    ['with locks', true],
    ['without locks', false],
  ])('lose nothing to one another, though no tab hears of the others: %s', async (_, hasLocks) => {
    const { memory, storage } = slowStorage(hasLocks);
    const tabs = Array.from({ length: hasLocks ? 12 : 2 }, () => createLearnerStore(storage, now));
    await Promise.all(tabs.map((tab) => tab.getState().settled()));
    tabs.forEach((tab, i) => {
      setTimeout(() => tab.getState().change(done(`one/l${i}`)), 3 * i);
    });
    await new Promise((resolve) => setTimeout(resolve, 3 * tabs.length + 5));
    await Promise.all(tabs.map((tab) => tab.getState().settled()));
    const kept = JSON.parse((await memory.get(RECORD_KEY)) ?? '') as LearnerRecord;
    expect(Object.keys(kept.lessons)).toHaveLength(tabs.length);
  });

  test('read, merge and write while no other tab does, and so do they erase', async () => {
    const memory = memoryStorage();
    let isHeld = false;
    const outside: string[] = [];
    const note = (what: string) => {
      if (!isHeld) outside.push(what);
    };
    const storage: RecordStorage = {
      ...memory,
      set: (key, value) => {
        note('set');
        return memory.set(key, value);
      },
      delete: (key) => {
        note('delete');
        return memory.delete(key);
      },
      exclusive: async (work) => {
        isHeld = true;
        try {
          return await work();
        } finally {
          isHeld = false;
        }
      },
    };
    const store = await open(storage);
    store.getState().change(done('one/two'));
    store.getState().erase();
    await store.getState().settled();
    expect(outside).toEqual([]);
  });

  test('keep at once what waits, when the page is closed', async () => {
    const memory = memoryStorage();
    const store = await open({ ...memory, exclusive: () => new Promise(() => {}) });
    store.getState().change(done('one/two'));
    expect(await memory.get(RECORD_KEY)).toBeNull();
    store.getState().flush();
    await vi.waitFor(async () => expect(await memory.get(RECORD_KEY)).toContain('one/two'));
  });
});
