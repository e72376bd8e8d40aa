import { z } from 'zod';
import { idSchema } from '../../course/schema.ts';
import { common } from '../common.ts';

/** Mark the passage; `targets` are to be marked, `others` are not. */
export const markingSchema = z.strictObject({
  type: z.literal('marking'),
  ...common,
  targets: z.array(idSchema).min(1),
  others: z.array(idSchema).min(1),
});
