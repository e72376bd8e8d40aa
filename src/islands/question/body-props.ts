import type { Ui } from '../../core/i18n/index.ts';
import type { Draft, Question, QuestionWords } from '../../core/question/index.ts';

/** What the controls of every type of question get. They are controlled and keep nothing but what is announced. */
export interface BodyProps<Q extends Question = Question> {
  question: Q;
  words: QuestionWords;
  /** Ids in the order shown, from `shuffledOptions`. */
  options: readonly string[];
  value: Draft;
  onChange: (draft: Draft) => void;
  ui: Ui;
  /** Name for groups of radio buttons, the only one of its kind on the page. */
  name: string;
}
