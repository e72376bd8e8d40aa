import { describe, expect, test } from 'vitest';
import { withHeadLinks } from './head-links.ts';

const page = (body: string) =>
  `<html><head><link rel="stylesheet" href="/a.css"></head><body>${body}</body></html>`;
const alone = (scripts: readonly string[]) => [...scripts];

describe('the head of a page', () => {
  test('gets every style sheet of the body, once', () => {
    const drawing = '<link rel="stylesheet" href="/b.css"><figure></figure>';
    expect(withHeadLinks(page(`${drawing}${drawing}<link rel="stylesheet" href="/a.css">`), alone)).toBe(
      '<html><head><link rel="stylesheet" href="/a.css"><link rel="stylesheet" href="/b.css"></head>' +
        '<body><figure></figure><figure></figure></body></html>',
    );
  });

  test('gets none of them before the policy', () => {
    const html =
      '<head><link rel="stylesheet" href="/a.css"><meta http-equiv="content-security-policy"></head>';
    expect(withHeadLinks(html, alone)).toBe(
      '<head><meta http-equiv="content-security-policy"><link rel="stylesheet" href="/a.css"></head>',
    );
  });

  test('names what module scripts import, and not the scripts that the page names itself', () => {
    const html = withHeadLinks(page('<script type="module" src="/x.js"></script>'), (scripts) => [
      ...scripts,
      '/y.js',
    ]);
    expect(html.match(/modulepreload" href="[^"]+/g)).toEqual(['modulepreload" href="/y.js']);
  });

  test('names islands that start at once, and none that wait until they are seen', () => {
    const island = (name: string, client: string) =>
      `<astro-island uid="1" component-url="/${name}.js" component-export="X" renderer-url="/r-${name}.js" props="{}" ssr client="${client}"></astro-island>`;
    const html = withHeadLinks(page(island('now', 'load') + island('later', 'visible')), alone);
    expect(html).toContain(
      '<link rel="modulepreload" href="/now.js"><link rel="modulepreload" href="/r-now.js">',
    );
    expect(html).not.toContain('modulepreload" href="/later.js');
  });
});
