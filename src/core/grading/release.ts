import type { Path } from '../path/schema.ts';
import type { BankQuestion, Question } from '../question/schema.ts';
import type { Choice, GraphChoice, Scenario, ScenarioGraph } from '../scenario/schema.ts';

/**
 * What decides a result, and nothing else: keys of questions, graphs and ratings of role-plays, what paths ask, and the
 * minutes that hours are counted from. No words, dates, sources or review status, and so the same in every language.
 * It is released under its hash and kept for ever, so that a certificate can be replayed against it.
 */
export interface GradingContent {
  modules: readonly {
    id: string;
    lessons: readonly { id: string; minutes: number }[];
    bank: Readonly<Record<string, Question>>;
  }[];
  scenarios: readonly { scenario: ScenarioGraph; minutes: number }[];
  paths: readonly Omit<Path, 'words' | 'shortOfTime' | 'scene'>[];
}

/** Grading content with the hash it was released under. Only sittings that were drawn from it count on it. */
export interface Release extends GradingContent {
  /** 12 hexadecimal digits of SHA-256 over the released text. Not in the file, since it is the file's name. */
  hash: string;
}

/** What `gradingContent` reads of a course; the whole course fits. */
export interface GradedCourse {
  modules: readonly {
    id: string;
    lessons: readonly { id: string; minutes: number }[];
    bank: Readonly<Record<string, BankQuestion>>;
  }[];
  scenarios: readonly { scenario: Scenario }[];
  paths: readonly Path[];
}

/**
 * For each field of what authors write, whether it decides a result. A new field is a type error until it stands here.
 * Fields are released in this order, so that moving them in a schema or a file does not change the hash. Entries of a
 * map keep the author's order: numbers of answers and choices count from it.
 */
type Fields<T> = { readonly [Field in KeysOf<T>]-?: boolean };
type KeysOf<T> = T extends unknown ? keyof T : never;

const QUESTION: Fields<BankQuestion> = {
  type: true,
  lesson: true,
  use: true,
  answers: true,
  correct: true,
  items: true,
  groups: true,
  targets: true,
  others: true,
  line: true,
  offered: true,
  objective: false,
  sources: false,
  review: false,
  // A question of another country is not in the content at all.
  country: false,
};

const PATH: Fields<Path> = {
  id: true,
  modules: true,
  scenarios: true,
  assessment: true,
  shortOfTime: false,
  scene: false,
  words: false,
};

const SCENARIO: Fields<Scenario> = {
  id: true,
  version: true,
  variables: true,
  flags: true,
  facts: true,
  critical: true,
  start: true,
  pass: true,
  decisions: true,
  endings: true,
  // Stands beside the graph, as in every release before.
  minutes: false,
  paths: false,
  practises: false,
  scene: false,
  review: false,
  checkedOn: false,
  lookAgainBy: false,
  people: false,
  focus: false,
  bearing: false,
  expert: false,
};

const DECISION: Fields<Scenario['decisions'][string]> = {
  effects: true,
  hub: true,
  choices: true,
  speaker: false,
  lines: false,
};

const CHOICE: Fields<Choice> = {
  rating: true,
  points: true,
  effects: true,
  asks: true,
  critical: true,
  when: true,
  wayRound: true,
  next: true,
  line: false,
  wordings: false,
  replies: false,
  sources: false,
};

/** The fields of `value` that decide a result, in the order of `fields`. */
function decisive<T extends object>(value: T, fields: Fields<T>): Partial<T> {
  const all = value as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, decides]) =>
      decides && all[field] !== undefined ? [[field, all[field]]] : [],
    ),
  ) as Partial<T>;
}

function mapValues<T, U>(map: Readonly<Record<string, T>>, of: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, of(value)]));
}

/** A role-play without what only shows. Of one that was released before, the same as of one from its file. */
export function decisiveGraph(scenario: ScenarioGraph): ScenarioGraph {
  const decided = decisive(scenario, SCENARIO as Fields<ScenarioGraph>) as ScenarioGraph;
  return {
    ...decided,
    variables: mapValues(decided.variables, ({ min, max, start }) => ({ min, max, start })),
    facts: mapValues(decided.facts, ({ gate }) => (gate === undefined ? {} : { gate })),
    decisions: mapValues(decided.decisions, (decision) => ({
      ...(decisive(decision, DECISION as Fields<GraphDecision>) as GraphDecision),
      choices: mapValues(decision.choices, (choice) => ({
        ...(decisive(choice, CHOICE as Fields<GraphChoice>) as GraphChoice),
        // Points are read by name, so that their order decides nothing.
        points: Object.fromEntries(Object.entries(choice.points).sort(([a], [b]) => (a < b ? -1 : 1))),
        next:
          typeof choice.next === 'string'
            ? choice.next
            : choice.next.map(({ when, to }) => (when === undefined ? { to } : { when, to })),
      })),
    })),
    endings: decided.endings.map(({ id, when }) => (when === undefined ? { id } : { id, when })),
  };
}

type GraphDecision = ScenarioGraph['decisions'][string];

/** What of a course decides a result. Modules and role-plays that no path asks for decide none. */
export function gradingContent({ modules, scenarios, paths }: GradedCourse): GradingContent {
  return {
    modules: modules
      .filter(({ id }) => paths.some((path) => path.modules.includes(id)))
      .map(({ id, lessons, bank }) => ({
        id,
        lessons: lessons.map(({ id, minutes }) => ({ id, minutes })),
        bank: mapValues(bank, (question) => decisive(question, QUESTION) as Question),
      })),
    scenarios: scenarios
      .filter(({ scenario }) => paths.some((path) => path.scenarios.offered.includes(scenario.id)))
      .map(({ scenario }) => ({ scenario: decisiveGraph(scenario), minutes: scenario.minutes })),
    paths: paths.map((path) => ({
      ...(decisive(path, PATH) as GradingContent['paths'][number]),
      scenarios: { offered: path.scenarios.offered, pass: path.scenarios.pass },
      assessment: { questions: path.assessment.questions, passShare: path.assessment.passShare },
    })),
  };
}
