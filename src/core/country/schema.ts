import { z } from 'zod';
import { daySchema, idSchema, reviewSchema, sourceKeySchema } from '../course/schema.ts';

export const packSchema = z.strictObject({
  /** ISO 3166-1 alpha-2, lower case. */
  id: z.string().regex(/^[a-z]{2}$/),
  /** Official languages, BCP 47. */
  languages: z.array(z.string()).min(1),
  checkedOn: daySchema,
  lookAgainBy: daySchema,
});
export type Pack = z.infer<typeof packSchema>;

const phone = z
  .string()
  .regex(/^[+\d][\d ]{1,}$/, 'A phone number has digits and spaces, with + for the country.');
/** What somebody looks for when they have to call now; the sections of the page of numbers, in its order. */
export const callNeeds = ['danger', 'centre', 'child', 'health', 'police', 'talk'] as const;
export type CallNeed = (typeof callNeeds)[number];

export const factSchema = z.strictObject({
  kind: z.enum(['fact', 'contact']).default('fact'),
  sources: z.array(sourceKeySchema).min(1),
  checkedOn: daySchema,
  lookAgainBy: daySchema,
  /** Confirmed by a primary or official text; by one secondary source; or not confirmed (then the words say so). */
  confidence: z.enum(['confirmed', 'single-source', 'uncertain']),
  review: reviewSchema,
  /** A warning that several facts share; its words stand in the pack's words under "caveats". */
  caveat: idSchema.optional(),
  phone: phone.optional(),
  /** A name of a site, without https://. */
  site: z.string().optional(),
  email: z.string().optional(),
  /** Sections of the page of numbers (`call/`) in which it stands. */
  needs: z.array(z.enum(callNeeds)).default([]),
  /** Several contacts under one heading; their words stand under the same ids. */
  list: z
    .array(
      z.strictObject({
        id: idSchema,
        phone: phone.optional(),
        site: z.string().optional(),
        email: z.string().optional(),
        address: z.string().optional(),
      }),
    )
    .optional(),
});
export type Fact = z.infer<typeof factSchema>;
export const factsSchema = z.record(idSchema, factSchema);

export const packWordsSchema = z.strictObject({
  name: z.string(),
  summary: z.string(),
  caveats: z.record(idSchema, z.string()).default({}),
});
export const factWordsSchema = z.strictObject({
  label: z.string(),
  /** A few words that fit into a sentence. */
  short: z.string().optional(),
  text: z.string(),
  /** What is not settled and what was looked up: for reviewers and the sources page, never in a lesson. */
  doubt: z.string().optional(),
  list: z.record(idSchema, z.strictObject({ name: z.string(), note: z.string().optional() })).optional(),
});
export type FactWords = z.infer<typeof factWordsSchema>;
export const factsWordsSchema = z.record(idSchema, factWordsSchema);
