import type { Words } from '../core/i18n/index.ts';
import type { CourseMap } from '../core/path/course-map.ts';

/** Interface strings of the script of the list of role-plays. */
export const playListWords = [
  'plays.all',
  'plays.others',
  'plays.own',
  'plays.new',
  'plays.passed',
  'plays.openAt',
  'plays.endings',
] as const;
export type PlayListWord = (typeof playListWords)[number];

/** What the list of role-plays hands to its script. */
export interface PlayListData {
  map: CourseMap;
  /** Folder of the released contents, with a slash at its end, and the hash of today's. */
  releases: string;
  release: string;
  ui: Words<PlayListWord>;
}
