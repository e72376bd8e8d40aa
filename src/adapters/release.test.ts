import { afterEach, expect, test, vi } from 'vitest';
import { releaseHash } from '../core/certificate/index.ts';
import { fetchRelease } from './release.ts';

const json = '{"contentVersion":"2026.11"}';
const hash = releaseHash(json);
const answer = (text: string, status = 200) =>
  vi.stubGlobal('fetch', async () => new Response(text, { status }));
afterEach(() => vi.unstubAllGlobals());

test('gives the content with the hash that its address names', async () => {
  answer(json);
  expect(await fetchRelease(`x/releases/${hash}.json`)).toEqual({ contentVersion: '2026.11', hash });
  expect(await fetchRelease('x/other.json', hash)).toMatchObject({ hash });
});

test('gives nothing where the content has another hash, none is named, or there is no file', async () => {
  answer(json);
  expect(await fetchRelease('x/releases/0123456789ab.json')).toBeUndefined();
  expect(await fetchRelease('x/other.json')).toBeUndefined();
  answer('', 404);
  expect(await fetchRelease(`x/releases/${hash}.json`)).toBeUndefined();
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
  expect(await fetchRelease(`x/releases/${hash}.json`)).toBeUndefined();
});
