import { expect, test } from 'vitest';
import { pickWords, say, strictWords } from './index.ts';

const ui: Record<string, string> = { 'a.one': 'One {n}', 'a.two': 'Two', 'b.one': 'Other' };

test('an island is given the words of its list and no others', () => {
  const words = pickWords(ui, ['a.one', 'b.one']);
  expect(words).toEqual({ 'a.one': 'One {n}', 'b.one': 'Other' });
  expect(say(words, 'a.one', { n: 1 })).toBe('One 1');
  // @ts-expect-error: the island was not given this word. `astro check` fails when this compiles.
  say(words, 'a.two');
});

test('keys that are put together are checked too', () => {
  const words = pickWords(ui, ['a.one', 'a.two']);
  const known = 'one' as 'one' | 'two';
  const unknown = 'two' as 'two' | 'three';
  expect(say(words, `a.${known}`)).toBe('One {n}');
  // @ts-expect-error: there is no `a.three` among the words.
  say(words, `a.${unknown}`);
});

test('a word that no language file has stops the build', () => {
  expect(() => pickWords(ui, ['a.one', 'a.three'])).toThrow('There is no interface string "a.three"');
  expect(() => say(strictWords(ui), 'a.three')).toThrow('There is no interface string "a.three"');
  expect(say(strictWords(ui), 'a.two')).toBe('Two');
});
