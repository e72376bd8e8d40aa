import lunr from 'lunr';
import { expect, test, vi } from 'vitest';
import { buildIndex, openIndex, search } from './index.ts';

const index = openIndex(
  buildIndex(
    [
      {
        kind: 'lesson',
        title: 'Passports',
        within: '',
        also: '',
        text: 'Who keeps the passport of a worker?',
        address: 'a/',
      },
    ],
    { lang: 'en', ignore: [], synonyms: [], notes: [] },
  ),
);

test('finds a word in spite of typing errors', () => {
  expect(search(index, 'pasport').hits).toHaveLength(1);
});

test('looks for nothing near a word that is longer than any: 200 letters would take most of a minute and gigabytes', () => {
  const fuzzy = vi.spyOn(lunr.TokenSet as unknown as { fromFuzzyString: () => void }, 'fromFuzzyString');
  expect(search(index, `${'x'.repeat(31)} passport`).hits).toHaveLength(1);
  expect(fuzzy).not.toHaveBeenCalled();
  expect(search(index, `${'x'.repeat(30)} passport`).hits).toHaveLength(1);
  expect(fuzzy).toHaveBeenCalled();
});
