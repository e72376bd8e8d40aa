/** How a text is set in a certificate: with the embedded font, or drawn by the browser, and in which size. */

/** Letters of scripts that run right to left, by block. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * Whether the browser must draw the text: the embedded font lacks a character, or could not set it right.
 *
 * Marks that stand over another letter are drawn too, since letter and mark may come from two font files.
 *
 * @param covers Whether the embedded font has a glyph for a code point.
 */
export function needsDrawing(text: string, covers: (codePoint: number) => boolean): boolean {
  if (RIGHT_TO_LEFT.test(text) || /\p{M}/u.test(text)) return true;
  return [...text].some((character) => !covers(character.codePointAt(0) as number));
}

/** Direction of a text: that of its first letter. */
export function textDirection(text: string): 'ltr' | 'rtl' {
  const letter = /\p{L}/u.exec(text)?.[0];
  return letter !== undefined && RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr';
}

/**
 * The letters of a line from left to right, as they stand on paper: right-to-left stretches are reversed.
 *
 * Follows the Unicode Bidirectional Algorithm (UAX 9) for what names consist of: letters, digits, spaces and marks,
 * without embeddings.
 */
export function inVisualOrder(line: string): string[] {
  const letters = graphemes(line);
  const base = textDirection(line) === 'rtl' ? 1 : 0;
  // 1: right to left; 2: digits within that, and left-to-right letters where the line runs right to left.
  const levels: (number | undefined)[] = [];
  let strong = base;
  for (const letter of letters) {
    if (RIGHT_TO_LEFT.test(letter)) {
      strong = 1;
      levels.push(1);
    } else if (/^\p{L}/u.test(letter)) {
      strong = 0;
      levels.push(base === 1 ? 2 : 0);
    } else if (/^\p{N}/u.test(letter)) levels.push(strong === 1 || base === 1 ? 2 : 0);
    else levels.push(undefined);
  }
  const resolved = levels.map((level, at) => {
    if (level !== undefined) return level;
    const before = levels.slice(0, at).findLast((one) => one !== undefined) ?? base;
    const after = levels.slice(at + 1).find((one) => one !== undefined) ?? base;
    // Digits count as right to left here; between two of the same kind one is of that kind.
    const isRtl = (one: number) => one === 1 || (one === 2 && base === 0);
    if (isRtl(before) && isRtl(after)) return 1;
    return before === after ? before : base;
  });
  const order = letters.map((letter, at) => ({ letter, level: resolved[at] ?? 0 }));
  for (let level = 2; level >= 1; level--) {
    for (let from = 0; from < order.length; from++) {
      let to = from;
      while (to < order.length && (order[to]?.level ?? 0) >= level) to++;
      if (to > from) order.splice(from, to - from, ...order.slice(from, to).reverse());
      from = Math.max(from, to);
    }
  }
  return order.map(({ letter }) => letter);
}

/** Box that a text must fit into; sizes in points. */
export interface TextBox {
  width: number;
  largest: number;
  smallest: number;
  mostLines: number;
  /** true: use a second line before shrinking the letters (a paragraph); false: shrink first (a name). */
  wraps?: boolean;
}

/**
 * The size and lines in which a text fits its room.
 *
 * Lines break at spaces. A text that does not fit so in the smallest size breaks anywhere and shrinks further.
 *
 * @param widthOf Width of a line, for letters of size 1.
 */
export function fitLines(
  text: string,
  widthOf: (line: string) => number,
  box: TextBox,
): { size: number; lines: string[] } {
  for (let count = box.wraps ? box.mostLines : 1; count <= box.mostLines; count++) {
    const least = count < box.mostLines ? Math.max(box.smallest, box.largest * 0.6) : box.smallest;
    for (let size = box.largest; size >= least; size--) {
      const lines = fill(text.split(' '), ' ', widthOf, box.width / size);
      if (lines.length <= count && lines.every((line) => widthOf(line) * size <= box.width))
        return { size, lines };
    }
  }
  const letters = graphemes(text);
  for (let size = box.smallest; ; size *= 0.95) {
    const lines = fill(letters, '', widthOf, box.width / size);
    if (lines.length <= box.mostLines || size < 1) return { size, lines };
  }
}

/** Fills each line with as many parts as fit. */
function fill(
  parts: readonly string[],
  joint: string,
  widthOf: (line: string) => number,
  width: number,
): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const longer = `${lines.at(-1)}${joint}${part}`;
    if (lines.length > 0 && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines;
}

/** Splits into grapheme clusters, which must not be broken. */
function graphemes(text: string): string[] {
  return [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(
    ({ segment }) => segment,
  );
}
