import type { LearnerRecord, Run } from '../progress/record.ts';
import { compileScenario } from '../scenario/compile/compile.ts';
import { replay } from '../scenario/run/replay.ts';
import type { ScenarioGraph } from '../scenario/schema.ts';
import { type AssessmentResult, bestAssessment } from './assessment.ts';
import type { GradingContent, Release } from './release.ts';

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

/** Minutes that one question of the final assessment is counted with. */
const MINUTES_PER_QUESTION = 1;

/**
 * Grades one path. The only place where results come from: the learner's pages, the certificate and the verifier call it.
 *
 * @returns undefined when the content has no such path.
 */
export function grade(content: Release, record: LearnerRecord, pathId: string): PathResult | undefined {
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
  const assessment = bestAssessment(content, record, path.id);
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
  scenario: ScenarioGraph,
  choices: readonly string[],
): { ending?: string; passed: boolean } {
  const { ending, passed, refused } = replay(compileScenario(scenario), { choices, seed: 0 });
  return ending !== undefined && refused === undefined ? { ending, passed } : { passed: false };
}
