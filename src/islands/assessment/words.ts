import { loadingWords } from '../loading-words.ts';
import { questionWords } from '../question/words.ts';

/** Interface strings of the final assessment. */
export const assessmentWords = [
  ...questionWords,
  ...loadingWords,
  'exam.how',
  'exam.howNotKept',
  'exam.begin',
  'exam.again',
  'exam.question',
  'exam.progress',
  'exam.next',
  'exam.back',
  'exam.kept',
  'exam.notKept',
  'exam.handInTitle',
  'exam.answered',
  'exam.missing',
  'exam.handIn',
  'exam.goBack',
  'exam.result',
  'exam.passed',
  'exam.notPassed',
  'exam.earlier',
  'exam.cutOff',
  'exam.toPath',
  'exam.review',
  'exam.allRight',
] as const;
export type AssessmentWord = (typeof assessmentWords)[number];
