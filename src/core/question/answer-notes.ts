import { say, type Words } from '../i18n/index.ts';
import type { LineType } from '../scenario/constants.ts';
import { typeOf } from './all-types.ts';
import type { Draft } from './draft.ts';
import type { Judged } from './judgement.ts';
import type { Question, QuestionWords } from './schema.ts';

/** One answer or item as feedback shows it. */
export interface AnswerNote extends Judged {
  /** Why it is so; empty for the items of an ordering, whose order has one reason. */
  why: string;
}

/**
 * A note on every answer, the learner's own first; of an ordering the items in the right order.
 *
 * @param draft What the learner gave, complete; or `bestDraft` to show the solution.
 */
export function answerNotes(question: Question, words: QuestionWords, draft: Draft): AnswerNote[] {
  const type = typeOf(question);
  const notes = type.judge(question, draft).map((note) => ({ ...note, why: type.reasonOf(words, note.id) }));
  return [...notes.filter((note) => note.isTheirs), ...notes.filter((note) => !note.isTheirs)];
}

/** What an answer, item, stretch of a passage or kind of line is called on the screen; its id where words are missing. */
export function answerName(
  question: Question,
  words: QuestionWords,
  ui: Words<`line.${LineType}`>,
  id: string,
): string {
  if (question.type === 'line-typing') return say(ui, `line.${id as LineType}`);
  return typeOf(question).nameOf(words, id) ?? id;
}

/** The words of an answer or item by id; undefined for types of lines, which the interface names. */
export function answerText(words: QuestionWords, id: string): string | undefined {
  const entry = words.items?.[id] ?? words.answers?.[id];
  return typeof entry === 'string' ? (words.items ? entry : undefined) : entry?.text;
}
