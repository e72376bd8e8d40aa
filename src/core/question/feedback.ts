import type { Rating } from '../scenario/constants.ts';
import type { Draft } from './draft.ts';
import { markIds } from './marking/index.ts';
import type { Question, QuestionOf, QuestionWords } from './schema.ts';
import type { Score } from './type.ts';

/**
 * What feedback says of one answer: a rating, right or not, and for a marked passage whether a stretch was rightly
 * marked (`found`) or left (`left`), or should have been marked (`missed`) or not (`overmarked`).
 */
export type Judgement = Rating | 'right' | 'not-right' | 'found' | 'left' | 'missed' | 'overmarked';

export interface AnswerNote {
  id: string;
  judgement: Judgement;
  /** Why it is so; empty for the items of an ordering, whose order has one reason. */
  why: string;
  /** Whether the learner chose, ticked or marked it, or (ordering, sorting) placed it. */
  isTheirs: boolean;
}

/** Right, partly right, or not: for the words of a verdict. */
export function outcomeOf(score: Score): 'right' | 'partly' | 'not' {
  return score.earned >= score.possible ? 'right' : score.earned > 0 ? 'partly' : 'not';
}

/** The rating of the chosen answer of a graded choice; undefined for other types. */
export function chosenRating(question: Question, draft: Draft): Rating | undefined {
  return question.type === 'graded-choice' ? question.answers[draft.chosen[0] ?? ''] : undefined;
}

const judges: {
  [T in Question['type']]: (question: QuestionOf<T>, draft: Draft) => Omit<AnswerNote, 'why'>[];
} = {
  'single-choice': (question, draft) =>
    judge(question.answers, draft, (id) => (id === question.correct ? 'right' : 'not-right')),
  'multiple-choice': (question, draft) =>
    judge(question.answers, draft, (id) => (question.correct.includes(id) ? 'right' : 'not-right')),
  'graded-choice': (question, draft) =>
    judge(Object.keys(question.answers), draft, (id) => question.answers[id] ?? 'poor'),
  'line-typing': (question, draft) =>
    judge(question.offered, draft, (id) => (id === question.line ? 'right' : 'not-right')),
  marking: (question, draft) =>
    judge(markIds(question), draft, (id) => {
      const isMarked = draft.chosen.includes(id);
      return question.targets.includes(id)
        ? isMarked
          ? 'found'
          : 'missed'
        : isMarked
          ? 'overmarked'
          : 'left';
    }),
  ordering: (question, draft) =>
    question.items.map((id, i) => ({
      id,
      isTheirs: true,
      judgement: draft.chosen[i] === id ? 'right' : 'not-right',
    })),
  sorting: (question, draft) =>
    Object.entries(question.items).map(([id, group]) => ({
      id,
      isTheirs: true,
      judgement: draft.groups[id] === group ? 'right' : 'not-right',
    })),
};

/**
 * A note on every answer, the learner's own first; of an ordering the items in the right order.
 *
 * @param draft What the learner gave, complete; or `bestDraft` to show the solution.
 */
export function answerNotes(question: Question, words: QuestionWords, draft: Draft): AnswerNote[] {
  const notes = (judges[question.type] as (question: Question, draft: Draft) => Omit<AnswerNote, 'why'>[])(
    question,
    draft,
  );
  const withReasons = notes.map((note) => ({ ...note, why: reason(words, note.id) }));
  return [...withReasons.filter((note) => note.isTheirs), ...withReasons.filter((note) => !note.isTheirs)];
}

/** The words of an answer or item by id; undefined for types of lines, which the interface names. */
export function answerText(words: QuestionWords, id: string): string | undefined {
  const entry = words.items?.[id] ?? words.answers?.[id];
  return typeof entry === 'string' ? (words.items ? entry : undefined) : entry?.text;
}

function judge(
  ids: readonly string[],
  draft: Draft,
  judgementOf: (id: string) => Judgement,
): Omit<AnswerNote, 'why'>[] {
  return ids.map((id) => ({ id, judgement: judgementOf(id), isTheirs: draft.chosen.includes(id) }));
}

function reason(words: QuestionWords, id: string): string {
  if (words.marks?.[id] !== undefined) return words.marks[id];
  const entry = words.answers?.[id] ?? words.items?.[id];
  // A plain string is the reason of a line type, and the text of an item to be ordered.
  return typeof entry === 'string' ? (words.answers ? entry : '') : (entry?.why ?? '');
}
