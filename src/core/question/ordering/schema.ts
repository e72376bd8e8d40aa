import { z } from 'zod';
import { idSchema } from '../../course/schema.ts';
import { common } from '../common.ts';

/** Put in order; `items` stand in the right order. */
export const orderingSchema = z.strictObject({
  type: z.literal('ordering'),
  ...common,
  items: z.array(idSchema).min(3).max(7),
});
