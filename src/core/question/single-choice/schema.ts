import { z } from 'zod';
import { idSchema } from '../../course/schema.ts';
import { common } from '../common.ts';

/** One best answer of several. */
export const singleChoiceSchema = z.strictObject({
  type: z.literal('single-choice'),
  ...common,
  answers: z.array(idSchema).min(2).max(6),
  correct: idSchema,
});
