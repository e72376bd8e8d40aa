export type { BlockKind, LessonBlock } from './blocks.ts';
export { type LessonReading, readLesson } from './read-lesson.ts';
export { type LessonNode, type ParseLesson, parseLesson, sourceKeysIn } from './tree.ts';
