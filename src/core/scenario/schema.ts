import { z } from 'zod';
import {
  daySchema as day,
  idSchema as id,
  sourceKeySchema as key,
  minutesSchema,
  reviewSchema,
} from '../course/schema.ts';
import { bearings, competencies, lineTypes, ratings } from './constants.ts';

const condition = z.string().min(1);

/** One of several ways to say the same place; the first whose condition holds is used, the last has none. */
const variant = z.strictObject({
  /** Its words stand under this id. */
  id,
  /** Holds until it is used; absent on the last. */
  when: condition.optional(),
});

const portrait = z.strictObject({
  /** Skin tone from 1 (light) to 6 (dark). */
  skin: z.number().int().min(1).max(6),
  hair: z.enum(['short', 'cropped', 'bun', 'long', 'curly', 'headscarf', 'cap', 'bald']),
  hairColour: z.enum(['dark', 'brown', 'grey', 'red', 'fair']).default('dark'),
  top: z.enum(['shirt', 'coat', 'overall', 'vest', 'jumper', 'scrubs', 'uniform']),
  beard: z.boolean().default(false),
  glasses: z.boolean().default(false),
  /** A softer, rounder face. */
  young: z.boolean().default(false),
});

const choice = z.strictObject({
  rating: z.enum(ratings),
  /** What kind of line it is; absent for an action. */
  line: z.enum(lineTypes).optional(),
  /** Points per competency, 0 to 3. Never a percentage; for the debrief only. */
  points: z.partialRecord(z.enum(competencies), z.number().int().min(0).max(3)).default({}),
  /** In order; see the README for the forms. */
  effects: z.array(z.string()).default([]),
  /** Facts this choice tries to learn. */
  asks: z.array(id).default([]),
  /** The critical error this choice is; it fails the run. */
  critical: id.optional(),
  /** Hidden until this holds. */
  when: condition.optional(),
  /** Other words for other states. */
  wordings: z.array(variant).optional(),
  /** What the person answers. */
  replies: z.array(variant).optional(),
  /** An equal-credit way round a hard scene. */
  wayRound: z.boolean().default(false),
  /** Why it is rated so: source keys. */
  sources: z.array(key).default([]),
  /** A decision, an ending, `end`, or a list of conditions with where each leads. */
  next: z.union([id, z.array(z.strictObject({ when: condition.optional(), to: id })).min(1)]),
});

export const scenarioSchema = z.strictObject({
  id,
  /** Raise it when the graph changes; old runs keep the version they were played on. */
  version: z.number().int().min(1),
  paths: z.array(id).default([]),
  /** Modules whose matter it practises: a path places it after the last of them that it has. */
  practises: z.array(id).default([]),
  /** Drawing of its place, from `content/scenes/`; decoration, so nothing depends on it. */
  scene: id.optional(),
  /** Time for the longest way through it, in minutes. */
  minutes: minutesSchema,
  review: reviewSchema,
  checkedOn: day,
  lookAgainBy: day,
  people: z.record(id, z.strictObject({ portrait })),
  /** Whose bearing the portrait shows. */
  focus: id,
  variables: z
    .record(id, z.strictObject({ min: z.number().int(), max: z.number().int(), start: z.number().int() }))
    .default({}),
  flags: z.array(id).default([]),
  /** What the learner can find out; told only while the gate holds. */
  facts: z.record(id, z.strictObject({ gate: condition.optional() })).default({}),
  critical: z.array(id).default([]),
  bearing: z.array(z.strictObject({ when: condition.optional(), is: z.enum(bearings) })).min(1),
  start: id,
  /** The outcome that passes, on the state at the end. */
  pass: condition,
  decisions: z.record(
    id,
    z.strictObject({
      /** Who speaks; absent when nobody does. */
      speaker: id.optional(),
      lines: z.array(variant).optional(),
      /** Effects on entering. */
      effects: z.array(z.string()).default([]),
      /** May be come back to; a choice made here is struck out. */
      hub: z.boolean().default(false),
      choices: z.record(id, choice),
    }),
  ),
  endings: z.array(z.strictObject({ id, when: condition.optional() })).min(1),
  /** An expert's run: choice ids in order. */
  expert: z.array(id).min(1),
});
export type Scenario = z.infer<typeof scenarioSchema>;
export type Choice = z.infer<typeof choice>;
export type Portrait = z.infer<typeof portrait>;

type Decision = Scenario['decisions'][string];
/** A choice of a graph that is played without being shown. */
export type GraphChoice = Pick<
  Choice,
  'rating' | 'points' | 'effects' | 'asks' | 'critical' | 'when' | 'wayRound' | 'next'
> &
  Partial<Choice>;
/**
 * What a run is played on: all that leads to its ending and to whether it passed. What only shows (people, bearings,
 * variants of words) may be missing, as it is in a release.
 */
export type ScenarioGraph = Pick<
  Scenario,
  'id' | 'version' | 'variables' | 'flags' | 'facts' | 'critical' | 'start' | 'pass' | 'endings'
> &
  Partial<Omit<Scenario, 'decisions'>> & {
    decisions: Record<
      string,
      Pick<Decision, 'effects' | 'hub'> &
        Partial<Omit<Decision, 'choices'>> & { choices: Record<string, GraphChoice> }
    >;
  };

const speech = z.strictObject({
  /** What happens. */
  text: z.string().optional(),
  /** Who speaks, when it is not the speaker of the decision. */
  who: id.optional(),
  /** Posture, glance, tone. */
  cue: z.string().optional(),
  says: z.string().optional(),
});
export type Speech = z.infer<typeof speech>;

export const scenarioWordsSchema = z.strictObject({
  title: z.string(),
  summary: z.string(),
  role: z.string(),
  place: z.string(),
  task: z.string(),
  contentNote: z.string().optional(),
  opening: z.string(),
  people: z.record(id, z.strictObject({ name: z.string(), who: z.string() })),
  facts: z
    .record(
      id,
      z.strictObject({ label: z.string(), notebook: z.string(), told: speech, withheld: speech.optional() }),
    )
    .default({}),
  critical: z.record(id, z.string()).default({}),
  decisions: z.record(
    id,
    z.strictObject({
      lines: z.record(id, speech),
      choices: z.record(
        id,
        z.strictObject({
          text: z.union([z.string(), z.record(id, z.string())]),
          replies: z.record(id, speech).default({}),
          why: z.string(),
          /** A better wording, for the debrief. */
          better: z.string().optional(),
        }),
      ),
    }),
  ),
  endings: z.record(id, z.strictObject({ title: z.string(), text: z.string() })),
  /** What the expert thinks aloud, per decision. */
  expert: z.record(id, z.string()).default({}),
});
export type ScenarioWords = z.infer<typeof scenarioWordsSchema>;
