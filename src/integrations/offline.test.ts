import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listFiles } from './offline.ts';

const PLENTY = 1_000_000;
let site = '';
beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), 'list-'));
  for (const folder of ['en/paths', 'assets']) mkdirSync(join(site, folder), { recursive: true });
  const files = {
    'index.html': 'root',
    'en/index.html': 'home',
    'en/paths/index.html': 'paths',
    '404.html': 'missing',
    'assets/page.css': 'css',
    'assets/face.woff2': 'font',
    'sw.js': 'an older worker',
    _headers: 'for the host',
    '.nojekyll': '',
  };
  for (const [file, text] of Object.entries(files)) writeFileSync(join(site, file), text);
});
afterEach(() => rmSync(site, { recursive: true, force: true }));

const addresses = () => listFiles(site, PLENTY).list.files.map(([address]) => address);

describe('the list of a built site', () => {
  test('has every file that a host serves, pages under their address', () => {
    expect(addresses()).toEqual(['', '404.html', 'assets/face.woff2', 'assets/page.css', 'en/', 'en/paths/']);
  });

  test('has a very large file too', () => {
    writeFileSync(join(site, 'assets/large.js'), 'x'.repeat(20_000_000));
    expect(addresses()).toContain('assets/large.js');
  });

  test('is another version when one byte of one file is another', () => {
    const before = listFiles(site, PLENTY).list;
    writeFileSync(join(site, 'en/index.html'), 'hom3');
    const after = listFiles(site, PLENTY).list;
    expect(after.version).not.toBe(before.version);
    expect(
      after.files.filter(([, hash], i) => hash !== before.files[i]?.[1]).map(([address]) => address),
    ).toEqual(['en/']);
  });

  test('is the same version when built again', () => {
    expect(listFiles(site, PLENTY)).toEqual(listFiles(site, PLENTY));
  });

  test('is refused above the budget, with the largest files; fonts do not count', () => {
    const noise = Array.from({ length: 3_000 }, (_, i) => (i * 2_654_435_761) % 1_000_003).join();
    writeFileSync(join(site, 'assets/face.woff2'), noise);
    expect(() => listFiles(site, 1_000)).not.toThrow();
    writeFileSync(join(site, 'assets/heavy.js'), noise);
    expect(() => listFiles(site, 1_000)).toThrow(
      /1000 is the most[\s\S]*\n +\d+ {2}assets\/heavy\.js\n[\s\S]*\[offline\/budget\]/,
    );
  });
});
