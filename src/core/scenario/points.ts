import { competencies } from './constants.ts';
import type { Choice } from './schema.ts';

/** Points of a choice: the sum over all competencies. */
export function pointsOf({ points }: Pick<Choice, 'points'>): number {
  return competencies.reduce((sum, competency) => sum + (points[competency] ?? 0), 0);
}
