import type { OpenRun } from '../core/grading/index.ts';
import type { CourseMap, MapPath } from '../core/path/course-map.ts';
import { passedOf, type Results, type Where } from '../core/path/where.ts';
import type { LearnerRecord } from '../core/progress/index.ts';

/**
 * Draws a path in one line: a piece for each lesson, a round one for each role-play that was passed, stands open or is
 * still to come, a diamond for the assessment. Words beside it say the same.
 */
export function drawTrack(
  track: HTMLElement,
  map: CourseMap,
  path: MapPath,
  record: LearnerRecord,
  results: Results,
  where: Where,
  open: readonly OpenRun[],
): void {
  const isPassed = passedOf(results);
  const here = where.next?.kind === 'lesson' ? where.next.lesson.id : undefined;
  let missing = where.plays ? where.plays.needed - where.plays.passed : 0;
  /** Of the role-plays after a module those passed, else those that stand open, else one while any is asked for. */
  const looksOf = (plays: readonly string[]) => {
    const passed = plays.filter(isPassed);
    if (passed.length > 0) return passed.map(() => 'play done');
    const begun = plays.filter((play) => open.some(({ scenario }) => scenario === play));
    if (plays.length > 0) missing--;
    if (begun.length > 0) return begun.map(() => 'play open');
    return plays.length > 0 && missing >= 0 ? ['play left'] : [];
  };
  const pieces: string[] = path.stops.flatMap(({ module, plays }) => [
    ...(map.modules[module]?.lessons ?? []).map(({ id }) =>
      id === here ? 'here' : id in record.lessons ? 'done' : 'left',
    ),
    ...looksOf(plays),
  ]);
  pieces.push(results?.result.assessment?.passed ? 'test done' : 'test left');
  track.replaceChildren(
    ...pieces.map((look) => {
      const piece = document.createElement('i');
      piece.className = look;
      return piece;
    }),
  );
}
