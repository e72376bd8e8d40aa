import { z } from 'zod';

export const idSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'An id has lower case letters, digits and hyphens, and starts with a letter.')
  .max(80, 'An id has at most 80 characters: the learner record reads no longer ones.');
export const sourceKeySchema = z
  .string()
  .regex(/^[A-Z0-9][A-Z0-9-]*$/, 'A source key has capitals, digits and hyphens.');
export const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Write the date as 2026-11-22.');
/** Minutes that hours of training are counted from; the same in every language. */
export const minutesSchema = z
  .int(
    'Write the minutes as a whole number, such as "minutes: 8"; if they do not fit the words, the next check says the figure',
  )
  .min(1, 'At least 1 minute.')
  .max(60, 'At most 60 minutes.');
/** How far a text has been checked by people of the field. */
export const reviewSchema = z.enum(['prepared', 'practitioner-reviewed', 'expert-approved']);
export type ReviewStatus = z.infer<typeof reviewSchema>;

export const courseSchema = z.strictObject({
  id: idSchema,
  /** Year and month of the content, shown on certificates. */
  contentVersion: z.string().regex(/^\d{4}\.\d{2}(\.\d+)?$/),
  /** The country pack used when COUNTRY is not set. */
  country: z.string().regex(/^[a-z]{2}$/),
  /** Where "Leave this page" goes. */
  leaveTo: z.url(),
  modules: z.array(idSchema).min(1),
  paths: z.array(idSchema).min(1),
  scenarios: z.array(idSchema),
  /** One line of a role-play to try at once, on the home page. */
  taste: z
    .strictObject({
      scenario: idSchema,
      decision: idSchema,
      /** Three or four of its choices; each has a reply, or asks for a fact. */
      choices: z.array(idSchema).min(2).max(4),
      /** Drawing of `content/scenes/`. */
      scene: idSchema,
    })
    .optional(),
});
export type Course = z.infer<typeof courseSchema>;

export const moduleSchema = z.strictObject({
  id: idSchema,
  objectives: z.array(idSchema).min(1),
  lessons: z
    .array(
      z.strictObject({
        id: idSchema,
        /** Objectives of the module that the lesson serves. */
        objectives: z.array(idSchema).min(1),
        /** Time for reading it and answering its checks, in minutes. */
        minutes: minutesSchema,
        /** The day its law and figures were last checked. */
        checkedOn: daySchema,
        /** From this day on it is listed as overdue and the page says so. */
        lookAgainBy: daySchema,
        /** The years its law or figures speak of. */
        speaksOf: z.string().optional(),
        review: reviewSchema,
      }),
    )
    .min(1),
});
export type Module = z.infer<typeof moduleSchema>;

export const moduleWordsSchema = z.strictObject({
  title: z.string(),
  summary: z.string(),
  objectives: z.record(idSchema, z.string()),
  /** Lines of the summary card. */
  card: z.array(z.string()).min(3).max(9),
});
export type ModuleWords = z.infer<typeof moduleWordsSchema>;

export const lessonFrontmatterSchema = z.strictObject({
  title: z.string(),
  /** What the reader can do afterwards. */
  summary: z.string(),
  /** Said before hard material, factually. */
  contentNote: z.string().optional(),
});
export type LessonFrontmatter = z.infer<typeof lessonFrontmatterSchema>;

export const sourcesSchema = z.record(
  sourceKeySchema,
  z.strictObject({
    title: z.string(),
    /** At most 40 characters, for citations. */
    short: z.string().max(48),
    publisher: z.string(),
    year: z.union([z.number().int(), z.string()]),
    url: z.url().optional(),
    /** What it is good for, and its limits. */
    goodFor: z.string(),
    /** The day on which the document, or a stored copy of it, was read; left out for sources without such a note. */
    seen: daySchema.optional(),
    /** Keys under which the same document was known before. */
    formerKeys: z.array(z.string()).default([]),
  }),
);
export type Sources = z.infer<typeof sourcesSchema>;

export const glossarySchema = z.record(
  idSchema,
  z.strictObject({
    /** The term in the country's legal languages. */
    fr: z.string().optional(),
    nl: z.string().optional(),
    sources: z.array(sourceKeySchema).default([]),
    see: z.array(idSchema).default([]),
  }),
);
export type Glossary = z.infer<typeof glossarySchema>;

export const glossaryWordsSchema = z.record(
  idSchema,
  z.strictObject({ term: z.string(), definition: z.string(), also: z.array(z.string()).default([]) }),
);
export type GlossaryWords = z.infer<typeof glossaryWordsSchema>;

const step = z.strictObject({ title: z.string(), text: z.string() });
export const diagramWordsSchema = z.strictObject({
  title: z.string(),
  /** Carries the same facts as the drawing. */
  alt: z.string(),
  labels: z.record(z.string(), z.string()).default({}),
  /** For a diagram that is stepped through once per person. */
  people: z.record(idSchema, z.strictObject({ title: z.string(), steps: z.array(step).min(2) })).optional(),
});
export type DiagramWords = z.infer<typeof diagramWordsSchema>;
