import { expect, test } from 'vitest';
import { percentEarned, percentOfShare, percentText } from './index.ts';

test('gives every whole per cent as it is', () => {
  for (let n = 0; n <= 100; n++) {
    expect(percentEarned(n, 100)).toBe(n);
    expect(percentOfShare(n / 100)).toBe(n);
    // A sitting of 40 questions of 60 points each.
    expect(percentEarned(n * 24, 2400)).toBe(n);
  }
});

test('rounds a result down', () => {
  expect(percentEarned(1799, 1800)).toBe(99);
  expect(percentEarned(0, 0)).toBe(0);
});

test('writes a share for a report', () => {
  expect(percentText(0.1234)).toBe('12.3 %');
  expect(percentText(0.00012, 3)).toBe('0.012 %');
});
