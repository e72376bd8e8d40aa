import { z } from 'zod';
import { idSchema, reviewSchema, sourceKeySchema } from '../course/schema.ts';
import { lineTypes, ratings } from '../scenario/constants.ts';

/** What every question has, whatever its type. */
const shared = {
  /** The lesson from which it can be answered. */
  lesson: idSchema,
  objective: idSchema,
  /** Where it may appear: in its lesson, in the final assessment, or both. */
  use: z.enum(['check', 'exam', 'both']),
  sources: z.array(sourceKeySchema).min(1),
  review: reviewSchema,
  /** The country whose law or services it asks for; a course for another country leaves it out. */
  country: z
    .string()
    .regex(/^[a-z]{2}$/, 'A country is two small letters (ISO 3166-1).')
    .optional(),
};
const lineType = z.enum(lineTypes);

export const questionSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('single-choice'),
    ...shared,
    answers: z.array(idSchema).min(2).max(6),
    correct: idSchema,
  }),
  z.strictObject({
    type: z.literal('multiple-choice'),
    ...shared,
    answers: z.array(idSchema).min(3).max(8),
    correct: z.array(idSchema).min(1),
  }),
  z.strictObject({
    type: z.literal('graded-choice'),
    ...shared,
    answers: z.record(idSchema, z.enum(ratings)),
  }),
  z.strictObject({ type: z.literal('ordering'), ...shared, items: z.array(idSchema).min(3).max(7) }),
  z.strictObject({
    type: z.literal('sorting'),
    ...shared,
    groups: z.array(idSchema).min(2).max(4),
    items: z.record(idSchema, idSchema),
  }),
  z.strictObject({
    type: z.literal('marking'),
    ...shared,
    targets: z.array(idSchema).min(1),
    others: z.array(idSchema).min(1),
  }),
  z.strictObject({
    type: z.literal('line-typing'),
    ...shared,
    line: lineType,
    offered: z.array(lineType).min(3).max(6),
  }),
]);
export type Question = z.infer<typeof questionSchema>;
export type QuestionOf<T extends Question['type']> = Extract<Question, { type: T }>;

export const bankSchema = z.strictObject({ questions: z.record(idSchema, questionSchema) });

const answer = z.strictObject({ text: z.string(), why: z.string() });
/** Words of a question of any type; `questionWordsProblems` checks that the right ones are there. */
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
