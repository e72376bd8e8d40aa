import { z } from 'zod';
import { idSchema } from '../course/schema.ts';
import { TEST_MARK } from '../progress/tests.ts';

const LONGEST_ID = 60;

/** Ids, none of them twice: each would count twice. */
const distinctIds = z
  .array(idSchema)
  .min(1)
  .refine((ids) => new Set(ids).size === ids.length, 'An id is in the list twice. Delete one.');

/** What one role has to do for its certificate. */
export const pathSchema = z.strictObject({
  // Tests of a path are kept under a longer name with the mark in it.
  id: idSchema.refine(
    (id) => !id.includes(TEST_MARK) && id.length <= LONGEST_ID,
    `The id of a path holds no "${TEST_MARK}" and at most ${LONGEST_ID} letters.`,
  ),
  modules: distinctIds,
  /** Lesson `module/lesson` to begin with when there are only twenty minutes. */
  shortOfTime: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/),
  /** Drawing of `content/scenes/` that stands for the path. */
  scene: idSchema.optional(),
  scenarios: z.strictObject({
    /** Role-plays that belong to the path. */
    offered: distinctIds,
    /** How many of them must be passed. */
    pass: z.number().int().min(1),
  }),
  assessment: z.strictObject({
    /** Questions in the final assessment, spread over the modules' banks. */
    questions: z.number().int().min(5).max(60),
    /** Share of the points that passes, 0 to 1. */
    passShare: z.number().min(0.5).max(1),
  }),
  words: z.record(
    z.string(),
    z.strictObject({ title: z.string(), summary: z.string(), audience: z.string() }),
  ),
});
export type Path = z.infer<typeof pathSchema>;
