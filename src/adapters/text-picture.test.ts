import { expect, test } from 'vitest';
import { isAsDrawn } from './text-picture.ts';

const WIDTH = 40;
const HEIGHT = 20;
/** White paper with a black block in its middle. */
function paper(): Uint8ClampedArray {
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4).fill(255);
  for (let y = 8; y < 12; y++)
    for (let x = 10; x < 30; x++) data.fill(0, (y * WIDTH + x) * 4, (y * WIDTH + x) * 4 + 3);
  return data;
}

test('a text on white paper is as drawn', () => {
  expect(isAsDrawn(paper(), WIDTH, HEIGHT, 2)).toBe(true);
});

test('noise, as browsers give that resist fingerprinting, is not', () => {
  const noise = paper().map((_, i) => (i * 7919) % 251);
  expect(isAsDrawn(noise, WIDTH, HEIGHT, 2)).toBe(false);
});

test('one colour everywhere is not', () => {
  expect(isAsDrawn(paper().fill(255), WIDTH, HEIGHT, 2)).toBe(false);
  expect(isAsDrawn(paper().fill(0), WIDTH, HEIGHT, 2)).toBe(false);
});
