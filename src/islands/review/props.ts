import type { Words } from '../../core/i18n/index.ts';
import type { ReviewWord } from './words.ts';

/** What a page hands to the review, by `handOver`. */
export interface ReviewProps {
  lang: string;
  /** Hash of today's grading content, and the folder of the released contents. */
  release: string;
  releases: string;
  /** Address of the questions of each objective. */
  topics: string;
  /** Addresses of the words of the questions, by module. */
  words: Readonly<Record<string, string>>;
  /** Lessons by `module/lesson`. */
  lessons: Readonly<Record<string, { title: string; href: string }>>;
  /** Role-plays by id. */
  scenarios: Readonly<Record<string, { title: string; href: string }>>;
  ui: Words<ReviewWord>;
  links: { record: string; paths: string };
}
