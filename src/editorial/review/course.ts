import type { Fact, FactWords } from '../country/schema.ts';
import type {
  Course,
  DiagramWords,
  Glossary,
  GlossaryWords,
  LessonFrontmatter,
  ModuleWords,
  ReviewStatus,
  Sources,
} from '../course/schema.ts';
import type { Path } from '../path/schema.ts';
import type { BankQuestion, QuestionWords } from '../question/schema.ts';
import type { Scenario, ScenarioWords } from '../scenario/schema.ts';

export interface ReviewedLesson {
  id: string;
  file: string;
  frontmatter: LessonFrontmatter;
  checkedOn: string;
  lookAgainBy: string;
  review: ReviewStatus;
  overdue: boolean;
}

export type ReviewedFact = Fact &
  Omit<FactWords, 'list'> & { key: string; overdue: boolean; names: NonNullable<FactWords['list']> };

/** What sheets are made from; what the loader gives has this shape. */
export interface ReviewedCourse {
  course: Course;
  lang: string;
  ui: Readonly<Record<string, string>>;
  modules: readonly {
    id: string;
    words: ModuleWords;
    lessons: readonly ReviewedLesson[];
    bank: Readonly<Record<string, BankQuestion>>;
    bankWords: Readonly<Record<string, QuestionWords>>;
  }[];
  scenarios: readonly { scenario: Scenario; words: ScenarioWords }[];
  paths: readonly Path[];
  country: { id: string; name: string; summary: string; facts: Readonly<Record<string, ReviewedFact>> };
  sources: Sources;
  glossary: Glossary;
  glossaryWords: GlossaryWords;
  diagrams: Readonly<Record<string, DiagramWords>>;
  overdue: readonly { file: string }[];
}
