import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileIn, PACKING_BASE, relativeAddresses } from './addresses.ts';

const same = (path: string) => path;

describe('addresses of a packed page', () => {
  test('are relative to the file they are in', () => {
    const text = `url(${PACKING_BASE}assets/a.woff2) "${PACKING_BASE}en/?q=x#y" ${PACKING_BASE}`;
    expect(relativeAddresses(text, 'en/modules/x/index.html', same)).toBe(
      'url(../../../assets/a.woff2) "../../?q=x#y" ../../../',
    );
    expect(relativeAddresses(`${PACKING_BASE}a.js`, 'index.html', same)).toBe('./a.js');
    expect(relativeAddresses(`${PACKING_BASE}en/`, 'en/index.html', same)).toBe('./');
  });

  test('leave everything else as it is', () => {
    const text = 'https://example.org/__listen-first/ and /en/ and listen-first__/';
    expect(relativeAddresses(text, 'en/index.html', same)).toBe(text);
  });

  test('lead a browser to the same place as before', () => {
    const name = fc.stringMatching(/^[a-z][\w-]{0,8}$/);
    const folder = fc.array(name, { maxLength: 4 }).map((names) => names.map((one) => `${one}/`).join(''));
    const place = fc.tuple(folder, fc.option(name, { nil: '' })).map(([path, file]) => path + file);
    fc.assert(
      fc.property(folder, place, (from, to) => {
        // No name is that of a file and of a folder.
        fc.pre(to.endsWith('/') || !from.startsWith(`${to}/`));
        const page = `https://a.example/site/${from}index.html`;
        const relative = relativeAddresses(`${PACKING_BASE}${to}`, `${from}index.html`, same);
        expect(new URL(relative, page).href).toBe(`https://a.example/site/${to}`);
      }),
    );
  });
});

describe('a link that a browser follows by itself', () => {
  test('means the page of a folder, and never the folder, which a browser would list', () => {
    const site = mkdtempSync(join(tmpdir(), 'site-'));
    mkdirSync(join(site, 'en/glossary'), { recursive: true });
    writeFileSync(join(site, 'en/glossary/index.html'), '');
    expect(fileIn(site, 'en/glossary/')).toBe('en/glossary/index.html');
    expect(() => fileIn(site, 'en/glossary')).toThrow('has no such file');
    expect(() => fileIn(site, 'en/')).toThrow('has no such file');
    rmSync(site, { recursive: true });
  });
});
