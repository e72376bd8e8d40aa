/** Results: pure functions of (content, record). */
export { type AssessmentResult, drawAssessment, findQuestion, grade, gradeScenario, type GradingContent, pathMinutes, type PathResult, runOutcome, scoreAttempt, type ScenarioResult } from './grade.ts';
