import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { pngFromPixels } from './png.ts';

test('writes size, pixels without alpha and right check sums', async () => {
  const bytes = Buffer.from(await pngFromPixels(Uint8ClampedArray.of(1, 2, 3, 255, 4, 5, 6, 255), 1, 2));
  expect(bytes.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  expect(bytes.subarray(16, 29).toString('hex')).toBe('00000001000000020802000000');
  const length = bytes.readUInt32BE(33);
  expect([...inflateSync(bytes.subarray(41, 41 + length))]).toEqual([0, 1, 2, 3, 0, 4, 5, 6]);
  // The end chunk is the same in every PNG.
  expect(bytes.subarray(-12).toString('hex')).toBe('0000000049454e44ae426082');
});
