import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { percentEarned, percentOfShare, percentReached, percentText } from './index.ts';

test('gives every whole per cent as it is', () => {
  for (let n = 0; n <= 100; n++) {
    expect(percentEarned(n, 100)).toBe(n);
    expect(percentOfShare(n / 100)).toBe(n);
    expect(percentReached(n / 100)).toBe(n);
    // A sitting of 40 questions of 60 points each.
    expect(percentEarned(n * 24, 2400)).toBe(n);
  }
});

test('rounds a result down', () => {
  expect(percentEarned(1799, 1800)).toBe(99);
  expect(percentEarned(0, 0)).toBe(0);
  expect(percentReached(0.9999)).toBe(99);
});

test('writes a share for a report', () => {
  expect(percentText(0.1234)).toBe('12.3 %');
  expect(percentText(0.00012, 3)).toBe('0.012 %');
});

test('is the only place that makes whole per cents of shares', () => {
  const elsewhere = globSync('src/**/*.{ts,tsx,astro}')
    .filter((file) => !file.replaceAll('\\', '/').startsWith('src/core/percent/'))
    .filter((file) => /Math\.floor\([^;]*\* 100\b/.test(readFileSync(file, 'utf8')));
  expect(elsewhere).toEqual([]);
});
