import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { withOwnHashes } from './page-policy.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = (hashes: string, body: string) =>
  `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self'${hashes}; style-src 'self'">${body}`;

test('keeps the hashes of scripts and styles that stand in the page, and no others', () => {
  const body = '<script>one()</script><style>a{}</style><script type="module" src="/x.js"></script>';
  const all = ` ${hash('one()')} ${hash('two()')} ${hash('a{}')}`;
  expect(withOwnHashes(page(` ${hash('')}${all}`, body))).toBe(
    page(` ${hash('one()')} ${hash('a{}')}`, body),
  );
});

test('leaves a page without a policy, and a policy without hashes, as they are', () => {
  expect(withOwnHashes('<p>x</p>')).toBe('<p>x</p>');
  expect(withOwnHashes(page('', '<p>x</p>'))).toBe(page('', '<p>x</p>'));
});
