import { z } from 'zod';
import { idSchema } from '../course/schema.ts';

/** What the search must know about a language and the field's words in it: `content/search/<lang>.yaml`. */
export const searchLanguageSchema = z.strictObject({
  /** Words too common to look for. They still count inside the phrases of `synonyms` and `notes`. */
  ignore: z.array(z.string()).default([]),
  /** What people type, and what the course says instead. One way only: `mean` does not find `say`. */
  synonyms: z
    .array(z.strictObject({ say: z.array(z.string()).min(1), mean: z.array(z.string()).min(1) }))
    .default([]),
  /** Words that no synonym may join, because taking one for the other is the mistake that the course mends. */
  apart: z.array(z.array(z.string()).min(2)).default([]),
  /** Explanations that stand above the results when the query has one of the phrases. */
  notes: z
    .array(
      z.strictObject({
        id: idSchema,
        when: z.array(z.string()).min(1),
        title: z.string(),
        text: z.string(),
        /** Addresses under the language's root, as results have them. */
        links: z.array(z.strictObject({ text: z.string(), address: z.string() })).default([]),
      }),
    )
    .default([]),
  /** By file of a country pack, and of `modules` and `paths`: words under which they are looked for, though they do not say them. */
  topics: z.record(idSchema, z.string()).default({}),
  /** Pages of the site that are no content: what one would type to find them. */
  pages: z.array(z.strictObject({ address: z.string(), title: z.string(), text: z.string() })).default([]),
});
export type SearchLanguageFile = z.infer<typeof searchLanguageSchema>;
/** What the index carries of a language. */
export type SearchLanguage = { lang: string } & Pick<SearchLanguageFile, 'ignore' | 'synonyms' | 'notes'>;
export type SearchNote = SearchLanguage['notes'][number];
