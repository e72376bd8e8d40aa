import type { Words } from '../core/i18n/index.ts';
import type { CourseMap } from '../core/path/course-map.ts';
import { whereWords } from './where-words.ts';

/** Interface strings of a path page's script. */
export const pathWords = [
  ...whereWords,
  'path.read',
  'path.moduleFacts',
  'path.moduleLeft',
  'path.practise',
  'path.openAt',
  'path.passed',
  'progress.assessmentEarlier',
  'progress.assessmentPassed',
  'progress.assessmentNotYet',
] as const;
export type PathWord = (typeof pathWords)[number];

/** What a path page hands to its script: the map has this path alone. */
export interface PathData {
  map: CourseMap;
  /** Folder of the released contents, with a slash at its end, and the hash of today's. */
  releases: string;
  release: string;
  ui: Words<PathWord>;
}
