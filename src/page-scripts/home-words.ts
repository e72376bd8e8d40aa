import type { Words } from '../core/i18n/index.ts';
import { whereWords } from './where-words.ts';

/** Interface strings of the home page's script. */
export const homeWords = [
  ...whereWords,
  'home.next',
  'home.nextPlay',
  'home.nextAssessment',
  'home.nextCertificate',
  'home.assessmentText',
  'home.certificateText',
  'home.stillOpen',
  'home.decision',
  'home.goOnPlay',
  'home.goOn',
  'home.start',
  'home.also',
  'again.dueTitle',
  'again.begin',
  'again.dueDecision',
  'again.why.sure-and-wrong',
  'again.why.missed',
  'again.why.guessed',
  'again.why.due',
] as const;
export type HomeWord = (typeof homeWords)[number];

/** What the home page hands to its script. */
export interface HomeData {
  /** Address of the course's map (`HomeMapFile`). */
  map: string;
  /** Address of the pages of the language, with a slash at its end. */
  base: string;
  /** Folder of the released contents, with a slash at its end, and the hash of today's. */
  releases: string;
  release: string;
  /** Address of the questions of each objective. */
  topics: string;
  ui: Words<HomeWord>;
}
