import type { Content, Lesson } from '../../core/course/index.ts';
import type { QuestionWords } from '../../core/question/schema.ts';

export type TextKind = 'lesson' | 'module' | 'question' | 'scenario' | 'fact' | 'term' | 'diagram' | 'path';

/** A piece of running text that a learner reads, and where it stands. */
export interface CourseText {
  kind: TextKind;
  file: string;
  /** Place in the file: a line of a lesson, else ids joined by dots. */
  place: string;
  text: string;
  /** Sources cited in it, of lessons. */
  sources: readonly string[];
  /** Full sentences, or a title, label or table cell. */
  isProse: boolean;
}

/** All text of the course that its authors wrote, piece by piece; titles of sources are not among it. */
export function courseTexts(course: Content): CourseText[] {
  const { lang } = course;
  return [
    ...course.modules.flatMap(({ id, words, lessons, bankWords }) => [
      ...lessons.flatMap((lesson) => lessonTexts(lesson)),
      ...strings(words).map((said) => text('module', `content/modules/${id}/${lang}/module.yaml`, said)),
      ...Object.entries(bankWords).flatMap(([question, said]) =>
        questionTexts(said).map((piece) =>
          text('question', `content/questions/${id}/${lang}.yaml`, {
            ...piece,
            place: `${question}.${piece.place}`,
          }),
        ),
      ),
    ]),
    ...course.scenarios.flatMap(({ scenario, words }) =>
      strings(words)
        .filter(({ place }) => !place.endsWith('.who'))
        .map((said) => text('scenario', `content/scenarios/${scenario.id}/${lang}.yaml`, said)),
    ),
    ...Object.values(course.country.facts).flatMap(({ key, label, short, text: said, names }) => {
      const [topic = '', id = ''] = key.split('.');
      return strings({ label, short, text: said, names }).map((piece) =>
        text('fact', `content/countries/${course.country.id}/${lang}/${topic}.yaml`, {
          ...piece,
          place: `${id}.${piece.place}`,
        }),
      );
    }),
    ...strings(course.glossaryWords).map((said) => text('term', `content/glossary/${lang}.yaml`, said)),
    ...Object.entries(course.diagrams).flatMap(([id, words]) =>
      strings(words).map((said) => text('diagram', `content/diagrams/${id}/${lang}.yaml`, said)),
    ),
    ...course.paths.flatMap((path) =>
      strings(path.words[lang]).map((said) => text('path', `content/paths/${path.id}.yaml`, said)),
    ),
  ];
}

function lessonTexts(lesson: Lesson): CourseText[] {
  const { title, summary, contentNote } = lesson.frontmatter;
  const head = strings({ title, summary, contentNote }).map((said) => ({
    ...text('lesson', lesson.file, said),
    isProse: said.place === 'summary',
  }));
  return [
    ...head,
    ...lesson.reading.blocks.map((block) => ({
      kind: 'lesson' as const,
      file: lesson.file,
      place: String(block.line),
      text: block.text,
      sources: block.cites.flatMap(({ keys }) => keys),
      isProse: block.kind !== 'heading' && block.kind !== 'cell',
    })),
  ];
}

/** A passage to be marked is read without its brackets. */
function questionTexts(words: QuestionWords): { place: string; text: string }[] {
  return strings({ ...words, passage: words.passage?.replace(/\[[a-z0-9-]+\|([^\][]*)\]/g, '$1') });
}

function text(kind: TextKind, file: string, said: { place: string; text: string }): CourseText {
  return {
    kind,
    file,
    ...said,
    text: said.text.replace(/\s+/g, ' ').trim(),
    sources: [],
    isProse: kind !== 'diagram',
  };
}

/** Every string in a value, with the keys that lead to it joined by dots; paragraphs apart. */
function strings(value: unknown, place: readonly string[] = []): { place: string; text: string }[] {
  if (typeof value === 'string')
    return value.split(/\n\s*\n/).map((paragraph) => ({ place: place.join('.'), text: paragraph }));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => strings(inner, [...place, key]));
}
