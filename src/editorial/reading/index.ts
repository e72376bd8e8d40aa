export { type CourseText, courseTexts, type TextKind } from './course-texts.ts';
export {
  B2_LIMITS,
  beyondLimits,
  countSyllables,
  LONG_SENTENCE,
  measure,
  type ReadingLevel,
} from './level.ts';
export { type Sentence, splitSentences } from './sentences.ts';
export { type AvoidedWord, avoidedWordsFinder } from './words-to-avoid.ts';
export { formatSentence, longestSentences, type PlacedSentence } from './worst.ts';
