import { findQuestion, type Release } from '../grading/index.ts';
import type { Answer, LearnerRecord } from '../progress/index.ts';
import { hashText, shuffle } from '../random/index.ts';
import {
  type DecisionHistory,
  decisionHistories,
  type TopicHistory,
  type Topics,
  topicHistories,
  type Why,
} from './history.ts';
import { byDay, type DayGrade, dueDay } from './schedule.ts';

/** Most that is asked on one day, and how many of those may be decisions of role-plays, which take longer. */
export const MOST_A_DAY = 10;
export const MOST_DECISIONS = 2;

/** A question that is asked today. */
export interface QuestionReview {
  kind: 'question';
  /** `module/question`. */
  reference: string;
  /** `module/lesson` from which it can be answered. */
  lesson: string;
  why: Why;
  /** Whether it was never answered before: another case of the same objective. */
  isNewCase: boolean;
  /** Today's answer to it; undefined while it is open. */
  answer: Answer | undefined;
}

/** A decision of a role-play that is asked today. */
export interface DecisionReview {
  kind: 'decision';
  /** `role-play/decision`. */
  reference: string;
  scenario: string;
  decision: string;
  /** Choices that led to it, and the order of choices on the screen. */
  before: readonly string[];
  seed: number;
  /** Choice that was made in the run, and ids of all choices: a response is a place in this list. */
  chosen: string;
  choices: readonly string[];
  answer: Answer | undefined;
}

export type ReviewItem = QuestionReview | DecisionReview;

/** What comes back today, and later. */
export interface Reviews {
  /** In the order in which it is asked; the same all day long, whatever is answered. */
  items: readonly ReviewItem[];
  /** How many of them are open. */
  open: number;
  /** The next day, after today, on which something is due; undefined where nothing was ever answered. */
  nextDay: number | undefined;
  /** How much comes back on each of the days after today, the first tomorrow. */
  coming: readonly number[];
}

export interface ReviewOptions {
  /** Today, as days since 1970-01-01. */
  today: number;
  /** The calendar day of a moment. */
  dayOf: (ms: number) => number;
  /** Whether decisions of role-plays are asked too. */
  hasDecisions?: boolean;
}

/** How many days ahead `coming` looks. */
export const DAYS_AHEAD = 14;
const RANK: Readonly<Record<Why, number>> = { 'sure-and-wrong': 0, missed: 1, guessed: 3, due: 4 };
const DECISION_RANK = 2;

/** Something that comes back: an objective or a decision. */
interface Card {
  key: string;
  rank: number;
  asked: readonly DayGrade[];
  /** Shows it, from what was known before today. */
  item: () => ReviewItem | undefined;
}

/**
 * What is due today: objectives of which something was missed, guessed or is likely to be forgotten, and decisions of
 * role-plays. Pure: the same content, record and day give the same list.
 *
 * The list is made from what was done before today, so that it stays the same while it is answered and after a reload;
 * an item is done when it has an answer of today. Of an objective the learner gets a question not answered yet, of the
 * same lesson if there is one, else the one answered longest ago. A question that only assessments ask is never shown
 * before an assessment has asked it.
 */
export function reviewsOn(
  content: Release,
  topics: Topics,
  record: LearnerRecord,
  { today, dayOf, hasDecisions = true }: ReviewOptions,
): Reviews {
  const todays = new Map<string, Answer>();
  for (const answer of record.answers) if (dayOf(answer.atMs) === today) todays.set(answer.question, answer);
  const isRead = readBefore(record, today, dayOf);
  const cards: Card[] = topicHistories(content, topics, record, dayOf).flatMap((history) => {
    const before = history.asked.filter(({ day }) => day < today);
    const last = lastOf(before);
    return [
      {
        key: history.topic,
        rank: last ? RANK[last.why] : Number.POSITIVE_INFINITY,
        asked: history.asked,
        item: () => questionItem(content, { ...history, asked: before }, isRead, today, todays),
      },
    ];
  });
  const decisions = hasDecisions ? decisionHistories(content, record, today - 1, dayOf) : [];
  cards.push(...decisions.map((history) => decisionCard(history, todays)));

  const due = cards
    .flatMap((card) => {
      const history = byDay(card.asked.filter(({ day }) => day < today));
      const day = history.length > 0 ? dueDay(history) : Number.POSITIVE_INFINITY;
      return day <= today ? [{ card, day }] : [];
    })
    .sort((a, b) => a.card.rank - b.card.rank || a.day - b.day || (a.card.key < b.card.key ? -1 : 1));
  const items: ReviewItem[] = [];
  const asked = new Set<string>();
  let decisionCount = 0;
  for (const { card } of due) {
    if (items.length === MOST_A_DAY) break;
    const item = card.item();
    if (!item || (item.kind === 'decision' && decisionCount === MOST_DECISIONS)) continue;
    if (item.kind === 'decision') decisionCount++;
    items.push(item);
    asked.add(card.key);
  }

  const later = cards.flatMap((card) => {
    const history = byDay(card.asked.filter(({ day }) => day <= today));
    if (history.length === 0) return [];
    // What is on today's list and still open is today's, not later.
    const day = dueDay(history);
    return day <= today && asked.has(card.key) ? [] : [Math.max(today + 1, day)];
  });
  const coming = spread(later, today + 1);
  return {
    items,
    open: items.filter(({ answer }) => answer === undefined).length,
    nextDay: later.length > 0 ? later.reduce((a, b) => Math.min(a, b)) : undefined,
    coming,
  };
}

