import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BitReader, BitWriter, bitsFor } from './bits.ts';

test('reads back whatever was written, and knows that it is done', () => {
  const part = fc.integer({ min: 0, max: 53 }).chain((bits) =>
    fc.tuple(
      fc.maxSafeNat().map((value) => value % 2 ** bits),
      fc.constant(bits),
    ),
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const writer = new BitWriter();
      for (const [value, bits] of parts) writer.write(value, bits);
      const reader = new BitReader(writer.bytes());
      for (const [value, bits] of parts) expect(reader.read(bits)).toBe(value);
      expect(reader.isDone()).toBe(true);
    }),
  );
});

test('is not at the end while padding is not zero or a whole byte remains', () => {
  const reader = new BitReader(Uint8Array.of(0b10100001));
  expect(reader.read(4)).toBe(10);
  expect(reader.isDone()).toBe(false);
  expect(new BitReader(Uint8Array.of(0)).isDone()).toBe(false);
});

test('throws past the end', () => {
  expect(() => new BitReader(Uint8Array.of(1)).read(9)).toThrow(RangeError);
});

test('needs 0 bits for one possible value and 8 for 256', () => {
  expect([1, 2, 3, 4, 5, 256, 257].map(bitsFor)).toEqual([0, 1, 2, 2, 3, 8, 9]);
});
