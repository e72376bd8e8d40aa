import { afterEach, expect, test, vi } from 'vitest';
import { kept } from '../core/edition/index.ts';
import { browserStorage } from './storage.ts';

afterEach(() => vi.unstubAllGlobals());

const work = async () => 'done';

test('work that must not be disturbed holds the lock that all tabs share', async () => {
  const request = vi.fn((_: string, held: () => Promise<string>) => held());
  vi.stubGlobal('navigator', { locks: { request } });
  expect(await browserStorage().exclusive(work)).toBe('done');
  expect(request.mock.calls[0]?.[0]).toBe(kept('record'));
});

test('work runs without a lock where there are no locks, and where this page may not use them', async () => {
  vi.stubGlobal('navigator', {});
  expect(await browserStorage().exclusive(work)).toBe('done');
  const request = () => Promise.reject(new DOMException('opaque origin', 'SecurityError'));
  vi.stubGlobal('navigator', { locks: { request } });
  expect(await browserStorage().exclusive(work)).toBe('done');
});

test('work that fails is not run twice', async () => {
  vi.stubGlobal('navigator', { locks: { request: (_: string, held: () => Promise<string>) => held() } });
  const failing = vi.fn(() => Promise.reject(new Error('full')));
  await expect(browserStorage().exclusive(failing)).rejects.toThrow('full');
  expect(failing).toHaveBeenCalledTimes(1);
});
