import type { Words } from '../../core/i18n/index.ts';
import type { Competency } from '../../core/scenario/index.ts';
import type { RecordWord } from './words.ts';

/** A lesson of the course, as the record page shows it. */
export interface RecordLesson {
  id: string;
  title: string;
  href: string;
  /** Ids of the checks that stand in it. */
  checks: readonly string[];
}

/** What a page hands to the record. */
export interface RecordProps {
  lang: string;
  /** Hash of today's grading content, and the folder of the released contents. */
  release: string;
  releases: string;
  /** Address of the questions of each objective. */
  topics: string;
  modules: readonly { id: string; title: string; href: string; lessons: readonly RecordLesson[] }[];
  scenarios: Readonly<
    Record<
      string,
      {
        title: string;
        href: string;
        /** Titles of its endings by id. */
        endings: Readonly<Record<string, string>>;
        /** Most points that can be reached, by competency. */
        possible: Partial<Record<Competency, number>>;
      }
    >
  >;
  /** Paths by id, with the addresses of each one's page and of its short tests. */
  paths: Readonly<Record<string, { title: string; href: string; test: string }>>;
  ui: Words<RecordWord>;
  links: { certificate: string; paths: string; review: string };
}
