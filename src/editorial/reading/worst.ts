import { countWords } from '../../core/reading-time/index.ts';
import type { CourseText } from './course-texts.ts';
import { splitSentences } from './sentences.ts';

/** A sentence, how long it is, and where to find it. */
export interface PlacedSentence {
  file: string;
  place: string;
  words: number;
  text: string;
}

/** The longest sentences of some texts, longest first. */
export function longestSentences(texts: readonly CourseText[], count: number): PlacedSentence[] {
  return texts
    .flatMap(({ file, place, text }) =>
      splitSentences(text).map((sentence) => ({
        file,
        place,
        words: countWords(sentence.text),
        text: sentence.text,
      })),
    )
    .sort((a, b) => b.words - a.words)
    .slice(0, count);
}

/** `file:line  words  sentence`, as a failing test and the content tool print it. */
export function formatSentence({ file, place, words, text }: PlacedSentence): string {
  return `${file}${/^\d+$/.test(place) ? `:${place}` : ` › ${place}`}\n  ${words} words: ${text}`;
}
