import type { Path } from '../path/schema.ts';
import type { AssessmentSitting, LearnerRecord, Run } from '../progress/record.ts';
import { type Question, type Score, scoreResponse } from '../question/index.ts';
import { hashText, shuffle } from '../random/index.ts';
import { compileScenario } from '../scenario/compile/compile.ts';
import { replay } from '../scenario/run/replay.ts';
import type { Scenario } from '../scenario/schema.ts';

/**
 * All that grading needs and nothing else: structure without words. It is released under its hash and kept for ever,
 * so that a certificate can be replayed against the content it names.
 */
export interface GradingContent {
  /**
   * Hash of the release that this is; not in the file, but given by whoever loaded it. Only sittings that were drawn from
   * this release are then counted. Without it all are.
   */
  hash?: string;
  contentVersion: string;
  modules: readonly {
    id: string;
    lessons: readonly { id: string; minutes: number }[];
    bank: Readonly<Record<string, Question>>;
  }[];
  scenarios: readonly { scenario: Scenario; minutes: number }[];
  paths: readonly Omit<Path, 'words' | 'shortOfTime'>[];
}

/** A path's result. */
export interface PathResult {
  path: string;
  lessons: { done: number; total: number };
  scenarios: readonly ScenarioResult[];
  /** Role-plays passed, of those that must be. */
  scenariosPassed: number;
  scenariosNeeded: number;
  assessment: AssessmentResult | undefined;
  complete: boolean;
  /** When the last requirement was first met; only when complete. A better result later does not move it. */
  completedMs: number | undefined;
  /** Time of lessons, role-plays passed and assessment, counted on the content and not on the clock. */
  minutes: number;
}

export interface ScenarioResult {
  scenario: string;
  finished: number;
  passed: boolean;
  /** The first run that passed. */
  passingRun: Run | undefined;
}

export interface AssessmentResult {
  score: Score;
  /** Earned ÷ possible, 0 to 1. */
  share: number;
  passed: boolean;
  /** The best sitting. */
  sitting: AssessmentSitting;
  /** When a sitting first passed, in milliseconds since 1970. */
  passedMs: number | undefined;
}

/** Minutes that one question of the final assessment is counted with. */
const MINUTES_PER_QUESTION = 1;

/**
 * Grades one path. The only place where results come from: the learner's pages, the certificate and the verifier call it.
 *
 * @returns undefined when the content has no such path.
 */
export function grade(
  content: GradingContent,
  record: LearnerRecord,
  pathId: string,
): PathResult | undefined {
  const path = content.paths.find((candidate) => candidate.id === pathId);
  if (!path) return undefined;
  const modules = content.modules.filter((module) => path.modules.includes(module.id));
  const lessons = modules.flatMap((module) =>
    module.lessons.map((lesson) => ({ ...lesson, reference: `${module.id}/${lesson.id}` })),
  );
  const times = lessons.map((lesson) => record.lessons[lesson.reference]);
  const done = times.filter((time) => time !== undefined);
  const scenarios = path.scenarios.offered.map((id) => gradeScenario(content, record, id));
  const passed = scenarios.filter((result) => result.passed);
  const assessment = bestAssessment(content, record, path);
  const complete =
    done.length === lessons.length && passed.length >= path.scenarios.pass && assessment?.passed === true;
  const scenarioTimes = passed.map((result) => result.passingRun?.atMs ?? 0).sort((a, b) => a - b);
  return {
    path: pathId,
    lessons: { done: done.length, total: lessons.length },
    scenarios,
    scenariosPassed: passed.length,
    scenariosNeeded: path.scenarios.pass,
    assessment,
    complete,
    completedMs: complete
      ? Math.max(0, ...done, scenarioTimes[path.scenarios.pass - 1] ?? 0, assessment?.passedMs ?? 0)
      : undefined,
    minutes:
      lessons.reduce(
        (sum, lesson) => sum + (record.lessons[lesson.reference] === undefined ? 0 : lesson.minutes),
        0,
      ) +
      passed.reduce(
        (sum, result) =>
          sum + (content.scenarios.find(({ scenario }) => scenario.id === result.scenario)?.minutes ?? 0),
        0,
      ) +
      (assessment ? path.assessment.questions * MINUTES_PER_QUESTION : 0),
  };
}

/** Minutes that a whole path takes, with as many role-plays as it asks for (the longest of those offered). */
export function pathMinutes(content: GradingContent, pathId: string): number {
  const path = content.paths.find((candidate) => candidate.id === pathId);
  if (!path) return 0;
  const lessons = content.modules
    .filter((module) => path.modules.includes(module.id))
    .flatMap((module) => module.lessons);
  const scenarios = content.scenarios
    .filter(({ scenario }) => path.scenarios.offered.includes(scenario.id))
    .map(({ minutes }) => minutes)
    .sort((a, b) => b - a)
    .slice(0, path.scenarios.pass);
  return (
    [...lessons.map((lesson) => lesson.minutes), ...scenarios].reduce((a, b) => a + b, 0) +
    path.assessment.questions * MINUTES_PER_QUESTION
  );
}

/** What the runs of one role-play come to. Runs of another version, or that cannot be replayed, are not counted. */
export function gradeScenario(
  content: GradingContent,
  record: LearnerRecord,
  scenarioId: string,
): ScenarioResult {
  const scenario = content.scenarios.find((candidate) => candidate.scenario.id === scenarioId)?.scenario;
  const result: ScenarioResult = { scenario: scenarioId, finished: 0, passed: false, passingRun: undefined };
  if (!scenario) return result;
  for (const run of record.runs) {
    // A narrated run is the expert's, so it neither passes nor fails the learner.
    if (run.scenario !== scenarioId || run.version !== scenario.version || run.help === 'narrated') continue;
    const outcome = runOutcome(scenario, run.choices);
    if (!outcome.ending) continue;
    result.finished++;
    if (outcome.passed && !result.passed) {
      result.passed = true;
      result.passingRun = run;
    }
  }
  return result;
}

