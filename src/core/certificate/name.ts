/** Longest name that a certificate carries, in characters (Unicode code points). */
export const LONGEST_NAME = 120;

/**
 * A name with spaces tidied and control characters (also those that turn the direction of text) taken out; the empty
 * text when nothing is left that can be seen.
 */
export function cleanName(name: string): string {
  // A half of a character cannot be written as UTF-8 and would come back as another name.
  const cleaned = [
    ...name
      .replace(/\p{Cs}/gu, '\uFFFD')
      .normalize('NFC')
      .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069\u200B\uFEFF]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  ]
    .slice(0, LONGEST_NAME)
    .join('')
    .trim();
  return /[^\p{Cc}\p{Cf}\p{Z}]/u.test(cleaned) ? cleaned : '';
}
