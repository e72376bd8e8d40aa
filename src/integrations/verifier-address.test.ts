import { expect, test } from 'vitest';
import { publishedVerifier } from './verifier-address.ts';

test('takes a whole address, and none', () => {
  expect(publishedVerifier('https://training.example/en/verify/')).toBe(
    'https://training.example/en/verify/',
  );
  expect(publishedVerifier('')).toBeUndefined();
});

test.each(['training.example/en/verify/', '/en/verify/', 'http://training.example/', 'javascript:alert(1)'])(
  'refuses %s, which would go into every certificate',
  (value) => {
    expect(() => publishedVerifier(value)).toThrow(`VERIFY_URL is "${value}"`);
  },
);
