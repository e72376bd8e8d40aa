import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { base, root } from './pages.ts';

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
const read = (file: string) => readFileSync(join('docs/deploy', file), 'utf8');

describe.each(files)('docs/deploy/%s', (file) => {
  // Comments may say what they like.
  const lines = read(file)
    .split('\n')
    .filter((line) => !/^\s*#/.test(line));

  test.each(Object.entries(HEADERS))('sets %s', (name, value) => {
    expect(lines.filter((line) => line.toLowerCase().includes(name) && line.includes(value))).toHaveLength(1);
  });

  test('keeps hashed files for ever and asks for all others again', () => {
    const text = lines.join('\n');
    expect(text).toContain(FOR_EVER);
    expect(text).toContain(ASKED_AGAIN);
    expect(text).toMatch(/assets/);
    expect(text).toMatch(/releases/);
  });
});

const nginx = findNginx();
// Said in the report, so that nobody takes the comparison above for a server that was asked.
const title = nginx
  ? 'nginx, started with docs/deploy/nginx.conf'
  : 'nginx (not to be had here: its file was only read)';

describe.skipIf(!nginx)(title, () => {
  let server: ChildProcess | undefined;
  let folder = '';
  let origin = '';
  const hashed = readdirSync(join(root, 'assets'))[0] ?? '';
  const get = (path: string) => fetch(origin + base + path, { redirect: 'manual' });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nginx-'));
    // The site lies under its base path, as the file says.
    const site = join(folder, 'site', base);
    mkdirSync(site, { recursive: true });
    cpSync(root, site, { recursive: true });
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    writeFileSync(join(folder, 'nginx.conf'), wholeConfiguration(folder, port));
    server = spawn(nginx ?? '', [
      '-p',
      folder,
      '-c',
      join(folder, 'nginx.conf'),
      '-e',
      join(folder, 'error.log'),
    ]);
    for (let i = 0; i < 100 && !(await get('').catch(() => undefined)); i++)
      await new Promise((again) => setTimeout(again, 50));
  });
  afterAll(async () => {
    const ended = new Promise((resolve) => server?.once('exit', resolve));
    server?.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([
    ['', 200, ASKED_AGAIN, 'text/html; charset=utf-8'],
    ['en/', 200, ASKED_AGAIN, 'text/html; charset=utf-8'],
    ['sw.js', 200, ASKED_AGAIN, /javascript/],
    ['offline.js', 200, ASKED_AGAIN, /javascript/],
    ['en/app.webmanifest', 200, ASKED_AGAIN, /^application\/manifest\+json/],
    [`assets/${hashed}`, 200, FOR_EVER, /./],
    ['no-such-page/', 404, ASKED_AGAIN, 'text/html; charset=utf-8'],
  ])('answers "%s" with %i and its headers', async (path, status, cache, type) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('cache-control')).toBe(cache);
    expect(response.headers.get('content-type')).toMatch(type);
    expect(Object.fromEntries(response.headers)).toMatchObject(HEADERS);
  });

  test('keeps every release for ever', async () => {
    const [release] = readdirSync(join(root, 'releases'));
    const response = await get(`releases/${release}`);
    expect(response.headers.get('cache-control')).toBe(FOR_EVER);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  });

  test('shows the course’s own page for what is not there', async () => {
    expect(await (await get('no-such-page/')).text()).toBe(readFileSync(join(root, '404.html'), 'utf8'));
  });

  test('sends an address without its slash on, naming no host', async () => {
    const response = await get('en');
    expect(response.status).toBe(301);
    expect(response.headers.get('location')).toBe(`${base}en/`);
  });

  test('compresses pages, and answers "not changed" when asked again', async () => {
    const first = await fetch(`${origin}${base}en/`, { headers: { 'Accept-Encoding': 'gzip' } });
    expect(first.headers.get('content-encoding')).toBe('gzip');
    const again = await fetch(`${origin}${base}en/`, {
      headers: { 'If-Modified-Since': first.headers.get('last-modified') ?? '' },
    });
    expect(again.status).toBe(304);
  });
});

/** The file as shipped, inside what nginx needs round it; only port, name, folder and base differ. */
function wholeConfiguration(at: string, port: number): string {
  const change = (text: string, from: string, to: string) => {
    if (!text.includes(from)) throw new Error(`docs/deploy/nginx.conf has no "${from}".`);
    return text.replace(from, to);
  };
  let own = change(read('nginx.conf'), 'listen 80;', `listen 127.0.0.1:${port};`);
  own = change(own, 'server_name training.example.org;', 'server_name localhost;');
  own = change(own, 'root /var/www/listen-first;', `root ${join(at, 'site')};`);
  own = change(own, 'error_page 404 /404.html;', `error_page 404 ${base}404.html;`);
  const types = [
    '/etc/nginx/mime.types',
    '/usr/local/etc/nginx/mime.types',
    '/opt/homebrew/etc/nginx/mime.types',
  ].find(existsSync);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${join(at, kind)};`,
  );
  return `daemon off;
master_process off;
pid ${join(at, 'nginx.pid')};
error_log ${join(at, 'error.log')};
events { worker_connections 64; }
http {
${types ? `include ${types};` : 'types { text/html html; text/javascript js; text/css css; application/json json; image/svg+xml svg; }'}
default_type application/octet-stream;
access_log off;
${temporary.join('\n')}
${own}
}
`;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening));
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}

/** An nginx that is there, or Debian's package where we are root; undefined when neither. */
function findNginx(): string | undefined {
  const places = ['nginx', '/usr/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'];
  const there = () => places.find((place) => spawnSync(place, ['-v'], { stdio: 'ignore' }).status === 0);
  const found = there();
  if (found || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return found;
  console.log('Installing Debian’s package "nginx-light" with apt-get (we are root here) …');
  // RUNLEVEL=1: the package must not start a server of its own.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const run = (...args: string[]) =>
    spawnSync('apt-get', args, { stdio: 'ignore', timeout: 5 * 60_000, env }).status === 0;
  return run('update') && run('install', '-y', '--no-install-recommends', 'nginx-light')
    ? there()
    : undefined;
}
