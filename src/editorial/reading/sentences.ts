/** One sentence of a text and where it stands in it. */
export interface Sentence {
  text: string;
  /** Offset of its first character. */
  start: number;
  /** Offset after its last character, without the space that follows. */
  end: number;
}

// A full stop after these does not end a sentence. "No." and "etc." are not here: they end sentences more often.
const ABBREVIATIONS = new Set(['mr', 'mrs', 'ms', 'dr', 'st', 'art', 'e.g', 'i.e', 'vs', 'approx', 'fig']);

/**
 * Splits running text into sentences: at . ! ? … followed by a space and then a capital, a digit or an opening quote.
 * Text without such an end (a label, an answer) is one sentence.
 *
 * @param text White space already reduced to single spaces.
 */
export function splitSentences(text: string): Sentence[] {
  const found: Sentence[] = [];
  const add = (from: number, to: number) => {
    const raw = text.slice(from, to);
    const start = from + (raw.length - raw.trimStart().length);
    if (raw.trim() !== '') found.push({ text: raw.trim(), start, end: start + raw.trim().length });
  };
  let from = 0;
  for (const stop of text.matchAll(/(?<![.!?…])[.!?…]+[”’"')\]]*(?=\s+[“‘"'([]*[\p{Lu}\p{N}])/gu)) {
    const before =
      text
        .slice(from, stop.index)
        .split(/[\s“‘"'([]/)
        .at(-1) ?? '';
    if (stop[0] === '.' && ABBREVIATIONS.has(before.toLowerCase())) continue;
    add(from, stop.index + stop[0].length);
    from = stop.index + stop[0].length;
  }
  add(from, text.length);
  return found;
}
