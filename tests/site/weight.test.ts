import { describe, expect, test } from 'vitest';
import { weighPage } from '../../src/tools/page-weight.ts';
import { base, builtPages, root } from './pages.ts';

/** Kilobytes of 1,000 bytes: who counts 1,024 is served too. */
const KB = 1_000;
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

describe('a role-play', () => {
  test('is among the pages', () => expect(rolePlays.length).toBeGreaterThan(0));

  test('ships at most 90 KB of JavaScript', () => {
    expect(over(rolePlays, (weight) => weight.jsAtOnce + weight.jsLater, 90 * KB)).toEqual([]);
  });
});

function over(
  files: readonly string[],
  bytes: (weight: ReturnType<typeof weighPage>) => number,
  limit: number,
): string[] {
  return files.flatMap((file) => {
    const found = bytes(weighPage(root, base, file));
    return found > limit ? [`${file}: ${found} bytes, limit ${limit}`] : [];
  });
}
