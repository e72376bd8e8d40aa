import { z } from 'zod';
import { daySchema, idSchema, reviewSchema, sourceKeySchema } from '../course/schema.ts';

/** The parts of a pocket card, in the order in which they are printed. */
export const cardParts = ['signs', 'say', 'avoid', 'act', 'leave'] as const;
export type CardPart = (typeof cardParts)[number];

/** Key of a country fact, such as `contacts.hotline`. */
const factKey = z.string().regex(/^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/, 'A fact is named topic.id.');
/** Lines by id, each with the sources that carry it. */
const lines = z.record(idSchema, z.array(sourceKeySchema).min(1));

/** What a pocket card says, without words: lines with their sources, and whom to call. */
export const pocketCardSchema = z.strictObject({
  /** The path whose card it is. */
  id: idSchema,
  review: reviewSchema,
  checkedOn: daySchema,
  lookAgainBy: daySchema,
  /** What is noticed where this role meets people. */
  signs: lines,
  /** First words. */
  say: lines,
  /** Words after which people stop talking: not to be said. */
  avoid: lines,
  act: lines,
  /** What this role does not do itself. */
  leave: lines,
  /** Facts of the country pack, in the order in which one would call. */
  contacts: z.array(factKey).min(1),
});
export type PocketCard = z.infer<typeof pocketCardSchema>;

const texts = z.record(idSchema, z.string().min(1));
export const pocketCardWordsSchema = z.strictObject({
  /** Where this role meets people: the line under the title. */
  place: z.string(),
  signs: texts,
  say: texts,
  avoid: texts,
  act: texts,
  leave: texts,
  /** When to call there, by the fact's key. */
  contacts: z.record(factKey, z.string().min(1)),
});
export type PocketCardWords = z.infer<typeof pocketCardWordsSchema>;

const token = z.strictObject({
  /** What stands on the counter or the marker. */
  name: z.string().min(1),
  /** Its meaning, one sentence. */
  means: z.string().min(1),
});

/** Words for variables and flags of role-plays, for play on paper. A name without words is made from its id. */
export const tokenWordsSchema = z.strictObject({
  /** For every role-play that uses the name. */
  all: z.record(idSchema, token),
  /** For one role-play, before those of `all`. */
  of: z.record(idSchema, z.record(idSchema, token)),
});
export type Token = z.infer<typeof token>;
export type TokenWords = z.infer<typeof tokenWordsSchema>;
