/** The learner record and what follows from it. */
export {
  addAnswer,
  eraseRecord,
  erasureMoment,
  finishLesson,
  lastAnswer,
  lastRun,
  openSitting,
  reinstate,
  saveRun,
  saveSitting,
} from './changes.ts';
export {
  type Answer,
  type AssessmentSitting,
  emptyRecord,
  type LearnerRecord,
  mergeRecords,
  parseRecord,
  type ReadResult,
  type Run,
  readRecord,
  stampErasure,
} from './record.ts';
