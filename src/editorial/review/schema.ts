import { z } from 'zod';
import { idSchema } from '../../core/course/schema.ts';

const roles = z.array(idSchema);

/** Who reviews what. */
export const reviewRolesSchema = z.strictObject({
  /** Roles in the order in which sheets are listed; their names stand in the words. */
  roles: roles.min(1),
  /** Per module: who reads all of it. */
  modules: z.record(idSchema, roles.min(1)),
  /** Per lesson, as `module/lesson`: who reads this one as well. */
  lessons: z
    .record(z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'Write module/lesson.'), roles.min(1))
    .default({}),
  /** Per topic of the country pack. */
  facts: z.record(idSchema, roles.min(1)),
  /** Per path: who plays its role-plays. May be empty where another path offers the same ones. */
  paths: z.record(idSchema, roles),
  /** Per role-play: who reads this one as well. */
  scenarios: z.record(idSchema, roles.min(1)).default({}),
  /** Per role: the terms of the glossary that it reads. */
  terms: z.record(idSchema, z.array(idSchema).min(1)),
  /** Per diagram. */
  diagrams: z.record(idSchema, roles.min(1)),
});
export type ReviewRoles = z.infer<typeof reviewRolesSchema>;

/** Everything that stands on a sheet and in the index, beside the names of roles and topics. */
const sheetWords = [
  'sheet',
  'index',
  'indexIntro',
  'forRole',
  'course',
  'version',
  'country',
  'made',
  'statements',
  'minutes',
  'minutesValue',
  'how',
  'howText',
  'first',
  'firstNone',
  'firstIntro',
  'lesson',
  'questions',
  'facts',
  'decision',
  'checked',
  'status',
  'agree',
  'change',
  'unsure',
  'remark',
  'sources',
  'noSource',
  'seen',
  'caveat',
  'doubt',
  'reason',
  'better',
  'correct',
  'wrong',
  'mark',
  'leave',
  'place',
  'critical',
  'confirmed',
  'singleSource',
  'uncertainFact',
  'doubtUncertain',
  'doubtSingleSource',
  'doubtSaysSo',
  'doubtOverdue',
  'sourceList',
  'sign',
  'signText',
  'name',
  'function',
  'institution',
  'date',
  'signature',
  'overall',
  'overallAgree',
  'overallChanges',
  'overallNot',
  'part',
  'firstCount',
  'minutesCount',
  'lessonsCount',
  'questionsCount',
  'factsCount',
  'ratingsCount',
  'termsCount',
  'diagramsCount',
  'total',
  'module',
  'countryPack',
  'scenario',
  'glossary',
  'also',
  'see',
  'diagrams',
  'drawnIn',
  'inWords',
  'inDrawing',
] as const;

/** Words of the sheets in one language. */
export const reviewWordsSchema = z.strictObject({
  /** Names of the roles, by id. */
  roles: z.record(idSchema, z.string()),
  /** What a reader of one role is told before the sheet begins, by role. */
  notes: z.record(idSchema, z.string()).default({}),
  /** Names of the topics of the country pack, by id. */
  topics: z.record(idSchema, z.string()),
  /** Phrases by which a text says itself that something is uncertain. */
  uncertain: z.array(z.string().min(3)).min(1),
  words: z.strictObject(
    Object.fromEntries(sheetWords.map((key) => [key, z.string()])) as Record<
      (typeof sheetWords)[number],
      z.ZodString
    >,
  ),
});
export type ReviewWords = z.infer<typeof reviewWordsSchema>;

/** Words that the course does not use. */
export const wordsToAvoidSchema = z.array(
  z.strictObject({
    /** Whole words or phrases, in any case; a star stands for any ending. */
    words: z.array(z.string()).min(1),
    /** Why not. */
    reason: z.string(),
    /** What to write. */
    instead: z.string(),
    /** Phrases in which it may stand: law that is quoted, or the mistake that is spoken of. */
    allowed: z.array(z.strictObject({ phrase: z.string(), because: z.string() })).default([]),
  }),
);
export type WordsToAvoid = z.infer<typeof wordsToAvoidSchema>;
