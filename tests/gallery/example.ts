import type { LearnerRecord } from '../../src/core/progress/index.ts';

/** One state of a built page: where it is, what it finds, and what is done to get there. Plain data. */
export interface Example {
  /** Its name, in kebab-case: part of the address and of the pictures' names. */
  id: string;
  /** The built page, such as `en/verify/`. */
  page: string;
  /** What stands after `#`. */
  hash?: string;
  /** What the browser has kept; a text is kept as it is, so that it may be damaged. Default: nothing. */
  record?: LearnerRecord | string;
  /** `full`: nothing more can be kept. `blocked`: nor read. */
  storage?: 'full' | 'blocked';
  /** What is fetched from addresses that match fails, or is never answered. Source of a regular expression. */
  fails?: string;
  hangs?: string;
  /** Name of an island whose script does not arrive. */
  withoutIsland?: string;
  /** Waits of ten seconds and more take no time. */
  isHurried?: boolean;
  /** The direction of the page, where it is not that of its language. */
  dir?: 'rtl';
  /** Selector of the only part that is looked at, where the rest of the page is another example. */
  part?: string;
  /** The page as a browser without scripts shows it. */
  isWithoutScripts?: boolean;
  /** What is done, in order. */
  steps?: readonly Step[];
  /** Console messages that this state brings by itself: sources of regular expressions. */
  logs?: readonly string[];
}

/** Selectors are CSS; each step waits for the first element that it names. */
export type Step =
  | { press: string }
  | { type: string; into: string }
  /** Waits only. */
  | { shows: string };
