import { z } from 'zod';
import { lineTypes } from '../../scenario/constants.ts';
import { common } from '../common.ts';

const lineType = z.enum(lineTypes);

/** Say what kind of line it is. */
export const lineTypingSchema = z.strictObject({
  type: z.literal('line-typing'),
  ...common,
  line: lineType,
  offered: z.array(lineType).min(3).max(6),
});
