import type { Words } from '../../core/i18n/index.ts';
import type { QuestionWords } from '../../core/question/index.ts';
import type { AssessmentWord } from './words.ts';

/** What a page hands to the final assessment. */
export interface AssessmentProps {
  path: string;
  /** Hash of today's grading content, and the folder of the released contents. */
  release: string;
  releases: string;
  /** Addresses of the words of the questions, one for each module of the path. */
  words: string[];
  ui: Words<AssessmentWord>;
  links: { path: string };
}

/** Words of the questions that may be drawn, by reference. */
export type ExamWords = Record<string, { words: QuestionWords }>;
