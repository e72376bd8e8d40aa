import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { QUIET_ZONE, qrSvgPath } from './qr.ts';

/** The dark modules of a path, as rows of 0 and 1. */
function modulesOf({ size, path }: { size: number; path: string }): boolean[][] {
  const rows = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let i = 0; i < Number(width); i++) (rows[Number(y)] as boolean[])[Number(x) + i] = true;
  }
  return rows;
}

test.each([
  ['short', 'https://listen-first.example/verify/#c=AbC', 'M'],
  ['long', `https://listen-first.example/verify/#c=${'AbC_-9'.repeat(80)}`, 'L'],
] as const)('draws every module of a %s text inside a quiet zone', (_, text, ecc) => {
  const qr = qrSvgPath(text);
  const { data } = encode(text, { ecc, border: QUIET_ZONE });
  expect(qr.size).toBe(data.length);
  expect(modulesOf(qr)).toEqual(data);
});

test('throws for a text that no code can hold', () => {
  expect(() => qrSvgPath('x'.repeat(3_000))).toThrow(RangeError);
});
