import { describe, expect, test } from 'vitest';
import { type PageWeight, weighPage } from '../../src/tools/page-weight.ts';
import { base, builtPages, root } from './pages.ts';

const KB = 1_024;
const pages = builtPages().map((page) => page.file);
const lessons = pages.filter((file) => /^[\w-]+\/modules\/[^/]+\/[^/]+\/index\.html$/.test(file));
const rolePlays = pages.filter((file) => /^[\w-]+\/role-plays\/[^/]+\/index\.html$/.test(file));

describe('a lesson', () => {
  test('is among the pages', () => expect(lessons.length).toBeGreaterThan(0));

  test('has a first view of at most 25 KB without the font', () => {
    expect(over(lessons, (weight) => weight.firstView, 25 * KB)).toEqual([]);
  });

  test('has at most 6 KB of JavaScript in its first view', () => {
    expect(over(lessons, (weight) => weight.jsAtOnce, 6 * KB)).toEqual([]);
  });
});

describe('every page', () => {
  test('loads at most 25 KB of fonts', () => {
    expect(over(pages, (weight) => weight.font, 25 * KB)).toEqual([]);
  });

  test('has its style sheets in the head, so that nothing shifts when one arrives', () => {
    const late = builtPages().filter(({ html }) =>
      /<link rel="stylesheet"/.test(html.split('</head>')[1] ?? ''),
    );
    expect(late.map((page) => page.file)).toEqual([]);
  });
});

describe('a role-play', () => {
  test('is among the pages', () => expect(rolePlays.length).toBeGreaterThan(0));

  test('ships at most 90 KB of JavaScript', () => {
    expect(over(rolePlays, (weight) => weight.jsAtOnce + weight.jsLater, 90 * KB)).toEqual([]);
  });
});

/** The pages over the limit, heaviest first; a fault of the frame is on all of them, so only some are named. */
function over(files: readonly string[], bytes: (weight: PageWeight) => number, limit: number): string[] {
  const heavy = files
    .map((file) => ({ file, found: bytes(weighPage(root, base, file)) }))
    .filter(({ found }) => found > limit)
    .sort((a, b) => b.found - a.found);
  const lines = heavy.slice(0, 12).map(({ file, found }) => `${file}: ${found} bytes, limit ${limit}`);
  return heavy.length > lines.length ? [...lines, `and ${heavy.length - lines.length} more`] : lines;
}
