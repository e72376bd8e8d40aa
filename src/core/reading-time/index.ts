import type { Problem } from '../problem/index.ts';

/** How fast a reader is taken to read, in words a minute; everything that turns words into minutes uses it. */
export const WORDS_PER_MINUTE = 200;
/** Time to answer one knowledge check of a lesson. */
const SECONDS_PER_CHECK = 40;
/** How far the minutes of a structure may lie from what its words come to: a share of the latter, 0 to 1. */
const MINUTES_BAND = 0.35;

/** Words of a text: what stands between spaces and has a letter or a digit. "Follow-up" is one word, a dash none. */
export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** How many words a text has, by the rule of `wordsOf`. */
export function countWords(text: string): number {
  return wordsOf(text).length;
}

/**
 * Time for reading and for answering the checks on the way.
 *
 * @param words Words that are read.
 * @param checks Knowledge checks that are answered.
 * @returns Minutes, not rounded.
 */
export function readingMinutes(words: number, checks = 0): number {
  return words / WORDS_PER_MINUTE + (checks * SECONDS_PER_CHECK) / 60;
}

/**
 * Checks the minutes that a structure states against the words of one language. The stated figure is what hours of
 * training are counted from, in every language; this keeps it near the truth without tying it to each word.
 *
 * @param stated Minutes in `module.yaml` or `scenario.yaml`.
 * @param needed Minutes that the words of one language come to, from `readingMinutes`.
 * @param subject What is read, with its words and its language, as the start of a sentence: `Its 900 words in "en"`.
 * @returns The problem, with the figure to write; undefined while `stated` is within 35 % of `needed` (rounded outwards,
 * and at least 1).
 */
export function minutesProblem(
  stated: number,
  needed: number,
  subject: string,
  place: Problem['place'],
): Problem | undefined {
  const least = Math.max(1, Math.floor(needed * (1 - MINUTES_BAND)));
  const most = Math.max(1, Math.ceil(needed * (1 + MINUTES_BAND)));
  if (stated >= least && stated <= most) return undefined;
  const best = Math.max(1, Math.round(needed));
  return {
    code: 'content/minutes',
    place,
    what: `Says ${stated} minutes. ${subject} take about ${best}.`,
    mend: `Write "minutes: ${best}"; anything from ${least} to ${most} is accepted. It counts for every language.`,
  };
}
