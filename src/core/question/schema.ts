import { z } from 'zod';
import { idSchema } from '../course/schema.ts';
import { gradedChoiceSchema } from './graded-choice/schema.ts';
import { lineTypingSchema } from './line-typing/schema.ts';
import { markingSchema } from './marking/schema.ts';
import { multipleChoiceSchema } from './multiple-choice/schema.ts';
import { orderingSchema } from './ordering/schema.ts';
import { singleChoiceSchema } from './single-choice/schema.ts';
import { sortingSchema } from './sorting/schema.ts';

/** A question of any type. To add a type: a folder, a line here, and what the compiler then asks for. */
export const questionSchema = z.discriminatedUnion('type', [
  singleChoiceSchema,
  multipleChoiceSchema,
  gradedChoiceSchema,
  orderingSchema,
  sortingSchema,
  markingSchema,
  lineTypingSchema,
]);
/** A question as it stands in a bank, with what only its authors, reviewers and pages need. */
export type BankQuestion = z.infer<typeof questionSchema>;
/** What decides the points of an answer; a `BankQuestion` is one too. */
export type Question = BankQuestion extends infer Q
  ? Q extends BankQuestion
    ? Omit<Q, 'objective' | 'sources' | 'review' | 'country'>
    : never
  : never;
export type QuestionOf<T extends Question['type']> = Extract<Question, { type: T }>;

export const bankSchema = z.strictObject({ questions: z.record(idSchema, questionSchema) });

const answer = z.strictObject({ text: z.string(), why: z.string() });
/** Words of a question of any type. Which of these fields a type reads says its `wordFields`; `questionWordsProblems` checks it. */
export const questionWordsSchema = z.strictObject({
  prompt: z.string(),
  answers: z.record(z.string(), z.union([answer, z.string()])).optional(),
  items: z.record(idSchema, z.union([answer, z.string()])).optional(),
  groups: z.record(idSchema, z.string()).optional(),
  /** Of an ordering: why this order. */
  why: z.string().optional(),
  /** Of a marking: a text with `[id|words]`. */
  passage: z.string().optional(),
  marks: z.record(idSchema, z.string()).optional(),
  /** Of a line typing: the line. */
  says: z.string().optional(),
  explanation: z.string().optional(),
});
export type QuestionWords = z.infer<typeof questionWordsSchema>;
export const bankWordsSchema = z.record(idSchema, questionWordsSchema);
