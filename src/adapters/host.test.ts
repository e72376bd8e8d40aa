import { describe, expect, test, vi } from 'vitest';
import { hostStorage, type StorageQuestion, type StorageSaying } from './host.ts';

/** A host that keeps what it is told in a map and answers at once; `mute` never answers, `full` refuses to write. */
function host({ mute = false, full = false } = {}) {
  const kept = new Map<string, string>();
  let hear: (saying: StorageSaying) => void = () => {};
  const storage = hostStorage(
    (question: StorageQuestion) => {
      if (mute) return;
      if (full && question.type !== 'get') return hear({ type: 'refused', id: question.id });
      if (question.type === 'set') kept.set(question.key, question.value);
      if (question.type === 'delete') kept.delete(question.key);
      hear({ type: 'answer', id: question.id, value: kept.get(question.key) ?? null });
    },
    (heard) => {
      hear = heard;
    },
  );
  return { storage, kept, say: (saying: StorageSaying) => hear(saying) };
}

describe('a storage that lives in a host', () => {
  test('stores, reads and deletes', async () => {
    const { storage, kept } = host();
    await storage.set('a', '1');
    expect(kept.get('a')).toBe('1');
    expect(await storage.get('a')).toBe('1');
    await storage.delete('a');
    expect(await storage.get('a')).toBeNull();
  });

  test('gives each question its own answer, whatever the order of the answers', async () => {
    const questions: StorageQuestion[] = [];
    let hear: (saying: StorageSaying) => void = () => {};
    const storage = hostStorage(
      (question) => questions.push(question),
      (heard) => {
        hear = heard;
      },
    );
    const answers = Promise.all([storage.get('a'), storage.get('b')]);
    for (const { id, key } of questions.toReversed()) hear({ type: 'answer', id, value: `of ${key}` });
    expect(await answers).toEqual(['of a', 'of b']);
  });

  test('rejects what the host refuses, so that the learner is told', async () => {
    const { storage } = host({ full: true });
    await expect(storage.set('a', '1')).rejects.toThrow('full or blocked');
  });

  test('rejects when no answer comes', async () => {
    vi.useFakeTimers();
    const { storage } = host({ mute: true });
    const asked = expect(storage.get('a')).rejects.toThrow('did not answer');
    await vi.advanceTimersByTimeAsync(11_000);
    await asked;
    vi.useRealTimers();
  });

  test('reports a change in another window, until unsubscribed', () => {
    const { storage, say } = host();
    const changed = vi.fn();
    const stop = storage.watch('a', changed);
    say({ type: 'changed', key: 'b' });
    expect(changed).toHaveBeenCalledTimes(0);
    say({ type: 'changed', key: 'a' });
    expect(changed).toHaveBeenCalledTimes(1);
    stop();
    say({ type: 'changed', key: 'a' });
    expect(changed).toHaveBeenCalledTimes(1);
  });
});
