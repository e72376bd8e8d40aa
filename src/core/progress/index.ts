/** The learner record and what follows from it. */
export {
  addAnswer,
  eraseRecord,
  erasureMoment,
  finishLesson,
  lastAnswer,
  lastRun,
  openAttempt,
  reinstate,
  saveAttempt,
  saveRun,
} from './changes.ts';
export {
  type Answer,
  type AssessmentAttempt,
  emptyRecord,
  type LearnerRecord,
  mergeRecords,
  parseRecord,
  type ReadResult,
  type Run,
  readRecord,
  stampErasure,
} from './record.ts';
