import { z } from 'zod';
import { idSchema, reviewSchema, sourceKeySchema } from '../course/schema.ts';

/** Fields that every question has, whatever its type. */
export const common = {
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
