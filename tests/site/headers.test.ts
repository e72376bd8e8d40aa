import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { base, root } from './pages.ts';
import { type Running, read, servers, start } from './servers.ts';

const HEADERS = {
  'content-security-policy': "frame-ancestors 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'cross-origin-opener-policy': 'same-origin',
};
const FOR_EVER = 'public, max-age=31536000, immutable';
const ASKED_AGAIN = 'no-cache';
const files = ['nginx.conf', 'Caddyfile', '_headers', '.htaccess'];
/** Comments may say what they like. */
const linesOf = (file: string) =>
  read(file)
    .split('\n')
    .filter((line) => !/^\s*#/.test(line));

describe.each(files)('docs/deploy/%s', (file) => {
  test.each(Object.entries(HEADERS))('sets %s', (name, value) => {
    const setting = linesOf(file).filter((line) => line.toLowerCase().includes(name) && line.includes(value));
    expect(setting).toHaveLength(1);
  });

  test('makes browsers revalidate all files but those that the server knows to exist', () => {
    const text = linesOf(file).join('\n');
    expect(text).toContain(ASKED_AGAIN);
    if (file === '_headers') return;
    expect(text).toContain(FOR_EVER);
    expect(text).toMatch(/assets/);
    expect(text).toMatch(/releases/);
  });
});

describe('docs/deploy/_headers, read as Netlify and Cloudflare Pages read it', () => {
  /** A path's headers: of each path that fits, in order; `! Name` takes one away, a second value is added to the first. */
  const headersOf = (path: string): Record<string, string> => {
    const found: Record<string, string> = {};
    let fits = false;
    for (const line of linesOf('_headers').filter((candidate) => candidate.trim() !== '')) {
      if (!/^\s/.test(line)) {
        const pattern = line
          .trim()
          .split('*')
          .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
        fits = new RegExp(`^${pattern.join('.*')}$`).test(path);
        continue;
      }
      const [, remove, name = '', value = ''] = /^\s+(!\s*)?([\w-]+)(?::\s*(.*))?$/.exec(line) ?? [];
      if (name === '') throw new Error(`docs/deploy/_headers: cannot read "${line}".`);
      const key = name.toLowerCase();
      if (!fits) continue;
      if (remove) delete found[key];
      else found[key] = key in found ? `${found[key]}, ${value}` : value;
    }
    return found;
  };

  // Both hosts send them with a missing file too.
  test.each(['/en/', '/assets/there.js', '/assets/missing.js', '/releases/missing.json'])(
    'sends %s',
    (path) => {
      expect(headersOf(path)).toEqual({ ...HEADERS, 'cache-control': ASKED_AGAIN });
    },
  );
});

describe.each(servers)('docs/deploy/$file', (server) => {
  // Said in the report, so that nobody takes the comparison above for a server that was asked.
  const title = server.program
    ? `${server.name}, started with it`
    : `${server.name}: skipped, because it is not installed here (Debian: ${server.debian})`;

  describe.skipIf(!server.program)(title, () => {
    let running: Running | undefined;
    const hashed = readdirSync(join(root, 'assets'))[0] ?? '';
    const release = readdirSync(join(root, 'releases'))[0] ?? '';
    const get = (path: string, headers: Record<string, string> = {}) =>
      fetch(`${running?.origin}${base}${path}`, { redirect: 'manual', headers });
    beforeAll(async () => {
      running = await start(server);
    });
    afterAll(() => running?.stop());

    test.each([
      ['', 200, ASKED_AGAIN, /^text\/html; charset=utf-8$/i],
      ['en/', 200, ASKED_AGAIN, /^text\/html; charset=utf-8$/i],
      ['sw.js', 200, ASKED_AGAIN, /javascript/],
      ['offline.js', 200, ASKED_AGAIN, /javascript/],
      ['en/app.webmanifest', 200, ASKED_AGAIN, /^application\/manifest\+json/],
      [`assets/${hashed}`, 200, FOR_EVER, /./],
      [`releases/${release}`, 200, FOR_EVER, /^application\/json/],
      ['no-such-page/', 404, ASKED_AGAIN, /^text\/html; charset=utf-8$/i],
      // In the middle of a deploy: it may be there in a minute.
      ['assets/missing.js', 404, ASKED_AGAIN, /^text\/html/],
      ['releases/missing.json', 404, ASKED_AGAIN, /^text\/html/],
    ])('answers "%s" with %i and its headers', async (path, status, cache, type) => {
      const response = await get(path);
      expect(response.status).toBe(status);
      expect(response.headers.get('cache-control')).toBe(cache);
      expect(response.headers.get('content-type')).toMatch(type);
      expect(Object.fromEntries(response.headers)).toMatchObject(HEADERS);
    });

    test('shows the course’s own 404 page for a missing address', async () => {
      expect(await (await get('no-such-page/')).text()).toBe(readFileSync(join(root, '404.html'), 'utf8'));
    });

    test('sends an address without its slash on', async () => {
      const response = await get('en');
      expect([301, 302, 307, 308]).toContain(response.status);
      expect(new URL(response.headers.get('location') ?? '', `${running?.origin}${base}en`).pathname).toBe(
        `${base}en/`,
      );
    });

    test('compresses pages, and answers "not changed" when asked again', async () => {
      const first = await get('en/', { 'Accept-Encoding': 'gzip' });
      expect(first.headers.get('content-encoding')).toBe('gzip');
      const again = await get('en/', { 'If-Modified-Since': first.headers.get('last-modified') ?? '' });
      expect(again.status).toBe(304);
    });
  });
});
