import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from '../core/course/files.ts';

/**
 * The files of a folder on this disk, as `core/course` reads them.
 *
 * @param root Folder that holds `content/`.
 * @throws {Error} from `list` and `read` for what is there and cannot be read (no permission, a folder read as a file).
 */
export function nodeFiles(root: string): Files {
  return {
    list: (folder) => {
      const entries = ifThere(() => readdirSync(join(root, folder), { withFileTypes: true })) ?? [];
      return {
        files: entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name),
        folders: entries.filter((entry) => entry.isDirectory()).map(({ name }) => name),
      };
    },
    read: (file) => ifThere(() => readFileSync(join(root, file), 'utf8')),
  };
}

/** What `read` returns; undefined when the file or folder does not exist. */
function ifThere<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
