import { type Files, namesIn } from './files.ts';

const FOLDER = 'content/scenes';

/** Ids of the drawings of places that a lesson may name. */
export const sceneIds = (files: Files): string[] => namesIn(files, FOLDER, '.svg');

/**
 * A drawing as an `<svg>` element.
 *
 * @throws {Error} when there is no such drawing.
 */
export function sceneDrawing(files: Files, id: string): string {
  const file = `${FOLDER}/${id}.svg`;
  const text = files.read(file);
  if (text === undefined) throw new Error(`There is no drawing ${file}.`);
  return text.trim();
}
