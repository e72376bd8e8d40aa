import { fillFacts } from '../../core/country/fill.ts';
import type { Content, CountryFact, Lesson } from '../../core/course/index.ts';
import type { DiagramWords, ReviewStatus } from '../../core/course/schema.ts';
import { say, type Ui } from '../../core/i18n/index.ts';
import {
  answerName,
  answerNotes,
  type BankQuestion,
  bestDraft,
  type Question,
  type QuestionWords,
  splitPassage,
} from '../../core/question/index.ts';
import type { Scenario, ScenarioWords, Speech } from '../../core/scenario/schema.ts';
import { splitSentences } from '../reading/index.ts';
import type { ReviewWords } from './schema.ts';

export type StatementKind = 'lesson' | 'question' | 'fact' | 'rating' | 'term' | 'diagram';
/** Why a statement stands at the top of its sheet. */
export type Doubt = 'uncertain' | 'single-source' | 'says-so' | 'overdue';

/** One thing to be confirmed. */
export interface Statement {
  kind: StatementKind;
  /** Where it stands, to be found again: `module/lesson:line`, `module/question`, `topic.fact`, `role-play/decision/choice`, a term, a diagram. */
  id: string;
  /** Lesson, topic or decision under which it is listed. */
  group: string;
  /** What a fact, a term or a diagram is called. */
  label?: string;
  /** What leads to it: the sentences before, the prompt, what was said. */
  context: string[];
  /** What is to be confirmed, each with a word before it where it needs one. */
  lines: { label: string; text: string }[];
  sources: string[];
  review: ReviewStatus;
  checkedOn?: string;
  lookAgainBy?: string;
  doubts: Doubt[];
}

/** What statements of a lesson are made from. */
export type StatedLesson = Pick<
  Lesson,
  'id' | 'frontmatter' | 'reading' | 'review' | 'checkedOn' | 'lookAgainBy' | 'overdue'
>;

/** Sentences of a lesson that carry a citation, each with what stands before it in its paragraph. */
export function lessonStatements(module: string, lesson: StatedLesson, words: ReviewWords): Statement[] {
  const base = {
    kind: 'lesson' as const,
    group: fill(words.words.lesson, { title: lesson.frontmatter.title }),
    review: lesson.review,
    checkedOn: lesson.checkedOn,
    lookAgainBy: lesson.lookAgainBy,
  };
  return lesson.reading.blocks.flatMap((block) => {
    const id = `${module}/${lesson.id}:${block.line}`;
    const whole = (sources: string[]): Statement =>
      withDoubts(
        {
          ...base,
          id,
          context: block.context ? [block.context] : [],
          lines: [{ label: '', text: block.text }],
          sources,
          doubts: [],
        },
        lesson.overdue,
        words,
      );
    if (block.cites.length === 0) return [];
    // A note's source and a table cell's stand for all of it.
    if (block.kind === 'note' || block.kind === 'cell')
      return [whole(block.cites.flatMap(({ keys }) => keys))];
    const sentences = splitSentences(block.text);
    const cited = new Map<number, string[]>();
    for (const { keys, at } of block.cites) {
      // A citation stands after the words that it supports: the last sentence that begins before it.
      const index = Math.max(
        0,
        sentences.findLastIndex(({ start }) => start < at),
      );
      cited.set(index, [...(cited.get(index) ?? []), ...keys]);
    }
    let from = 0;
    return [...cited].map(([index, sources]) => {
      const before = sentences.slice(from, index).map(({ text }) => text);
      from = index + 1;
      const context = [block.context, before.join(' ')].filter((text) => text !== '');
      return withDoubts(
        {
          ...base,
          id,
          context,
          lines: [{ label: '', text: sentences[index]?.text ?? block.text }],
          sources,
          doubts: [],
        },
        lesson.overdue,
        words,
      );
    });
  });
}

