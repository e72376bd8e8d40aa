/** One word that stands in a text and on the list. */
export interface AvoidedWord {
  word: string;
  reason: string;
  instead: string;
}

interface Rule {
  words: readonly string[];
  reason: string;
  instead: string;
  allowed: readonly { phrase: string }[];
}

/**
 * A function that finds the listed words in a text.
 *
 * @param list As content/review/words-to-avoid.yaml has it: a star stands for any ending, allowed phrases are skipped.
 */
export function avoidedWordsFinder(list: readonly Rule[]): (text: string) => AvoidedWord[] {
  const rules = list.map(({ words, allowed, ...why }) => ({
    ...why,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map(pattern).join('|')})(?![\\p{L}\\p{N}])`, 'giu'),
    allowed: allowed.map(({ phrase }) => phrase),
  }));
  return (text) =>
    rules.flatMap(({ pattern, allowed, reason, instead }) => {
      const without = allowed.reduce((rest, phrase) => rest.replaceAll(phrase, ' '), text);
      return [...without.matchAll(pattern)].map(([word]) => ({ word, reason, instead }));
    });
}

function pattern(word: string): string {
  return word
    .replace(/[.+?()[\]{}|\\^$]/g, '\\$&')
    .replace(/\*$/, '\\p{L}*')
    .replace(/[\s-]+/g, '[\\s-]+');
}
