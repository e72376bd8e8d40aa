import { expect, test } from 'vitest';
import { countWords, minutesProblem, readingMinutes, wordsOf } from './index.ts';

test('words are what stands between spaces and has a letter or a digit', () => {
  expect(wordsOf('A follow-up — at 18:30, 5 euro …')).toEqual([
    'A',
    'follow-up',
    'at',
    '18:30,',
    '5',
    'euro',
  ]);
  expect(countWords('– “نعم”، قالت.')).toBe(2);
  expect(countWords(' \n')).toBe(0);
});

test('reads 200 words a minute and answers a check in 40 seconds', () => {
  expect(readingMinutes(900, 3)).toBe(6.5);
  expect(readingMinutes(0)).toBe(0);
});

test('accepts minutes within 35 % of what the words take, and otherwise says which to write', () => {
  const of = (stated: number, needed: number) => minutesProblem(stated, needed, 'Its words in "en"', []);
  for (const stated of [6, 7, 10, 14]) expect(of(stated, 10)).toBeUndefined();
  expect(of(5, 10)).toEqual({
    code: 'content/minutes',
    place: [],
    what: 'Says 5 minutes. Its words in "en" take about 10.',
    mend: 'Write "minutes: 10"; anything from 6 to 14 is accepted. It counts for every language.',
  });
  expect(of(15, 10)).toBeDefined();
  // Something so short that it rounds to nothing still takes a minute.
  expect(of(1, 0.2)).toBeUndefined();
  expect(of(2, 0.2)?.mend).toContain('"minutes: 1"');
});
