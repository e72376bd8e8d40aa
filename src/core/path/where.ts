import type { Standing } from '../grading/index.ts';
import type { LearnerRecord } from '../progress/index.ts';
import { pathOfSitting } from '../progress/tests.ts';
import type { CourseMap, MapLesson, MapPath } from './course-map.ts';

/** What to do next on a path. */
export type Next =
  | { kind: 'lesson'; lesson: MapLesson; module: string; number: number }
  | { kind: 'play'; play: string }
  | { kind: 'assessment' }
  | { kind: 'certificate' };

/** Where a learner is on a path. */
export interface Where {
  lessons: { done: number; total: number };
  /** Role-plays passed, at most as many as must be; undefined while results are not known. */
  plays: { passed: number; needed: number } | undefined;
  minutesLeft: { reading: number; plays: number; assessment: number };
  /** The next stop on the route; undefined when it depends on results that are not known. */
  next: Next | undefined;
}

/** What is known of a record's results on a path. Undefined when the grading content could not be loaded. */
export type Results = Pick<Standing, 'result' | 'completeOn'> | undefined;

/**
 * Where a learner is on a path, and what comes next: the lessons of a module, then a role-play that practises it while
 * any is still asked for, then the next module, the final assessment and the certificate.
 *
 * @param results `standingOf` this record on this path.
 */
export function whereOn(map: CourseMap, path: MapPath, record: LearnerRecord, results: Results): Where {
  const isRead = ({ id }: MapLesson) => id in record.lessons;
  const lessons = path.stops.flatMap(({ module }) => map.modules[module]?.lessons ?? []);
  const left = lessons.filter((lesson) => !isRead(lesson));
  const isPassed = passedOf(results);
  const needed = path.pass;
  const passed = Math.min(needed, results?.result.scenariosPassed ?? 0);
  const minutes = path.stops
    .flatMap(({ plays }) => plays)
    .filter((play) => !isPassed(play))
    .map((play) => map.plays[play]?.minutes ?? 0)
    // The longest, as the hours of a path are counted.
    .sort((one, two) => two - one);
  return {
    lessons: { done: lessons.length - left.length, total: lessons.length },
    plays: results && { passed, needed },
    minutesLeft: {
      reading: sum(left.map((lesson) => lesson.minutes)),
      plays: sum(minutes.slice(0, needed - passed)),
      assessment: results?.result.assessment?.passed ? 0 : path.questions,
    },
    next: nextOn(map, path, isRead, isPassed, results),
  };
}

function nextOn(
  map: CourseMap,
  path: MapPath,
  isRead: (lesson: MapLesson) => boolean,
  isPassed: (play: string) => boolean,
  results: Results,
): Next | undefined {
  if (results?.completeOn) return { kind: 'certificate' };
  const isPlayAsked = results !== undefined && results.result.scenariosPassed < path.pass;
  for (const { module, plays } of path.stops) {
    const lessons = map.modules[module]?.lessons ?? [];
    const at = lessons.findIndex((lesson) => !isRead(lesson));
    const lesson = lessons[at];
    if (lesson) return { kind: 'lesson', lesson, module, number: at + 1 };
    const play = plays.find((one) => !isPassed(one));
    if (isPlayAsked && play !== undefined && !plays.some(isPassed)) return { kind: 'play', play };
  }
  if (!results) return undefined;
  // All modules are read. A path may ask for more role-plays than it has modules.
  const play = path.stops.flatMap(({ plays }) => plays).find((one) => !isPassed(one));
  if (isPlayAsked && play !== undefined) return { kind: 'play', play };
  return { kind: 'assessment' };
}

/** Whether a role-play of the path was passed. */
export function passedOf(results: Results): (play: string) => boolean {
  const passed = new Set(results?.result.scenarios.filter((one) => one.passed).map((one) => one.scenario));
  return (play) => passed.has(play);
}

/**
 * The paths that a record has something of, the one to go on with first: the one that holds what was done last; of
 * several, the one whose assessment was begun last, then the one with most lessons read, then the shorter one.
 */
export function pathsBegun(map: CourseMap, record: LearnerRecord): MapPath[] {
  const last = lastDone(record);
  return map.paths
    .flatMap((path) => {
      const modules = path.stops.flatMap(({ module }) => map.modules[module]?.lessons ?? []);
      const plays = path.stops.flatMap((stop) => stop.plays);
      const read = modules.filter(({ id }) => id in record.lessons).length;
      const sitting = Math.max(
        0,
        ...record.attempts.filter((one) => pathOfSitting(one.path) === path.id).map(timeOf),
      );
      const isPlayed = record.runs.some(({ scenario }) => plays.includes(scenario));
      if (read === 0 && sitting === 0 && !isPlayed) return [];
      const holdsLast =
        last !== undefined &&
        (last === path.id || plays.includes(last) || modules.some(({ id }) => id === last));
      return [{ path, read, sitting, holdsLast: Number(holdsLast), lessons: modules.length }];
    })
    .sort(
      (one, two) =>
        two.holdsLast - one.holdsLast ||
        two.sitting - one.sitting ||
        two.read - one.read ||
        one.lessons - two.lessons,
    )
    .map(({ path }) => path);
}

/**
 * Of the paths begun, those that were begun for themselves: one that shares all that was done with the paths before it
 * is left out, since modules and role-plays belong to several.
 *
 * @param begun As `pathsBegun` gives them.
 */
export function begunApart(map: CourseMap, begun: readonly MapPath[], record: LearnerRecord): MapPath[] {
  const known = new Set<string>();
  return begun.filter((path) => {
    const lessons = path.stops
      .flatMap(({ module }) => map.modules[module]?.lessons ?? [])
      .map(({ id }) => id);
    const plays = path.stops.flatMap((stop) => stop.plays);
    const done = [
      ...lessons.filter((id) => id in record.lessons),
      ...plays.filter((id) => record.runs.some(({ scenario }) => scenario === id)),
    ];
    const isApart =
      record.attempts.some((sitting) => pathOfSitting(sitting.path) === path.id) ||
      done.some((id) => !known.has(id));
    for (const id of done) known.add(id);
    return isApart;
  });
}

/** Id of what was done last: a lesson `module/lesson`, a role-play, or the path of an assessment. */
function lastDone(record: LearnerRecord): string | undefined {
  const all = [
    ...Object.entries(record.lessons),
    ...record.runs.map((run): [string, number] => [run.scenario, run.atMs]),
    ...record.attempts.map((sitting): [string, number] => [pathOfSitting(sitting.path), timeOf(sitting)]),
  ];
  return all.reduce<[string, number] | undefined>(
    (latest, one) => (latest && latest[1] >= one[1] ? latest : one),
    undefined,
  )?.[0];
}

const timeOf = (sitting: LearnerRecord['attempts'][number]) => sitting.submittedMs ?? sitting.startedMs;

/** Whether nothing has been done yet. */
export function isUntouched(record: LearnerRecord): boolean {
  return (
    Object.keys(record.lessons).length === 0 &&
    record.answers.length === 0 &&
    record.attempts.length === 0 &&
    record.runs.length === 0
  );
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
