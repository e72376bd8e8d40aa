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
  ui: Words<HomeWord>;
}
