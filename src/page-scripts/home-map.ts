import type { CourseMap } from '../core/path/course-map.ts';

/** The course's map, and what the home page shows of the next lesson and of open role-plays. */
export interface HomeMap extends CourseMap {
  /** What a reader can do after a lesson, by `module/lesson`. */
  summaries: Readonly<Record<string, string>>;
  /** The drawing that a lesson begins with, by `module/lesson`; absent where it has none. */
  sceneOf: Readonly<Record<string, string>>;
  /** Drawings as SVG, by id. */
  scenes: Readonly<Record<string, string>>;
  /** The person of a role-play as SVG, by the role-play's id. */
  faces: Readonly<Record<string, string>>;
}

/** What `<lang>/course-map.json` holds: all but the address of the pages, which the page that reads it adds. */
export type HomeMapFile = Omit<HomeMap, 'base'>;
