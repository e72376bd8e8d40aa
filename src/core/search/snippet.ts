import { wordsOf } from './words.ts';

/** A piece of text that is shown as it is, or marked. */
export interface Part {
  text: string;
  marked: boolean;
}

/** A text in parts, with the words marked whose stem is among `matched`. */
export function markWords(text: string, matched: readonly string[], lang: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const { stem, start, end } of wordsOf(text, lang)) {
    if (!matched.includes(stem)) continue;
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
  const met = words.filter(({ stem }) => matched.includes(stem));
  let best = { start: 0, worth: 0 };
  for (const { start } of met) {
    const inside = met.filter((word) => word.start >= start && word.end <= start + length * 0.8);
    const worth = new Set(inside.map(({ stem }) => stem)).size + inside.length / 100;
    if (worth > best.worth) best = { start, worth };
  }
  // Some words before the first match, so that it can be understood; at the latest from the last full stretch.
  const wanted = Math.min(Math.max(0, best.start - length * 0.2), text.length - length);
  const from = wanted <= 0 ? 0 : (words.find(({ start }) => start >= wanted)?.start ?? 0);
  const end = words.findLast((word) => word.end <= from + length)?.end ?? text.length;
  const stop = text.length - end <= 2 ? text.length : end;
  const parts = markWords(text.slice(from, stop), matched, lang);
  if (from > 0) parts.unshift({ text: '… ', marked: false });
  if (stop < text.length) parts.push({ text: ' …', marked: false });
  return parts;
}
