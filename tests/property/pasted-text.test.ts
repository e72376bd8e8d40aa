/** Whatever is pasted into a field is read without an error, and in no time that anybody notices. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanName, findToken, LONGEST_NAME, openToken } from '../../src/core/certificate/index.ts';
import { parseRecord } from '../../src/core/progress/index.ts';
import { answer, buildIndex, openIndex } from '../../src/core/search/index.ts';

const synonyms = Array.from({ length: 150 }, (_, i) => ({ say: [`word${i} two`], mean: ['passport'] }));
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
    { lang: 'en', ignore: ['the'], synonyms, notes: [] },
  ),
);

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  'the finder of certificates in texts': findToken,
  'the reader of certificates': openToken,
  'the field for a name': cleanName,
  'the reader of records': (text) => parseRecord(text, 0),
  'the search': (text) => answer(index, text),
};

/** Text of any UTF-16 units, so also with halves of surrogate pairs. */
const anyUnits = fc
  .array(fc.oneof(fc.integer({ min: 0xd800, max: 0xdfff }), fc.integer({ min: 0, max: 0xffff })))
  .map((units) => String.fromCharCode(...units));
const LENGTH = 40_000;
const LONG: Readonly<Record<string, string>> = {
  '7,999 letters and an emoji': `${'a'.repeat(7_999)}😀`,
  '7,999 letters and half an emoji': `${'a'.repeat(7_999)}\ud83d`,
  'dashes behind a key': `c=${'-'.repeat(LENGTH)}`,
  'many keys': 'c=abcdefghij '.repeat(LENGTH / 13),
  'apostrophes in a word': `a${"'".repeat(LENGTH)}b`,
  'invisible joiners': `a${'\u200d'.repeat(LENGTH)}b`,
  'different words': Array.from({ length: LENGTH / 8 }, (_, i) => `x${i.toString(36)}worda`).join(' '),
  'one word again and again': 'passport '.repeat(LENGTH / 9),
  'words with hyphens': 'a-'.repeat(LENGTH / 2),
  'opening brackets': '['.repeat(LENGTH),
  'quoted lines': '\n> '.repeat(LENGTH / 3),
  'encoded percent signs': '%25'.repeat(LENGTH / 3),
};

describe.each(Object.entries(readers))('%s', (_, read) => {
  test('takes any text', () => {
    fc.assert(
      fc.property(fc.oneof(anyUnits, fc.string({ unit: 'binary' }), fc.json()), (text) => {
        read(text);
        read(`c=${text}`);
      }),
      { numRuns: 200 },
    );
  });

  test.each(Object.entries(LONG))('takes %s in less than two seconds', (_name, text) => {
    const start = performance.now();
    read(text);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

test('a name of any text can be written as UTF-8, and stays as it is when cleaned again', () => {
  fc.assert(
    fc.property(anyUnits, (text) => {
      const name = cleanName(text);
      expect(name.isWellFormed()).toBe(true);
      expect([...name].length).toBeLessThanOrEqual(LONGEST_NAME);
      expect(cleanName(name)).toBe(name);
    }),
  );
});
