import { afterEach, expect, test, vi } from 'vitest';
import { handedOver, handOver } from './page-data.ts';

afterEach(() => vi.unstubAllGlobals());
const data = { prompt: 'Is a </script> or <!-- in "quotes" safe? é', right: ['a'], n: 2 };
const inBrowser = (text: string | undefined) =>
  vi.stubGlobal('document', {
    getElementById: (id: string) => (id === 'one' && text !== undefined ? { textContent: text } : null),
  });

test('is the same while the page is made and in a browser', () => {
  const text = handOver('one', data);
  expect(handedOver('one')).toEqual(data);
  inBrowser(text);
  expect(handedOver('one')).toEqual(data);
});

test('writes nothing that could end its script', () => {
  expect(handOver('one', data)).not.toContain('<');
});

test('says which data is missing', () => {
  expect(() => handedOver('two')).toThrow('"two"');
  inBrowser(undefined);
  expect(() => handedOver('one')).toThrow('"one"');
});
