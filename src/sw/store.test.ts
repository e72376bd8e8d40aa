import { createHash } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { HASH_DIGITS } from './file-list.ts';
import { storeAll } from './store.ts';

const SCOPE = 'https://training.example.org/be/';
const BODY = '<!doctype html><title>A page</title>';
const hash = createHash('sha256').update(BODY).digest('hex').slice(0, HASH_DIGITS);
const list = { version: '1a2b3c4d', bytes: BODY.length, files: [['en/', hash]] as const };

/** A cache that refuses what browsers refuse (Service Workers, Cache.put). */
function cacheLikeBrowsers() {
  const kept = new Map<string, Response>();
  const put = async (url: string, response: Response) => {
    if (response.status === 206) throw new TypeError('Partial response');
    if (response.headers.get('vary')?.includes('*')) throw new TypeError('Vary: *');
    kept.set(url, response);
  };
  return { kept, cache: { keys: async () => [], put } as unknown as Cache };
}

afterEach(() => vi.unstubAllGlobals());

test.each<[string, ResponseInit]>([
  ['no header at all', {}],
  ['Vary: *', { headers: { Vary: '*' } }],
  ['Vary: Accept-Encoding, *', { headers: { Vary: 'Accept-Encoding, *' } }],
  ['206 for the whole file', { status: 206, headers: { 'Content-Range': 'bytes 0-35/36' } }],
  ['203 from a proxy', { status: 203, headers: { Via: '1.1 proxy' } }],
  [
    'an encoding that it took off already',
    { headers: { 'Content-Encoding': 'gzip', 'Content-Length': '20' } },
  ],
  [
    'what asks for more at each opening',
    { headers: { Refresh: '5', Link: '</x.css>; rel=preload', 'Clear-Site-Data': '"*"' } },
  ],
])('stores a file that a host sends with %s', async (_, sent) => {
  vi.stubGlobal('fetch', async () => new Response(BODY, sent));
  const { kept, cache } = cacheLikeBrowsers();
  await storeAll(list, SCOPE, cache, []);
  const stored = kept.get(`${SCOPE}en/`);
  expect(stored?.status).toBe(200);
  expect(await stored?.text()).toBe(BODY);
  const names = [...(stored?.headers.keys() ?? [])];
  expect(names.filter((name) => /vary|encoding|length|range|refresh|link|clear/.test(name))).toEqual([]);
});

test('keeps the type and what protects a page', async () => {
  const sent = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "frame-ancestors 'self'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=()',
    'cross-origin-opener-policy': 'same-origin',
  };
  vi.stubGlobal('fetch', async () => new Response(BODY, { headers: sent }));
  const { kept, cache } = cacheLikeBrowsers();
  await storeAll(list, SCOPE, cache, []);
  expect(Object.fromEntries(kept.get(`${SCOPE}en/`)?.headers ?? [])).toEqual({
    ...sent,
    'x-content-hash': hash,
  });
});
