import { gradedChoice } from './graded-choice/index.ts';
import { lineTyping } from './line-typing/index.ts';
import { marking } from './marking/index.ts';
import { multipleChoice } from './multiple-choice/index.ts';
import { ordering } from './ordering/index.ts';
import type { Question, QuestionOf } from './schema.ts';
import { singleChoice } from './single-choice/index.ts';
import { sorting } from './sorting/index.ts';
import type { QuestionType } from './type.ts';

/** Every type of question. The compiler names this table when a type is added to the schema and not here. */
const questionTypes: { [T in Question['type']]: QuestionType<QuestionOf<T>> } = {
  'single-choice': singleChoice,
  'multiple-choice': multipleChoice,
  'graded-choice': gradedChoice,
  ordering,
  sorting,
  marking,
  'line-typing': lineTyping,
};

/** What the type of a question can do. */
export function typeOf(question: Question): QuestionType {
  return questionTypes[question.type] as QuestionType;
}
