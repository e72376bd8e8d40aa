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
  links: { path: string; test: string; review: string };
  /** How many questions, and what share of them passes. */
  intro: string;
  passPercent: number;
  /** Modules of the path by id, with their lessons by id; for the plan after a sitting. */
  modules: Record<string, { title: string; lessons: Record<string, PlannedLesson> }>;
  /** Role-plays of the path, in order. */
  scenarios: readonly { id: string; title: string; href: string }[];
}

interface PlannedLesson {
  title: string;
  href: string;
  minutes: number;
}

/** Words of the questions that may be drawn and of the objective that each tests, by reference. */
export type ExamWords = Record<string, { words: QuestionWords; objective: string }>;
