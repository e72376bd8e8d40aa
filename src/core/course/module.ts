import { checkTags, type KnownIds } from '../lesson/check-tags.ts';
import { type LessonReading, readLesson } from '../lesson/read-lesson.ts';
import type { BankQuestion, QuestionWords } from '../question/index.ts';
import { minutesProblem, readingMinutes } from '../reading-time/index.ts';
import { bankFileOf, loadBank, questionWordCount } from './bank.ts';
import { type ContentChecks, checkIds, checkWords } from './checks.ts';
import type { ContentFiles } from './content-files.ts';
import { namesIn } from './files.ts';
import {
  type LessonFrontmatter,
  lessonFrontmatterSchema,
  type Module,
  type ModuleWords,
  moduleSchema,
  moduleWordsSchema,
} from './schema.ts';

export type Lesson = Module['lessons'][number] & {
  frontmatter: LessonFrontmatter;
  /** What the lesson's file holds, parsed once for all who ask. */
  reading: LessonReading;
  file: string;
  /** Source keys in the order in which the lesson first cites them; a citation's number is its place here plus one. */
  sources: string[];
  /** Ids of the questions it shows. */
  checks: string[];
  /** Words of prose and checks. */
  words: number;
  overdue: boolean;
};

export interface LoadedModule {
  id: string;
  objectives: string[];
  words: ModuleWords;
  lessons: Lesson[];
  bank: Record<string, BankQuestion>;
  bankWords: Record<string, QuestionWords>;
  /** Questions that belong to another country: checked, and in neither the bank nor a lesson's checks. */
  leftOut: string[];
  /** Whether its bank and all its lessons could be read: only then is what is not there an unknown one. */
  isWhole: boolean;
}

interface ModuleContext extends ContentChecks {
  /** The country of the course, and those that have a pack. */
  country: string;
  countries: readonly string[];
  /** What the tags of its lessons may name, questions apart. */
  known: KnownIds;
}

/**
 * A module with its lessons and questions; what is wrong is noted in `files`.
 *
 * @returns undefined when module.yaml or its words cannot be read.
 */
export function loadModule(
  files: ContentFiles,
  id: string,
  lang: string,
  context: ModuleContext,
): LoadedModule | undefined {
  const folder = `content/modules/${id}`;
  const structure = files.read(`${folder}/module.yaml`, moduleSchema);
  const words = files.read(`${folder}/${lang}/module.yaml`, moduleWordsSchema);
  if (!structure || !words) return undefined;
  checkWords(files, `${folder}/${lang}/module.yaml`, structure.objectives, words.objectives, ['objectives']);
  const lessonIds = structure.lessons.map((lesson) => lesson.id);
  const read = loadBank(files, lang, { ...context, id, lessonIds, objectives: structure.objectives });
  const { bank = {}, words: bankWords = {} } = read;

  // All questions are checked, whatever the country; only those of this course are shown, counted and asked.
  const isLeftOut = (questionId: string) =>
    (bank[questionId]?.country ?? context.country) !== context.country;
  const shown = new Set<string>();
  const lessons = structure.lessons.flatMap((lesson, at): Lesson[] => {
    const file = `${folder}/${lang}/${lesson.id}.mdx`;
    checkIds(
      files,
      `${folder}/module.yaml`,
      ['lessons', at, 'objectives'],
      `objective of ${id}`,
      lesson.objectives,
      structure.objectives,
      'name an objective of this module',
    );
    const text = files.from.read(file);
    if (text === undefined) {
      files.report(file, {
        code: 'content/missing-file',
        place: [],
        what: 'There is no such lesson.',
        mend: `Write it, or take "${lesson.id}" out of ${folder}/module.yaml.`,
      });
      return [];
    }
    let reading: LessonReading;
    try {
      reading = readLesson(text);
    } catch (error) {
      const at = error as { message?: string; line?: number };
      files.report(
        file,
        {
          code: 'content/mdx',
          place: [],
          what: `Invalid MDX: ${at.message ?? String(error)}.`,
          mend: 'In prose, write &lt; and &#123; for < and {.',
        },
        at.line,
      );
      return [];
    }
    const frontmatter = files.parse(file, reading.frontmatter, lessonFrontmatterSchema);
    if (!frontmatter) return [];
    const { sources, checks: all } = checkTags(
      files,
      file,
      reading,
      { ...context.known, questions: read.bank && Object.keys(read.bank) },
      context.checkSources,
    );
    const checks = all.filter((check) => !isLeftOut(check));
    for (const check of all) {
      const question = bank[check];
      if (shown.has(check))
        files.report(file, {
          code: 'content/check-twice',
          place: [],
          what: `Shows the question "${check}" a second time.`,
          mend: 'Show each once.',
        });
      shown.add(check);
      if (question?.use === 'exam')
        files.report(file, {
          code: 'content/exam-question',
          place: [],
          what: `Shows "${check}", which is kept for the final assessment.`,
          mend: 'Set its use to both, or show another.',
        });
    }
    const total = reading.words + checks.reduce((sum, check) => sum + questionWordCount(bankWords[check]), 0);
    const wrongMinutes = minutesProblem(
      lesson.minutes,
      readingMinutes(total, checks.length),
      `The ${total} words and ${checks.length} checks of ${lesson.id} in "${lang}"`,
      ['lessons', at, 'minutes'],
    );
    // With another country pack some checks are left out; the figure is that of the whole lesson.
    if (wrongMinutes && checks.length === all.length) files.report(`${folder}/module.yaml`, wrongMinutes);
    return [
      {
        ...lesson,
        frontmatter,
        reading,
        file,
        sources,
        checks,
        words: total,
        overdue: context.noteOverdue(file, lesson.id, lesson.lookAgainBy),
      },
    ];
  });
  const isWhole = read.bank !== undefined && lessons.length === structure.lessons.length;
  for (const [questionId, question] of Object.entries(bank)) {
    if (isWhole && question.use === 'check' && !shown.has(questionId))
      files.report(bankFileOf(id), {
        code: 'content/unshown-check',
        place: ['questions', questionId],
        what: 'Is a check and no lesson shows it.',
        mend: `Show it in ${question.lesson}.mdx with <Check id="${questionId}" />, or set use to exam.`,
      });
  }
  for (const name of namesIn(files.from, `${folder}/${lang}`, '.mdx')) {
    if (!lessonIds.includes(name))
      files.report(`${folder}/${lang}/${name}.mdx`, {
        code: 'content/unlisted-lesson',
        place: [],
        what: 'Is not listed in module.yaml.',
        mend: 'List it or delete it.',
      });
  }
  const kept = <T>(entries: Record<string, T>) =>
    Object.fromEntries(Object.entries(entries).filter(([questionId]) => !isLeftOut(questionId)));
  return {
    id,
    objectives: structure.objectives,
    words,
    lessons,
    bank: kept(bank),
    bankWords: kept(bankWords),
    leftOut: Object.keys(bank).filter(isLeftOut),
    isWhole,
  };
}
