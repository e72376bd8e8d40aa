import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const desk = mkdtempSync(join(tmpdir(), 'handouts-'));
afterAll(() => rmSync(desk, { recursive: true }));

const door = (base: string) => `<link rel="canonical" href="${base}en/">`;
const CARD = 'en/handouts/pocket-card/police/index.html';

/** What `npm run handouts` says of a built site of these files, before it has started a browser. */
function handoutsOf(files: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
  const site = mkdtempSync(join(desk, 'site-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), text);
  }
  const { BASE: _, COUNTRY: __, ...rest } = process.env;
  const { status, stderr } = spawnSync(process.execPath, ['src/tools/handouts.ts'], {
    // No browser is there: that what fails was noticed before.
    env: { ...rest, ...env, DIST: site, CHROMIUM_PATH: join(desk, 'no-browser') },
    encoding: 'utf8',
  });
  return { status, said: stderr.replaceAll(site, 'SITE').trim() };
}

describe('refuses, in words and at once, a site', () => {
  test('without handouts', () => {
    expect(handoutsOf({ 'index.html': door('/') })).toEqual({
      status: 1,
      said: 'The site in SITE has no handouts in any language; it may be one of an earlier course: run npm run build first.',
    });
  });

  test.each([
    ['/training/', {}, '/'],
    ['/', { BASE: 'training' }, '/training/'],
  ])('that was built for the path %s, with %j', (built, env, asked) => {
    const site = { 'index.html': door(built), [CARD]: '<article data-pack="be">' };
    expect(handoutsOf(site, env)).toEqual({
      status: 1,
      said: `The site in SITE was built for the path "${built}", and BASE asks for "${asked}": run BASE=${built} npm run handouts, or BASE=${asked} npm run build first.`,
    });
  });

  test('that was built for another country', () => {
    const site = { 'index.html': door('/'), [CARD]: '<article data-pack="be">' };
    expect(handoutsOf(site, { COUNTRY: 'nl' })).toEqual({
      status: 1,
      said: 'The site in SITE was built for "be", and COUNTRY asks for "nl": run COUNTRY=nl npm run build first.',
    });
  });

  test('whose card names no country', () => {
    const { status, said } = handoutsOf({ 'index.html': door('/'), [CARD]: '<article>' });
    expect(status).toBe(1);
    expect(said).toMatch(/names no country; .* run npm run build first/);
  });
});
