import { languagesIn } from '../core/course/files.ts';
import { type LoadOptions, readCourse } from '../core/course/index.ts';
import { nodeFiles } from './node-files.ts';

/**
 * The course of a folder on this disk, in one language, and what is wrong with it.
 *
 * @param root Folder that holds `content/`.
 */
export function loadContent(root: string, options: LoadOptions): ReturnType<typeof readCourse> {
  return readCourse(nodeFiles(root), options);
}

/** Languages that have interface strings, in alphabetical order. */
export function languagesOf(root: string): string[] {
  return languagesIn(nodeFiles(root));
}