/** Where a run ended, if it did, and whether it passed. A run that cannot be replayed has no ending. */
export function runOutcome(
  scenario: Scenario,
  choices: readonly string[],
): { ending?: string; passed: boolean } {
  const { ending, passed, refused } = replay(compileScenario(scenario), { choices, seed: 0 });
  return ending !== undefined && refused === undefined ? { ending, passed } : { passed: false };
}

/**
 * The questions of a final assessment: a parallel form for each seed.
 *
 * Modules get questions in proportion to their lessons, and within a module the lessons take turns, so that every form
 * covers the same ground. Deterministic: content, path and seed give the same form for ever.
 *
 * @returns References `module/question`, in the order in which they are asked.
 */
export function drawAssessment(content: GradingContent, pathId: string, seed: number): string[] {
  const path = content.paths.find((candidate) => candidate.id === pathId);
  if (!path) return [];
  const modules = content.modules.filter((module) => path.modules.includes(module.id));
  const pools = modules.map((module) => takeTurns(module, seed));
  const weights = modules.map((module) => module.lessons.length);
  const quotas = apportion(
    path.assessment.questions,
    weights,
    pools.map((pool) => pool.length),
  );
  const drawn = pools.flatMap((pool, i) => pool.slice(0, quotas[i]));
  return shuffle(drawn, seed ^ hashText(pathId));
}

/** Exam questions of a module, lesson by lesson in turns, each lesson's in the seed's order. */
function takeTurns(module: GradingContent['modules'][number], seed: number): string[] {
  const lessons = shuffle(module.lessons, seed ^ hashText(module.id)).map((lesson) => {
    const own = Object.entries(module.bank).filter(
      ([, question]) => question.lesson === lesson.id && question.use !== 'check',
    );
    return shuffle(
      own.map(([id]) => `${module.id}/${id}`),
      seed ^ hashText(`${module.id}/${lesson.id}`),
    );
  });
  const out: string[] = [];
  for (let turn = 0; lessons.some((own) => turn < own.length); turn++) {
    for (const own of lessons) if (own[turn]) out.push(own[turn] as string);
  }
  return out;
}

/** Shares `total` by weight (largest remainders), never more than each has. */
function apportion(total: number, weights: readonly number[], limits: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const shares = exact.map((value, i) => Math.min(Math.floor(value), limits[i] as number));
  const byRemainder = exact
    .map((value, i) => ({ i, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (let left = total - shares.reduce((a, b) => a + b, 0), turn = 0; left > 0 && turn < 1_000; turn++) {
    const place = byRemainder[turn % byRemainder.length];
    if (!place || (shares[place.i] as number) >= (limits[place.i] as number)) continue;
    shares[place.i] = (shares[place.i] as number) + 1;
    left--;
  }
  return shares;
}

/** Score of one sitting: unanswered questions earn nothing of their points. */
export function scoreSitting(
  content: GradingContent,
  sitting: Pick<AssessmentSitting, 'path' | 'seed' | 'responses'>,
): Score {
  let earned = 0;
  let possible = 0;
  for (const reference of drawAssessment(content, sitting.path, sitting.seed)) {
    const question = findQuestion(content, reference);
    if (!question) continue;
    // Every question weighs the same, whatever its type: its share of its own points.
    const given = sitting.responses[reference];
    const score = scoreResponse(question, given?.response ?? -1);
    earned += given ? (score.earned / score.possible) * QUESTION_POINTS : 0;
    possible += QUESTION_POINTS;
  }
  return { earned: Math.round(earned), possible };
}

/** Points that every question of an assessment is worth; 60 divides by every number of parts up to six. */
const QUESTION_POINTS = 60;

/** A question of the content by its reference `module/question`. */
export function findQuestion(content: GradingContent, reference: string): Question | undefined {
  const [moduleId = '', questionId = ''] = reference.split('/');
  return content.modules.find((module) => module.id === moduleId)?.bank[questionId];
}

/** How many releases a record can ask for: each is a file to load, and a made-up record may name thousands. */
const MOST_RELEASES = 12;

/** Hashes of the releases that a record holds sittings of that were handed in, each once, the latest sitting's first. */
export function sittingReleases(record: LearnerRecord): string[] {
  const handedIn = record.attempts.filter(({ submittedMs }) => submittedMs !== undefined);
  return [...new Set(handedIn.reverse().map(({ release }) => release))].slice(0, MOST_RELEASES);
}

/**
 * The best sitting, of those handed in and drawn from this content: on other content the same numbers are other answers
 * to other questions.
 */
function bestAssessment(
  content: GradingContent,
  record: LearnerRecord,
  path: GradingContent['paths'][number],
): AssessmentResult | undefined {
  let best: AssessmentResult | undefined;
  let passedMs: number | undefined;
  for (const sitting of record.attempts) {
    if (sitting.path !== path.id || sitting.submittedMs === undefined) continue;
    if (content.hash !== undefined && sitting.release !== content.hash) continue;
    const score = scoreSitting(content, sitting);
    const share = score.possible === 0 ? 0 : score.earned / score.possible;
    const passed = share >= path.assessment.passShare;
    if (passed) passedMs = Math.min(sitting.submittedMs, passedMs ?? sitting.submittedMs);
    if (!best || share > best.share) best = { score, share, passed, sitting, passedMs: undefined };
  }
  return best && { ...best, passedMs };
}
