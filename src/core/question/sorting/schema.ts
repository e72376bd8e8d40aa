import { z } from 'zod';
import { idSchema } from '../../course/schema.ts';
import { common } from '../common.ts';

/** Sort into groups; `items` maps each item to its group. */
export const sortingSchema = z.strictObject({
  type: z.literal('sorting'),
  ...common,
  groups: z.array(idSchema).min(2).max(4),
  items: z.record(idSchema, idSchema),
});
