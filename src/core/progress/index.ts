/** The learner record and what follows from it. */
export { addAnswer, eraseRecord, finishLesson, lastAnswer, lastRun, openAttempt, saveAttempt, saveRun } from './changes.ts';
export { type AssessmentAttempt, type Answer, emptyRecord, type LearnerRecord, mergeRecords, parseRecord, type ReadResult, readRecord, type Run } from './record.ts';
