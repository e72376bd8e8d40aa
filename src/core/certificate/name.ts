/** Longest name that a certificate carries, in characters (Unicode code points). */
export const LONGEST_NAME = 120;

// Joiners shape letters (Persian, Indic scripts), variation selectors choose the form of a character (Japanese names):
// what one sees depends on them, where they stand between or behind letters.
const SHAPING = /(?<=[\p{L}\p{M}])[\u200C\u200D](?=[\p{L}\p{M}])|(?<=\S)[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu;
// Everything else that a font draws as nothing: zero-width and soft hyphens, direction marks, fillers, tags.
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
// Tab and line break are seen as a gap; other control characters as nothing. U+2800 is a Braille cell without dots.
const GAP = /[\t\n\v\f\r\u0085\u2028\u2029\u2800\p{Z}]+/gu;
const CONTROL = /\p{Cc}/gu;

/**
 * A name as a certificate carries it: what a reader sees of the text that was typed, in Unicode form NFC.
 *
 * Characters that cannot be seen are taken out without leaving a gap, gaps become one space each, and what is longer
 * than {@link LONGEST_NAME} is cut. The empty text when nothing is left that can be seen.
 */
export function cleanName(name: string): string {
  // Half of a surrogate pair cannot be written as UTF-8 and would come back as another name.
  const text = name.replace(/\p{Cs}/gu, '\uFFFD').normalize('NFC');
  const shaping = new Set([...text.matchAll(SHAPING)].map((match) => match.index));
  const seen = text
    .replace(UNSEEN, (character, at: number) => (shaping.has(at) ? character : ''))
    .replace(GAP, ' ')
    .replace(CONTROL, '')
    .normalize('NFC')
    .trim();
  const cleaned = [...seen].slice(0, LONGEST_NAME).join('').trim();
  // Taking something out or cutting can bring a joiner to an edge, or letter and mark together: once more until it stays.
  return cleaned === name ? (isVisible(cleaned) ? cleaned : '') : cleanName(cleaned);
}

/**
 * Whether a certificate may carry the name: it is as {@link cleanName} gives it, or as the rule gave it that held until
 * December 2026, and something of it can be seen. Certificates of that time stay valid.
 */
export function isCertificateName(name: string): boolean {
  return isVisible(name) && (cleanName(name) === name || cleanNameUntil2026(name) === name);
}

/** Whether anything of the text is drawn. */
function isVisible(text: string): boolean {
  return text.replace(UNSEEN, '').replace(GAP, '').replace(CONTROL, '').replace(/\p{M}/gu, '') !== '';
}

function cleanNameUntil2026(name: string): string {
  return [
    ...name
      .normalize('NFC')
      .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069\u200B\uFEFF]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  ]
    .slice(0, LONGEST_NAME)
    .join('')
    .trim();
}