/** How much comes on each day from the first on: no day takes more than it holds, the rest moves to the next. */
function spread(days: readonly number[], first: number): number[] {
  let waiting = 0;
  return Array.from({ length: DAYS_AHEAD }, (_, i) => {
    waiting += days.filter((day) => day === first + i).length;
    const taken = Math.min(MOST_A_DAY, waiting);
    waiting -= taken;
    return taken;
  });
}

/** The worst answer of the last day. */
function lastOf<T extends DayGrade & { why: Why }>(asked: readonly T[]): T | undefined {
  const day = asked.reduce((latest, one) => Math.max(latest, one.day), Number.NEGATIVE_INFINITY);
  return asked
    .filter((one) => one.day === day)
    .reduce<T | undefined>(
      (worst, one) => (worst && RANK[worst.why] <= RANK[one.why] ? worst : one),
      undefined,
    );
}

/** Whether a lesson `module/lesson` was finished before today. */
function readBefore(record: LearnerRecord, today: number, dayOf: (ms: number) => number) {
  return (lesson: string) => {
    const atMs = Object.hasOwn(record.lessons, lesson) ? record.lessons[lesson] : undefined;
    return atMs !== undefined && dayOf(atMs) < today;
  };
}

function questionItem(
  content: Release,
  { topic, questions, asked }: TopicHistory,
  isRead: (lesson: string) => boolean,
  today: number,
  todays: ReadonlyMap<string, Answer>,
): QuestionReview | undefined {
  const last = lastOf(asked);
  if (!last) return undefined;
  const lessonOf = (reference: string) =>
    `${reference.split('/')[0]}/${findQuestion(content, reference)?.lesson}`;
  const latest = new Map<string, number>();
  for (const { reference, day } of asked) latest.set(reference, Math.max(day, latest.get(reference) ?? day));
  const lessons = new Set(asked.map(({ reference }) => lessonOf(reference)));
  const own = lessonOf(last.reference);
  const places = shuffle(questions, hashText(topic) ^ today).flatMap((reference) => {
    const question = findQuestion(content, reference);
    if (!question) return [];
    const lesson = lessonOf(reference);
    const day = latest.get(reference);
    if (day !== undefined) return [{ reference, lesson, order: [2, day] }];
    // A question that only an assessment asks stays unseen for it; one of a lesson not read yet would be a test of luck.
    if (question.use === 'exam' || !(lessons.has(lesson) || isRead(lesson))) return [];
    return [{ reference, lesson, order: [lesson === own ? 0 : 1, 0] }];
  });
  const best = places.reduce((a, b) => (isBefore(b.order, a.order) ? b : a));
  return {
    kind: 'question',
    reference: best.reference,
    lesson: best.lesson,
    why: last.why,
    isNewCase: !latest.has(best.reference),
    answer: todays.get(best.reference),
  };
}

function isBefore(one: readonly number[], two: readonly number[]): boolean {
  const at = one.findIndex((value, i) => value !== two[i]);
  return at >= 0 && (one[at] as number) < (two[at] as number);
}

function decisionCard(
  { run, before, decision, chosen, choices, asked }: DecisionHistory,
  todays: ReadonlyMap<string, Answer>,
): Card {
  const reference = `${run.scenario}/${decision}`;
  return {
    key: reference,
    rank: DECISION_RANK,
    asked,
    item: () => ({
      kind: 'decision',
      reference,
      scenario: run.scenario,
      decision,
      before,
      seed: run.seed,
      chosen,
      choices,
      answer: todays.get(reference),
    }),
  };
}
