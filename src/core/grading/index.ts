/** Results: pure functions of (release, record). */
export {
  type AssessmentResult,
  bestAssessment,
  drawAssessment,
  findQuestion,
  QUESTION_POINTS,
  scoreSitting,
} from './assessment.ts';
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
  type CompetencyOverview,
  competenciesOf,
  type Done,
  latelyDone,
  type PlayOverview,
  playsOf,
  type SureAndWrong,
  sureAndWrongOf,
} from './overview.ts';
export {
  assessmentSeed,
  drawTest,
  formOf,
  formsOf,
  type Gain,
  gainBetween,
  gradeTest,
  TEST_QUESTIONS,
  testSeed,
} from './parallel-forms.ts';
export {
  decisiveGraph,
  type GradedCourse,
  type GradingContent,
  gradingContent,
  type Release,
} from './release.ts';
export {
  type GradedAnswer,
  gradeAnswers,
  type ModulePlan,
  planAfter,
  type Tally,
  tallyAnswers,
} from './sitting-plan.ts';
export { type LatestSitting, type Releases, type Standing, sittingReleases, standingOf } from './standing.ts';
