import { nearestWord } from '../nearest/index.ts';

/** Letters of the longest word that may be misspelt. */
const LONGEST = 30;

/**
 * How many typing errors a word may have: a short word with one changed letter is usually another word. No errors are
 * allowed in words over 30 letters: lunr's fuzzy search takes time and memory with the square of the length.
 */
export function errorsAllowed(length: number): number {
  return length > LONGEST ? 0 : length >= 9 ? 2 : length >= 5 ? 1 : 0;
}

/** The nearest of `known` within the errors that the word may have; the word itself when none is near. */
export function nearest(word: string, known: Iterable<string>): string {
  return nearestWord(word, known, errorsAllowed(word.length)) ?? word;
}
