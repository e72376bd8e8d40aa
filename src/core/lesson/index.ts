export type { BlockKind, LessonBlock } from './blocks.ts';
export { type LessonReading, readLesson } from './read-lesson.ts';
export { type LessonNode, parseLesson, sourceKeysIn } from './tree.ts';
