import { compoundsOf, isOneNumber, type Word, wordsOf } from './words.ts';

/** A piece of text that is shown as it is, or marked. */
export interface Part {
  text: string;
  marked: boolean;
}

/** A text in parts, with the words marked whose stem is among `matched`. */
export function markWords(text: string, matched: readonly string[], lang: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const { start, end } of metIn(text, wordsOf(text, lang), matched, lang)) {
    if (start < at) continue;
    if (start > at) parts.push({ text: text.slice(at, start), marked: false });
    parts.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), marked: false });
  return parts;
}

/**
 * The stretch of a text, at most about `length` characters and cut between words, in which most different matched
 * words stand; its beginning when none does.
 */
export function snippet(text: string, matched: readonly string[], lang: string, length = 190): Part[] {
  if (text.length <= length) return markWords(text, matched, lang);
  const words = wordsOf(text, lang);
  const met = metIn(text, words, matched, lang);
  let best = { start: 0, worth: 0 };
  for (const { start } of met) {
    const inside = met.filter((word) => word.start >= start && word.end <= start + length * 0.8);
    const worth = new Set(inside.map(({ stem }) => stem)).size + inside.length / 100;
    if (worth > best.worth) best = { start, worth };
  }
  // Some words before the first match, so that it can be understood; at the latest from the last full stretch.
  const wanted = Math.min(Math.max(0, best.start - length * 0.2), text.length - length);
  let first = wanted <= 0 ? 0 : words.findIndex(({ start }) => start >= wanted);
  while (first > 0 && isOneNumber(text, words[first - 1], words[first])) first--;
  const from = first <= 0 ? 0 : (words[first]?.start ?? 0);
  let last = words.findLastIndex((word) => word.end <= from + length);
  // The groups of a number stay together: half a phone number is a wrong one.
  while (last >= 0 && isOneNumber(text, words[last], words[last + 1])) last++;
  const end = words[last]?.end ?? text.length;
  const stop = text.length - end <= 2 ? text.length : end;
  const parts = markWords(text.slice(from, stop), matched, lang);
  if (from > 0) parts.unshift({ text: '… ', marked: false });
  if (stop < text.length) parts.push({ text: ' …', marked: false });
  return parts;
}

/** Words and compounds whose stem is among `matched`, in the order in which they begin; a compound before its parts. */
function metIn(text: string, words: readonly Word[], matched: readonly string[], lang: string): Word[] {
  return [...compoundsOf(text, words, lang), ...words]
    .filter(({ stem }) => matched.includes(stem))
    .sort((a, b) => a.start - b.start);
}
