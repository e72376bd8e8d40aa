import lunr from 'lunr';
import { describe, expect, test, vi } from 'vitest';
import { buildIndex, markWords, openIndex, search, snippet } from './index.ts';

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

describe('words written in another form', () => {
  const texts = [
    'Plan the follow-up with the person.',
    'A check list for the first talk.',
    'Signs at the workplace.',
    'Call 116 000 day and night.',
    'The official office of the flat.',
    'What the naïve cliché says of it.',
    'You don’t have to decide today.',
    'The Strasse where he lives.',
  ];
  const documents = texts.map((text, i) => ({
    kind: 'lesson' as const,
    title: `Lesson ${i}`,
    within: '',
    also: '',
    text,
    address: `${i}/`,
  }));
  const opened = openIndex(buildIndex(documents, { lang: 'en', ignore: [], synonyms: [], notes: [] }));
  const first = (query: string) => texts[search(opened, `${query} `).hits[0]?.document ?? -1];

  test.each([
    ['followup', 0],
    ['follow up', 0],
    ['follow-up', 0],
    ['follow\u2011up', 0],
    ['follow\u00adup', 0],
    ['checklist', 1],
    ['check-list', 1],
    ['work place', 2],
    ['work-place', 2],
    ['work\u200bplace', 2],
    ['116000', 3],
    ['116 000', 3],
    ['116.000', 3],
    ['１１６ ０００', 3],
    ['o\ufb03cial', 4],
    ['ｏｆｆｉｃｅ', 4],
    ['NAIVE', 5],
    ['nai\u0308ve', 5],
    ['cli\u00adche', 5],
    ["don't", 6],
    ['don`t', 6],
    ['don\u02bct', 6],
    ['dont', 6],
    ['straße', 7],
  ])('finds by %s', (query, at) => expect(first(query)).toBe(texts[at]));

  test('keeps the groups of a number together in an extract and marks them', () => {
    const long = `${'word '.repeat(36)}ring 0800 32 123 now ${'word '.repeat(60)}`;
    for (let length = 150; length < 230; length++) {
      const shown = snippet(long, ['ring'], 'en', length)
        .map(({ text }) => text)
        .join('');
      if (/0800|123/.test(shown)) expect(shown).toContain('0800 32 123');
    }
    expect(markWords('Call 116 000 now', ['116000'], 'en').find(({ marked }) => marked)?.text).toBe(
      '116 000',
    );
  });
});
