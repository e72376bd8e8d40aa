/** Results: pure functions of (content, record). */
export {
  type AssessmentResult,
  drawAssessment,
  findQuestion,
  type GradingContent,
  grade,
  gradeScenario,
  type PathResult,
  pathMinutes,
  runOutcome,
  type ScenarioResult,
  scoreSitting,
  sittingReleases,
} from './grade.ts';
