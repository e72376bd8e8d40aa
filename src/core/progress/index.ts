/** The learner record: its shape, changes, merging and erasure. */
export {
  addAnswer,
  beginRun,
  beginSitting,
  finishLesson,
  lastAnswer,
  lastRun,
  openSitting,
  saveRun,
  saveSitting,
} from './changes.ts';
export { eraseRecord, erasureMoment, stampErasure } from './erasure.ts';
export { mergeRecords, reinstate } from './merge.ts';
export {
  type Answer,
  type AssessmentSitting,
  emptyRecord,
  FURTHEST_AHEAD,
  fitsRecord,
  LAST_MOMENT,
  type LearnerRecord,
  parseRecord,
  type ReadResult,
  type Run,
  readRecord,
} from './record.ts';
export { isTest, pathOfSitting, TEST_MARK, type TestKind, testKinds, testName } from './tests.ts';
