import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PACKING_BASE as BASE } from './addresses.ts';
import { packPage } from './pages.ts';

let site = '';
beforeAll(() => {
  site = mkdtempSync(join(tmpdir(), 'packed-'));
  for (const file of ['en/index.html', 'en/x/index.html', 'assets/a.js', 'assets/b.css', 'releases/r.json']) {
    mkdirSync(dirname(join(site, file)), { recursive: true });
    writeFileSync(join(site, file), '');
  }
  writeFileSync(join(site, 'assets/islands.js'), 'two()');
});
afterAll(() => rmSync(site, { recursive: true, force: true }));

const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta http-equiv="content-security-policy" content="default-src 'none'; connect-src 'self'; script-src 'self' 'sha256-x'">${head}</head><body>${body}</body></html>`;
const pack = (text: string, isAlone = false) => packPage(site, 'en/x/index.html', text, 'course.js', isAlone);

describe('a packed page', () => {
  test('names the file behind every link, and leaves folders to scripts', () => {
    const { html } = pack(
      page(
        `<a href="${BASE}en/?q=1#top">a</a><form data-base="${BASE}en/" data-index="${BASE}releases/"></form>`,
      ),
    );
    expect(html).toContain('<a href="../index.html?q=1#top">');
    expect(html).toContain('data-base="../" data-index="../../releases/"');
  });

  test('mends links that only those without JavaScript see', () => {
    expect(pack(page(`<noscript><a href="${BASE}en/">a</a></noscript>`)).html).toContain(
      'href="../index.html"',
    );
  });

  test('refuses a link that leads nowhere, and says on which page', () => {
    expect(() => pack(page(`<a href="${BASE}en/gone/">a</a>`))).toThrow(/en\/x\/index\.html: .*en\/gone\//);
  });

  test('removes all scripts and lists them for the packed one', () => {
    const packed = pack(
      page(
        `<script>one()</script><script async src="${BASE}assets/islands.js"></script><script type="module" src="${BASE}assets/a.js"></script><astro-island component-url="${BASE}assets/a.js" renderer-url="${BASE}assets/a.js"></astro-island>`,
      ),
    );
    expect(packed.html.match(/<script/g)).toHaveLength(1);
    expect(packed.html).toContain('<script src="../../course.js" data-run="assets/a.js"></script></head>');
    expect(packed.inline).toEqual(['one()', 'two()']);
    expect(new Set(packed.modules)).toEqual(new Set(['assets/a.js']));
  });

  test('keeps data for scripts, with its addresses', () => {
    const { html } = pack(page(`<script type="application/json">{"href":"${BASE}en/"}</script>`));
    expect(html).toContain('<script type="application/json">{"href":"../"}</script>');
  });

  test('allows no request to any host', () => {
    expect(pack(page('')).html).toContain(`content="default-src 'none'; script-src 'self'"`);
    expect(() => pack('<!doctype html><title>x</title>')).toThrow('Content-Security-Policy');
  });

  test('refuses a script from another host', () => {
    expect(() => pack(page('<script src="https://example.org/a.js"></script>'))).toThrow('from elsewhere');
  });

  test('shows text that only packed pages have', () => {
    expect(pack(page('<p hidden data-packed-only>x</p><p hidden>y</p>')).html).toContain(
      '<p data-packed-only="">x</p><p hidden="">y</p>',
    );
  });

  test('is marked when it is shown outside the shell', () => {
    expect(pack(page(''), true).html).toContain('data-alone');
  });
});
