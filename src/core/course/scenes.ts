import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileNames } from './content-folders.ts';

const FOLDER = 'content/scenes';

/**
 * The drawings of places that a lesson may name.
 *
 * @param root Folder that holds `content/`.
 */
export const sceneIds = (root: string): string[] => fileNames(root, FOLDER, '.svg');

/**
 * A drawing as an `<svg>` element.
 *
 * @param root Folder that holds `content/`.
 * @throws {Error} when there is no such drawing.
 */
export const sceneDrawing = (root: string, id: string): string =>
  readFileSync(join(root, FOLDER, `${id}.svg`), 'utf8').trim();
