import { findQuestion, type Release } from '../grading/index.ts';
import { type LearnerRecord, pathOfSitting, type Run, testName } from '../progress/index.ts';
import { isResponse, scoreResponse } from '../question/index.ts';
import { compileScenario } from '../scenario/compile/compile.ts';
import type { Program } from '../scenario/compile/program.ts';
import type { Rating } from '../scenario/constants.ts';
import { type Replay, replay } from '../scenario/run/replay.ts';
import type { ScenarioGraph } from '../scenario/schema.ts';
import type { DayGrade, Grade } from './schedule.ts';

/** Questions of each objective: module → objective → ids of questions, as the course has them today. */
export type Topics = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Why something is asked again. */
export type Why = 'sure-and-wrong' | 'missed' | 'guessed' | 'due';

/** One answer, as the schedule counts it. */
export interface Asked extends DayGrade {
  /** `module/question`. */
  reference: string;
  why: Why;
}

/** What was answered of an objective, over all its questions. */
export interface TopicHistory {
  /** `module/objective`. */
  topic: string;
  questions: readonly string[];
  asked: readonly Asked[];
}

/** A decision of a role-play that was not taken well, and the answers given to it since. */
export interface DecisionHistory {
  run: Run;
  /** Choices before the decision. */
  before: readonly string[];
  decision: string;
  /** What was chosen in the run. */
  chosen: string;
  /** Ids of choices: a response is a place in this list. */
  choices: readonly string[];
  asked: readonly DayGrade[];
}

/**
 * What was answered, by objective: in lessons, in reviews, and in assessments that were handed in on today's content. A
 * topic that was never asked has an empty list. Answers to what the course no longer has are left out.
 *
 * @param dayOf The calendar day of a moment.
 */
export function topicHistories(
  content: Release,
  topics: Topics,
  record: LearnerRecord,
  dayOf: (ms: number) => number,
): TopicHistory[] {
  const asked = new Map<string, Asked[]>();
  const add = (reference: string, response: number, sure: number | undefined, atMs: number) => {
    const question = findQuestion(content, reference);
    if (!question || !isResponse(question, response)) return;
    const { earned, possible } = scoreResponse(question, response);
    const event = { reference, day: dayOf(atMs), ...judge(earned / possible, sure) };
    const own = asked.get(reference);
    if (own) own.push(event);
    else asked.set(reference, [event]);
  };
  for (const { question, response, sure, atMs } of record.answers) add(question, response, sure, atMs);
  for (const { release, path, responses, submittedMs } of record.attempts) {
    // On other content the same numbers are other answers. A test before the path asks what nobody has taught yet.
    const isBefore = path === testName('before', pathOfSitting(path));
    if (submittedMs === undefined || release !== content.hash || isBefore) continue;
    for (const [reference, { response, sure }] of Object.entries(responses))
      add(reference, response, sure, submittedMs);
  }
  return Object.entries(topics).flatMap(([module, objectives]) =>
    Object.entries(objectives).map(([objective, ids]) => {
      const questions = ids.map((id) => `${module}/${id}`);
      return {
        topic: `${module}/${objective}`,
        questions,
        asked: questions.flatMap((reference) => asked.get(reference) ?? []),
      };
    }),
  );
}

function judge(share: number, sure: number | undefined): { grade: Grade; why: Why } {
  if (share <= 0) return { grade: 1, why: sure === 3 ? 'sure-and-wrong' : 'missed' };
  if (share < 1) return { grade: share < 0.5 ? 1 : 2, why: 'missed' };
  if (sure === 1) return { grade: 2, why: 'guessed' };
  return { grade: sure === 3 ? 4 : 3, why: 'due' };
}

/** Programs by graph: a graph never changes, and to compile all of them takes longer than all the rest. */
const programs = new WeakMap<ScenarioGraph, Program<ScenarioGraph>>();
function programOf(scenario: ScenarioGraph): Program<ScenarioGraph> {
  const known = programs.get(scenario) ?? compileScenario(scenario);
  programs.set(scenario, known);
  return known;
}

const GRADE_OF: Readonly<Record<Rating, Grade>> = { best: 3, acceptable: 2, poor: 1, harmful: 1 };

/**
 * Of each role-play, the decision of its last finished run that was taken worst: the first harmful one, else the first
 * poor one. A role-play that was last played without either has none. Narrated runs are the expert's and do not count.
 *
 * An answer to it stands among the answers of the record, under `role-play/decision`; its response is the place of the
 * choice in the decision. Those given before that run belong to another one.
 */
export function decisionHistories(
  content: Release,
  record: LearnerRecord,
  until: number,
  dayOf: (ms: number) => number,
): DecisionHistory[] {
  return content.scenarios.flatMap(({ scenario }) => {
    const runs = record.runs.filter(
      (run) =>
        run.scenario === scenario.id &&
        run.version === scenario.version &&
        run.help !== 'narrated' &&
        dayOf(run.atMs) <= until,
    );
    let last: { run: Run; played: Replay } | undefined;
    for (const run of runs.reverse()) {
      const played = replay(programOf(scenario), run);
      if (played.ending === undefined || played.refused !== undefined) continue;
      last = { run, played };
      break;
    }
    if (!last) return [];
    const { run, played } = last;
    const ratingAt = (i: number) => {
      const turn = played.turns[i];
      return turn && scenario.decisions[turn.decision]?.choices[turn.taken?.id ?? '']?.rating;
    };
    const first = (rating: Rating) => played.turns.findIndex((_, i) => ratingAt(i) === rating);
    const at = first('harmful') >= 0 ? first('harmful') : first('poor');
    const turn = played.turns[at];
    if (!turn?.taken) return [];
    const own = scenario.decisions[turn.decision]?.choices ?? {};
    const choices = Object.keys(own);
    const asked: DayGrade[] = [{ day: dayOf(run.atMs), grade: 1 }];
    for (const { question, response, atMs } of record.answers) {
      if (question !== `${scenario.id}/${turn.decision}` || atMs <= run.atMs) continue;
      const rating = own[choices[response] ?? '']?.rating;
      if (rating) asked.push({ day: dayOf(atMs), grade: GRADE_OF[rating] });
    }
    return [
      {
        run,
        before: run.choices.slice(0, at),
        decision: turn.decision,
        chosen: turn.taken.id,
        choices,
        asked,
      },
    ];
  });
}
