import { percentText } from '../../core/percent/index.ts';
import { wordsOf } from '../../core/reading-time/index.ts';
import { splitSentences } from './sentences.ts';

/** What the formulas say of a text, and what they are made of. */
export interface ReadingLevel {
  sentences: number;
  words: number;
  wordsPerSentence: number;
  /** Share of words of more than six letters, 0 to 1. */
  longWordShare: number;
  /** Share of sentences over `LONG_SENTENCE` words, 0 to 1. */
  longSentenceShare: number;
  /** Björnsson's LIX: higher is harder. Works for every language that is written with letters. */
  lix: number;
  /** Flesch reading ease: lower is harder. For English only. */
  flesch: number;
}

/** No sentence of the course is longer, in words; content/README.md says so to authors. */
export const LONG_SENTENCE = 30;

/**
 * What a text for readers at B2 may reach. The CEFR gives no numbers: of B2 it says that the reader follows articles
 * and reports on present-day problems, which is ordinary newspaper text. The numbers are those that the formulas'
 * makers and guides to plain English give for such text; they are a fence, no proof that a text is understood.
 */
export const B2_LIMITS = {
  /** Upper end of the advice of M. Cutts, Oxford Guide to Plain English, is 20; the course holds itself to 18. */
  wordsPerSentence: 18,
  /**
   * C.-H. Björnsson, Läsbarhet (1968): 30 to 40 fiction and magazines, 40 to 50 newspapers, over 50 official texts. A
   * reader at B2 manages newspapers with effort; the effort is to go into the subject, so the course stays below them.
   */
  lix: 40,
  /** R. Flesch, A New Readability Yardstick (1948): 60 to 70 is "standard"; under 50 is "difficult". */
  flesch: 60,
  /** Authors are told "none"; one in forty leaves a lesson room for a list or a rule of law in one sentence. */
  longSentenceShare: 0.025,
} as const;

/** Measures texts together, each split into sentences by itself. Of no text at all everything is 0. */
export function measure(texts: readonly string[]): ReadingLevel {
  const sentences = texts.flatMap((text) => splitSentences(text).map((sentence) => wordsOf(sentence.text)));
  const words = sentences.flat();
  if (words.length === 0)
    return {
      sentences: 0,
      words: 0,
      wordsPerSentence: 0,
      longWordShare: 0,
      longSentenceShare: 0,
      lix: 0,
      flesch: 0,
    };
  const wordsPerSentence = words.length / sentences.length;
  const longWordShare = words.filter((word) => letters(word) > 6).length / words.length;
  const syllables = words.reduce((sum, word) => sum + countSyllables(word), 0);
  return {
    sentences: sentences.length,
    words: words.length,
    wordsPerSentence,
    longWordShare,
    longSentenceShare:
      sentences.filter((sentence) => sentence.length > LONG_SENTENCE).length / sentences.length,
    lix: wordsPerSentence + 100 * longWordShare,
    flesch: 206.835 - 1.015 * wordsPerSentence - 84.6 * (syllables / words.length),
  };
}

/** What of a level is beyond the limits, in words with both numbers; empty when nothing is. */
export function beyondLimits(
  level: ReadingLevel,
  limits: Readonly<Record<keyof typeof B2_LIMITS, number>> = B2_LIMITS,
): string[] {
  return [
    level.wordsPerSentence > limits.wordsPerSentence &&
      `${level.wordsPerSentence.toFixed(1)} words a sentence, limit ${limits.wordsPerSentence}`,
    level.lix > limits.lix && `LIX ${level.lix.toFixed(1)}, limit ${limits.lix}`,
    level.words > 0 &&
      level.flesch < limits.flesch &&
      `Flesch reading ease ${level.flesch.toFixed(1)}, limit ${limits.flesch}`,
    level.longSentenceShare > limits.longSentenceShare &&
      `${percentText(level.longSentenceShare)} of the sentences over ${LONG_SENTENCE} words, limit ${percentText(limits.longSentenceShare)}`,
  ].filter((line) => line !== false);
}

/**
 * Syllables of an English word, by counting groups of vowels: a silent e at the end, and the e of -es and -ed, are
 * taken off where English does not say them. Right for about nine words in ten, and the errors go both ways. Figures
 * count as one syllable, because how they are read aloud does not make them harder to read.
 */
export function countSyllables(word: string): number {
  return (
    word
      .toLowerCase()
      // é and ï count as e and i.
      .normalize('NFD')
      .replace(/[\p{M}’']/gu, '')
      .split(/[^a-z]+/)
      .filter((part) => part !== '')
      .reduce((sum, part) => sum + ofPart(part), 0) || 1
  );
}

function ofPart(part: string): number {
  const spoken = part
    .replace(/([^aeiouylr])l(?:es|ed|e)$/, '$1el') // ta-ble, sin-gles, han-dled: said
    .replace(/([^aeioutd])ed$/, '$1') // worked, asked: silent; wanted, ended: said
    .replace(/([^aeiouscxzgh]|[^cs]h)es$/, '$1') // takes: silent; houses, boxes: said
    .replace(/([^aeiou])e$/, '$1'); // take: silent; be, see: caught below
  return Math.max(1, (spoken.match(/[aeiouy]+/g) ?? []).length);
}

function letters(word: string): number {
  return (word.match(/\p{L}/gu) ?? []).length;
}
