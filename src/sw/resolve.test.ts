import { describe, expect, test } from 'vitest';
import { resolve } from './resolve.ts';

const addresses = new Set(['', 'en/', 'en/paths/', 'assets/page.css', 'releases/a1.json', '404.html']);

describe('a request', () => {
  test.each([
    ['', ''],
    ['index.html', ''],
    ['en/paths/', 'en/paths/'],
    ['en/paths/index.html', 'en/paths/'],
    ['assets/page.css', 'assets/page.css'],
    ['releases/a1.json', 'releases/a1.json'],
    ['en/p%61ths/', 'en/paths/'],
  ])('for "%s" is answered by "%s"', (path, address) => {
    expect(resolve(path, addresses)).toEqual({ kind: 'file', address });
  });

  test('without its last slash is sent to the address with it', () => {
    expect(resolve('en/paths', addresses)).toEqual({ kind: 'needs-slash', address: 'en/paths/' });
  });

  test.each(['en/nothing/', 'assets/page.css/', 'en/xindex.html', '%', '%E0%A4%A'])(
    'for "%s" is unknown',
    (path) => expect(resolve(path, addresses)).toEqual({ kind: 'unknown' }),
  );
});
