/** What pages that lead through the course know of it: titles, order and minutes, and no content. */
export interface CourseMap {
  /** Address of the pages of the language, with a slash at its end. */
  base: string;
  /** Modules by id, those of the paths below. */
  modules: Readonly<Record<string, MapModule>>;
  /** Role-plays by id. */
  plays: Readonly<Record<string, MapPlay>>;
  paths: readonly MapPath[];
}

export interface MapModule {
  title: string;
  lessons: readonly MapLesson[];
}

export interface MapLesson {
  /** `module/lesson`. */
  id: string;
  title: string;
  minutes: number;
}

export interface MapPlay {
  title: string;
  minutes: number;
  /** How many decisions an expert's run has: about as many as a learner meets. */
  decisions: number;
}

export interface MapPath {
  id: string;
  title: string;
  stops: readonly Stop[];
  /** How many role-plays must be passed. */
  pass: number;
  /** Questions of the final assessment, counted with a minute each. */
  questions: number;
}

/** A module on a path, and the role-plays that follow it. */
export interface Stop {
  module: string;
  plays: readonly string[];
}

/**
 * The stops of a path: its modules in its order, each followed by the role-plays that practise it. A role-play that
 * practises several stands after the last of them; one that practises none of the path's modules stands at the end.
 *
 * @param practises Modules that a role-play practises.
 */
export function stopsOf(
  modules: readonly string[],
  offered: readonly string[],
  practises: (play: string) => readonly string[],
): Stop[] {
  const placeOf = (play: string) => {
    const places = practises(play).map((module) => modules.indexOf(module));
    const last = Math.max(-1, ...places);
    return last < 0 ? modules.length - 1 : last;
  };
  return modules.map((module, place) => ({
    module,
    plays: offered.filter((play) => placeOf(play) === place),
  }));
}

/** Minutes for the debrief of a role-play: reading the ending, the decisions and one's own answer to a question. */
export const DEBRIEF_MINUTES = 5;

/** What fits into a short while: a lesson, and a role-play with its debrief. */
export interface ShortWay {
  lesson: MapLesson;
  play: string | undefined;
  /** Whether there is time for both, or only for one of them. */
  isForBoth: boolean;
}

/**
 * What somebody with little time begins with, so that it really fits.
 *
 * @param lesson The path's own lesson for that.
 * @param limit Minutes there are.
 */
export function shortWay(map: CourseMap, path: MapPath, lesson: MapLesson, limit = 20): ShortWay {
  const fitting = (left: number) =>
    path.stops
      .flatMap(({ plays }) => plays)
      .find((play) => (map.plays[play]?.minutes ?? Number.POSITIVE_INFINITY) + DEBRIEF_MINUTES <= left);
  const both = fitting(limit - lesson.minutes);
  return { lesson, play: both ?? fitting(limit), isForBoth: both !== undefined };
}
