import { afterEach, expect, test, vi } from 'vitest';
import { emptyRecord, finishLesson, readRecord } from '../core/progress/index.ts';
import { type createLearnerStore, RECORD_KEY } from '../stores/learner.ts';

type RecordStorage = Parameters<typeof createLearnerStore>[0];

function memoryStorage(entries: [string, string][] = []): RecordStorage {
  const map = new Map(entries);
  return {
    get: async (key) => map.get(key) ?? null,
    set: async (key, value) => void map.set(key, value),
    delete: async (key) => void map.delete(key),
    exclusive: (work) => work(),
    watch: () => () => {},
  };
}

/** A page with this fragment, in a tab that keeps its notes. */
function page(hash: string): Map<string, string> {
  const notes = new Map<string, string>();
  vi.stubGlobal('document', {});
  vi.stubGlobal('location', { hash, pathname: '/', search: '' });
  vi.stubGlobal('history', { replaceState: () => vi.stubGlobal('location', { hash: '' }) });
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => notes.get(key) ?? null,
    setItem: (key: string, value: string) => notes.set(key, value),
    removeItem: (key: string) => notes.delete(key),
  });
  return notes;
}

/** Notes what the address says and runs the script that keeps it, with a record that is kept so. */
async function visit(storage: RecordStorage): Promise<void> {
  vi.resetModules();
  vi.stubGlobal('listenFirstHost', { storage });
  const { noteFinished } = await import('./finished.ts');
  noteFinished();
  await import('./keep-finished.ts');
  const { learner } = await import('../stores/browser.ts');
  await learner.getState().settled();
  await Promise.resolve();
}

afterEach(() => vi.unstubAllGlobals());

test('notes only what a record can read back', async () => {
  const long = 'a'.repeat(80);
  for (const lesson of ['one/two', `${long}/${long}`, '1/1', '-a/b', `${long}a/b`, 'one', 'One/two']) {
    page(`#finished=${lesson}`);
    const { noteFinished, pendingFinished } = await import('./finished.ts');
    noteFinished();
    const read = readRecord(finishLesson(emptyRecord, lesson, 1), 1);
    expect(pendingFinished(), lesson).toEqual(read.ok && read.setAside === 0 ? [lesson] : []);
  }
});

test('forgets a lesson once it is kept', async () => {
  const notes = page('#finished=one/two');
  const storage = memoryStorage();
  await visit(storage);
  expect(await storage.get(RECORD_KEY)).toContain('one/two');
  expect(notes.size).toBe(0);
});

test.each<[string, RecordStorage]>([
  ['full', { ...memoryStorage(), set: () => Promise.reject(new DOMException('full', 'QuotaExceededError')) }],
  ['of a newer course', memoryStorage([[RECORD_KEY, '{"version":2}']])],
])('notes a lesson once, and tries again at the next page, while the storage is %s', async (_, storage) => {
  const notes = page('#finished=one/two');
  await visit(storage);
  vi.stubGlobal('location', { hash: '#finished=one/two', pathname: '/', search: '' });
  await visit(storage);
  expect([...notes.values()]).toEqual(['one/two']);
  const room = memoryStorage();
  await visit(room);
  expect(await room.get(RECORD_KEY)).toContain('one/two');
  expect(notes.size).toBe(0);
});