/** A question with its key and the reason for each answer. */
export function questionStatement(
  module: string,
  id: string,
  question: BankQuestion,
  said: QuestionWords,
  lesson: Lesson | undefined,
  words: ReviewWords,
  ui: Ui,
): Statement {
  const lines = answerNotes(question, said, bestDraft(question)).map(({ id: answer, judgement, why }, i) => ({
    label: keyLabel(question, said, answer, judgement, i, words, ui),
    text: [answerName(question, said, ui, answer), why].filter((text) => text !== '').join(' — '),
  }));
  const closing = [said.why, said.explanation]
    .filter((text) => text !== undefined)
    .map((text) => ({ label: words.words.reason, text }));
  const passage = said.passage
    ? [
        splitPassage(said.passage)
          .map((part) => (part.id ? `[${part.text}]` : part.text))
          .join(''),
      ]
    : [];
  return withDoubts(
    {
      kind: 'question',
      id: `${module}/${id}`,
      group: fill(words.words.questions, { title: lesson?.frontmatter.title ?? question.lesson }),
      context: [said.prompt, ...passage, ...(said.says ? [said.says] : [])],
      lines: [...lines, ...closing],
      sources: question.sources,
      review: question.review,
      doubts: [],
    },
    false,
    words,
  );
}

/** A fact of the country pack with its contacts. */
export function factStatement(fact: CountryFact, words: ReviewWords): Statement {
  const topic = fact.key.split('.')[0] ?? '';
  const contacts = [
    { id: '', phone: fact.phone, email: fact.email, site: fact.site, address: undefined },
    ...(fact.list ?? []),
  ];
  const lines = contacts.flatMap(({ id, phone, email, site, address }) => {
    const name = fact.names[id];
    const text = [name?.note, phone, email, site, address].filter((part) => part !== undefined).join(' · ');
    return text === '' ? [] : [{ label: name?.name ?? '', text }];
  });
  const confidence = {
    confirmed: words.words.confirmed,
    'single-source': words.words.singleSource,
    uncertain: words.words.uncertainFact,
  }[fact.confidence];
  const statement: Statement = {
    kind: 'fact',
    id: fact.key,
    group: fill(words.words.facts, { topic: words.topics[topic] ?? topic }),
    label: fact.label,
    context: [`${confidence}.`],
    lines: [
      ...fact.text.split(/\n\s*\n/).map((text) => ({ label: '', text: text.replace(/\s+/g, ' ').trim() })),
      ...lines,
      ...(fact.caveat ? [{ label: words.words.caveat, text: fact.caveat }] : []),
      ...(fact.doubt ? [{ label: words.words.doubt, text: fact.doubt.replace(/\s+/g, ' ').trim() }] : []),
    ],
    sources: fact.sources,
    review: fact.review,
    checkedOn: fact.checkedOn,
    lookAgainBy: fact.lookAgainBy,
    doubts: [
      ...(fact.confidence === 'confirmed' ? [] : [fact.confidence]),
      ...(fact.doubt && fact.confidence !== 'uncertain' ? ['says-so' as const] : []),
    ],
  };
  return withDoubts(statement, fact.overdue, words);
}

/** Every choice of a role-play with its rating and why, in the order of its decisions. */
export function ratingStatements(
  scenario: Scenario,
  said: ScenarioWords,
  isOverdue: boolean,
  words: ReviewWords,
  ui: Ui,
): Statement[] {
  return Object.entries(scenario.decisions).flatMap(([decision, { choices }], at) => {
    const told = said.decisions[decision];
    const spoken = Object.values(told?.lines ?? {}).at(-1);
    return Object.entries(choices).map(([choice, { rating, line, critical, sources }]): Statement => {
      const text = told?.choices[choice];
      const wordings = typeof text?.text === 'string' ? [text.text] : Object.values(text?.text ?? {});
      const label = [say(ui, `rating.${rating}`), line ? say(ui, `line.${line}`) : '']
        .filter((part) => part !== '')
        .join(' · ');
      return withDoubts(
        {
          kind: 'rating',
          id: `${scenario.id}/${decision}/${choice}`,
          group: fill(words.words.decision, { n: String(at + 1), id: decision }),
          context: spoken ? [speechText(spoken)] : [],
          lines: [
            ...wordings.map((wording) => ({ label, text: wording })),
            ...(critical ? [{ label: words.words.critical, text: said.critical[critical] ?? critical }] : []),
            { label: words.words.reason, text: text?.why ?? '' },
            ...(text?.better ? [{ label: words.words.better, text: text.better }] : []),
          ],
          sources,
          review: scenario.review,
          checkedOn: scenario.checkedOn,
          lookAgainBy: scenario.lookAgainBy,
          doubts: [],
        },
        isOverdue,
        words,
      );
    });
  });
}

