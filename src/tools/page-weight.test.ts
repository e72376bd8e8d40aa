import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { tagsOf } from './html-tags.ts';
import { weighPage } from './page-weight.ts';

const desk = mkdtempSync(join(tmpdir(), 'page-weight-'));
afterAll(() => rmSync(desk, { recursive: true }));

const files: Record<string, string> = {
  'en/index.html': [
    '<link rel="stylesheet" href="/base/assets/a.css"><link rel="preload" as="font" href="/base/assets/f.woff2">',
    '<script>inline()</script><script type="module" src="/base/assets/page.js"></script><img loading="lazy" src="/base/assets/late.png">',
    '<astro-island client="visible" component-url="/base/assets/check.js" renderer-url="/base/assets/react.js"></astro-island>',
  ].join(''),
  'assets/a.css': 'a{}',
  'assets/f.woff2': 'font',
  'assets/page.js': 'import{a}from"./shared.js";const t="no import";import("./pdf.js");a()',
  'assets/shared.js': 'export const a=1',
  'assets/check.js': 'import"./shared.js";import * as r from"./react.js";',
  'assets/react.js': 'export default"react"',
  'assets/pdf.js': 'export default"pdf"',
};
for (const [file, text] of Object.entries(files)) {
  mkdirSync(dirname(join(desk, file)), { recursive: true });
  writeFileSync(join(desk, file), text);
}
const zipped = (...names: string[]) =>
  names.reduce((sum, name) => sum + gzipSync(files[name] ?? name).length, 0);

describe('a page’s weight', () => {
  const weight = weighPage(desk, '/base/', 'en/index.html');

  test('counts at once what scripts import, later what visible islands import, and each file once', () => {
    expect(weight.jsAtOnce).toBe(zipped('assets/page.js', 'assets/shared.js', 'inline()'));
    expect(weight.jsLater).toBe(zipped('assets/check.js', 'assets/react.js'));
    expect(weight.jsOnDemand).toBe(zipped('assets/pdf.js'));
  });

  test('leaves font, lazy pictures and islands out of the first view', () => {
    expect(weight.font).toBe(4);
    expect(weight.firstView).toBe(
      zipped('en/index.html', 'assets/a.css', 'assets/page.js', 'assets/shared.js'),
    );
  });

  test('stops at a file that is not there and at an address outside the base', () => {
    writeFileSync(join(desk, 'broken.html'), '<script src="/base/none.js"></script>');
    expect(() => weighPage(desk, '/base/', 'broken.html')).toThrow('none.js');
    writeFileSync(join(desk, 'outside.html'), '<script src="/none.js"></script>');
    expect(() => weighPage(desk, '/base/', 'outside.html')).toThrow('not under /base/');
  });
});

test('tags are read with their attributes, past comments, scripts and signs in quotes', () => {
  const html =
    '<!-- <p id="no"> --><A Href="/x?a=1&amp;b=2" data-x=\'a>b\' hidden>t</A><script>if (a<b) "<p>"</script><br/>';
  expect(tagsOf(html)).toEqual([
    { name: 'a', attributes: { href: '/x?a=1&b=2', 'data-x': 'a>b', hidden: '' }, text: '' },
    { name: 'script', attributes: {}, text: 'if (a<b) "<p>"' },
    { name: 'br', attributes: {}, text: '' },
  ]);
});
