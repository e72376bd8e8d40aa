import type { Words } from '../../core/i18n/index.ts';
import type { Draft, Question, QuestionWords } from '../../core/question/index.ts';
import type { QuestionWord } from './words.ts';

/** What the controls of every type of question get. They are controlled and keep nothing but what is announced. */
export interface BodyProps<Q extends Question = Question> {
  question: Q;
  words: QuestionWords;
  /** Ids in the order shown, from `shuffledOptions`. */
  options: readonly string[];
  value: Draft;
  onChange: (draft: Draft) => void;
  ui: Words<QuestionWord>;
  /** Name for groups of radio buttons, the only one of its kind on the page. */
  name: string;
}
