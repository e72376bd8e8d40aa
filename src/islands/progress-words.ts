import { loadingWords } from './loading-words.ts';

/** Interface strings of `PathProgress`. */
export const progressWords = [
  ...loadingWords,
  'progress.lessons',
  'progress.scenarios',
  'progress.assessmentOpen',
  'progress.assessmentEarlier',
  'progress.assessmentPassed',
  'progress.assessmentNotYet',
  'progress.wasComplete',
  'progress.certificate',
  'progress.next',
  'progress.play',
  'progress.toAssessment',
] as const;
export type ProgressWord = (typeof progressWords)[number];
