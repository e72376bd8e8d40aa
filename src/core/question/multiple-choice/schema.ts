import { z } from 'zod';
import { idSchema } from '../../course/schema.ts';
import { common } from '../common.ts';

/** Several right answers. */
export const multipleChoiceSchema = z.strictObject({
  type: z.literal('multiple-choice'),
  ...common,
  answers: z.array(idSchema).min(3).max(8),
  correct: z.array(idSchema).min(1),
});
