import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completeRecord, content, utcDay } from '../../../tests/fixtures/grading.ts';
import { claimFor, findToken, packClaim } from './index.ts';

const claim = claimFor(content, completeRecord(), 'police', 'Łucja', utcDay);
if (!claim) throw new Error('The record completes the path.');
const TOKEN = packClaim(content, claim);
const LINK = `https://course.example/en/verify/#c=${TOKEN}`;
const wrapped = (by: string, every = 40) => LINK.replace(new RegExp(`(.{${every}})`, 'g'), `$1${by}`);

describe('finds the code in', () => {
  test.each([
    ['the link', LINK],
    ['the bare code', TOKEN],
    ['the code as its field shows it', `c=${TOKEN}`],
    ['the fragment alone', `#c=${TOKEN}`],
    ['an encoded number sign', LINK.replace('#', '%23')],
    ['an encoded equals sign', LINK.replace('=', '%3D')],
    ['both', encodeURIComponent(LINK)],
    ['a link encoded twice', encodeURIComponent(encodeURIComponent(LINK))],
    [
      'a link that a mail filter wraps',
      `https://filter.example/?url=${encodeURIComponent(LINK)}&data=05%7C02`,
    ],
    ['a link at the end of a sentence', `Here is it: ${LINK}.`],
    ['brackets', `<${LINK}>`],
    ['quotation marks', `“${TOKEN}”`],
    ['a line break', wrapped('\n', 90)],
    ['many line breaks', wrapped('\r\n')],
    ['a reply', wrapped('\n> ')],
    ['quoted-printable text', wrapped('=\r\n', 70).replace('c=', 'c=3D')],
    ['soft hyphens and zero-width spaces', wrapped('\u00ad\u200b', 30)],
    ['a mail with words behind it', `My certificate:\n${wrapped('\n')}\n\nBest regards\nAnna`],
    ['emphasis', `_${LINK}_`],
    ['the query in place of the fragment', LINK.replace('#', '?')],
    ['a second parameter', `${LINK}&utm=x`],
  ])('%s', (_, text) => expect(findToken(text)).toBe(TOKEN));

  test('whatever white space is put into it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(TOKEN.length), { maxLength: 20 }),
        fc.constantFrom(' ', '\n', '\r\n', '\t'),
        (places, gap) => {
          const at = new Set(places);
          const text = [...TOKEN].map((letter, i) => (at.has(i) ? gap + letter : letter)).join('');
          expect(findToken(`c=${text}`)).toBe(TOKEN);
        },
      ),
    );
  });
});

describe('does not mend', () => {
  test('a changed letter', () => {
    const changed = `${TOKEN.slice(0, 50)}${TOKEN[50] === 'A' ? 'B' : 'A'}${TOKEN.slice(51)}`;
    expect(findToken(LINK.replace(TOKEN, changed))).toBe(changed);
  });

  test.each(['', 'https://course.example/en/verify/', 'Hello', '#path=police'])(
    'what is none: “%s”',
    (text) => {
      expect(findToken(text)).toBeUndefined();
    },
  );

  test('throws at no text, and takes no long time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        findToken(text);
        findToken(`#c=${text}`);
      }),
    );
    findToken(`${'x'.repeat(7_999)}\u{1F600}`);
    findToken(`c=${'c=A '.repeat(200_000)}`);
    findToken('%25'.repeat(200_000));
  });
});
