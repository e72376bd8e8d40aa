/** Results: pure functions of (release, record). */
export { type AssessmentResult, drawAssessment, findQuestion, scoreSitting } from './assessment.ts';
export {
  grade,
  gradeScenario,
  type PathResult,
  pathMinutes,
  runOutcome,
  type ScenarioResult,
} from './grade.ts';
export { type OpenRun, openRuns } from './open-runs.ts';
export {
  decisiveGraph,
  type GradedCourse,
  type GradingContent,
  gradingContent,
  type Release,
} from './release.ts';
export { type LatestSitting, type Releases, type Standing, sittingReleases, standingOf } from './standing.ts';
