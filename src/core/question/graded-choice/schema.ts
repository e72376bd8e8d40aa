import { z } from 'zod';
import { idSchema } from '../../course/schema.ts';
import { ratings } from '../../scenario/constants.ts';
import { common } from '../common.ts';

/** “What would you answer?”: every answer has a rating. */
export const gradedChoiceSchema = z.strictObject({
  type: z.literal('graded-choice'),
  ...common,
  answers: z.record(idSchema, z.enum(ratings)),
});
