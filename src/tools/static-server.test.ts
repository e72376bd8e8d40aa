import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { basePath, type StaticServer, startStaticServer } from './static-server.ts';

const desk = mkdtempSync(join(tmpdir(), 'static-server-'));
const site = join(desk, 'site');
let atRoot: StaticServer;
let atBase: StaticServer;

beforeAll(async () => {
  mkdirSync(join(site, 'en'), { recursive: true });
  mkdirSync(join(site, 'assets'));
  writeFileSync(join(desk, 'secret.txt'), 'not part of the site');
  writeFileSync(join(site, 'index.html'), 'root');
  writeFileSync(join(site, 'en/index.html'), 'home');
  writeFileSync(join(site, '404.html'), 'no such page');
  writeFileSync(join(site, 'assets/a.js'), 'export {};');
  atRoot = await startStaticServer({ root: site, port: 4600, tries: 100 });
  atBase = await startStaticServer({
    root: site,
    base: 'training',
    port: 4600,
    tries: 100,
    isUncached: true,
  });
});
afterAll(async () => {
  await Promise.all([atRoot.close(), atBase.close()]);
  rmSync(desk, { recursive: true });
});

/** Asks for a path as it is written: fetch would tidy `..` away before it leaves. */
function ask(server: StaticServer, path: string, method = 'GET') {
  return new Promise<{ status: number; body: string; headers: Record<string, unknown> }>((done, failed) => {
    const asked = request({ host: '127.0.0.1', port: server.port, path, method }, (response) => {
      let body = '';
      response.on('data', (part) => {
        body += String(part);
      });
      response.on('end', () => done({ status: response.statusCode ?? 0, body, headers: response.headers }));
    });
    asked.on('error', failed);
    asked.end();
  });
}

describe('the server', () => {
  test('gives a folder’s index, and sends an address without its slash there', async () => {
    expect(await ask(atRoot, '/en/')).toMatchObject({ status: 200, body: 'home' });
    expect(await ask(atRoot, '/en?x=1')).toMatchObject({ status: 301, headers: { location: '/en/?x=1' } });
  });

  test('answers what is not there with the site’s own page', async () => {
    expect(await ask(atRoot, '/fr/')).toMatchObject({ status: 404, body: 'no such page' });
    expect(await ask(atRoot, '/en/index.html/')).toMatchObject({ status: 404 });
    expect(await ask(atRoot, '/assets')).toMatchObject({ status: 404, body: 'no such page' });
    expect(await ask(atRoot, '/fr/', 'HEAD')).toMatchObject({ status: 404, body: '' });
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/en/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '//secret.txt',
  ])('keeps %s inside its folder', async (path) => {
    expect((await ask(atRoot, path)).status).toBe(404);
  });

  test('refuses what is no address and what would change something', async () => {
    expect((await ask(atRoot, '/%')).status).toBe(400);
    expect((await ask(atRoot, '/%00')).status).toBe(400);
    expect((await ask(atRoot, '/', 'POST')).status).toBe(405);
  });

  test('lets only hashed files be kept, and none where caching would hide a fault', async () => {
    expect((await ask(atRoot, '/en/')).headers['cache-control']).toBe('no-store');
    expect((await ask(atRoot, '/assets/a.js')).headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
    });
    expect((await ask(atBase, '/training/assets/a.js')).headers['cache-control']).toBe('no-store');
  });

  test('serves under a base path and nothing beside it', async () => {
    expect(await ask(atBase, '/training/en/')).toMatchObject({ status: 200, body: 'home' });
    expect(await ask(atBase, '/training')).toMatchObject({
      status: 301,
      headers: { location: '/training/' },
    });
    expect(await ask(atBase, '/')).toMatchObject({ status: 301, headers: { location: '/training/' } });
    expect((await ask(atBase, '/en/')).status).toBe(404);
  });

  test('takes the next port when one is taken, unless it was told not to', async () => {
    const next = await startStaticServer({ root: site, port: atRoot.port, tries: 100 });
    expect(next.port).toBeGreaterThan(atRoot.port);
    await next.close();
    await expect(startStaticServer({ root: site, port: atRoot.port })).rejects.toThrow('EADDRINUSE');
  });
});

test.each([
  ['/', '/'],
  ['training', '/training/'],
  ['/a/b', '/a/b/'],
  ['//a//', '/a/'],
])('reads the base %s as %s', (given, base) => {
  expect(basePath(given)).toBe(base);
});
