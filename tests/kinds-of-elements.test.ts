import { expect, test } from 'vitest';
import { kindsOf, pagesWithEveryKind } from './kinds-of-elements.ts';

const page = (address: string, body: string) => ({ address, html: `<!doctype html><title>T</title>${body}` });

test('every kind of element stands on a chosen page, and a page that adds none is left out', () => {
  const pages = [
    page('a', '<p class="lead">One</p>'),
    page('b', '<p class="lead">Other words</p><table><tr><td>1</td></tr></table>'),
    page('c', '<p lang="nl">Drie</p>'),
  ];
  expect(pagesWithEveryKind(pages)).toEqual(['b', 'c']);
});

test('the same element inside another one is another kind', () => {
  const [plain, nested] = [kindsOf('<a href="/">x</a>'), kindsOf('<p class="notice"><a href="/">x</a></p>')];
  expect([...nested].filter((kind) => kind.endsWith('> a'))).not.toEqual(
    [...plain].filter((kind) => kind.endsWith('> a')),
  );
});