/** A term of the glossary. Terms and diagrams have no dates and no status of their own: prepared, until signed. */
export function termStatement(
  id: string,
  { glossary, glossaryWords }: Pick<Content, 'glossary' | 'glossaryWords'>,
  words: ReviewWords,
): Statement | undefined {
  const [entry, said] = [glossary[id], glossaryWords[id]];
  if (!entry || !said) return undefined;
  const { words: w } = words;
  const names = [...said.also, entry.fr && `${entry.fr} (fr)`, entry.nl && `${entry.nl} (nl)`];
  const see = entry.see.map((other) => glossaryWords[other]?.term ?? other);
  const lines = [
    { label: '', text: said.definition },
    { label: w.also, text: names.filter((name) => name).join(', ') },
    { label: w.see, text: see.join(', ') },
  ];
  return withDoubts(
    {
      kind: 'term',
      id,
      group: w.glossary,
      label: said.term,
      context: [],
      lines: lines.filter(({ text }) => text !== ''),
      sources: entry.sources,
      review: 'prepared',
      doubts: [],
    },
    false,
    words,
  );
}

/**
 * A diagram: its facts in words, what stands in it, and its steps. It cites nothing itself.
 *
 * @param lessons Titles of the lessons that show it; none for one that stands on another page.
 */
export function diagramStatement(
  id: string,
  { title, alt, labels, people = {} }: DiagramWords,
  lessons: readonly string[],
  course: Pick<Content, 'country' | 'ui'>,
  words: ReviewWords,
): Statement {
  const { words: w } = words;
  const { country, ui } = course;
  const missing = labels.missing ?? say(ui, 'country.missingShort', { country: country.name });
  const filled = (text: string) => fillFacts(text, country, missing);
  return withDoubts(
    {
      kind: 'diagram',
      id,
      group: w.diagrams,
      label: title,
      context: lessons.length > 0 ? [fill(w.drawnIn, { lessons: lessons.join(' · ') })] : [],
      lines: [
        { label: w.inWords, text: filled(alt).trim() },
        { label: w.inDrawing, text: Object.values(labels).map(filled).join(' · ') },
        ...Object.values(people).flatMap((person) =>
          person.steps.map((step) => ({ label: person.title, text: `${step.title}. ${step.text}` })),
        ),
      ],
      sources: [],
      review: 'prepared',
      doubts: [],
    },
    false,
    words,
  );
}

/** A text with its `{names}` filled in. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

function withDoubts(statement: Statement, isOverdue: boolean, words: ReviewWords): Statement {
  const text = [...statement.context, ...statement.lines.map((line) => line.text)].join(' ').toLowerCase();
  // The answers of a question and the lines of a role-play speak of a case, and "uncertain" there means its people.
  const speaksOfWorld = statement.kind !== 'question' && statement.kind !== 'rating';
  const saysSo = speaksOfWorld && words.uncertain.some((phrase) => text.includes(phrase.toLowerCase()));
  // A fact that is marked as not confirmed says so as a rule; once is enough.
  const saysMore = saysSo && !statement.doubts.includes('uncertain') && !statement.doubts.includes('says-so');
  const doubts: Doubt[] = [
    ...statement.doubts,
    ...(saysMore ? ['says-so' as const] : []),
    ...(isOverdue ? ['overdue' as const] : []),
  ];
  return { ...statement, doubts };
}

function keyLabel(
  question: Question,
  said: QuestionWords,
  id: string,
  judgement: string,
  at: number,
  { words }: ReviewWords,
  ui: Ui,
): string {
  switch (question.type) {
    case 'ordering':
      return fill(words.place, { n: String(at + 1) });
    case 'sorting':
      return said.groups?.[question.items[id] ?? ''] ?? '';
    case 'marking':
      return question.targets.includes(id) ? words.mark : words.leave;
    case 'graded-choice':
      return say(ui, `rating.${judgement}`);
    default:
      return judgement === 'right' ? words.correct : words.wrong;
  }
}

function speechText({ text, cue, says }: Speech): string {
  return [text, cue, says].filter((part) => part !== undefined).join(' ');
}
