import { grade, type PathResult, type Release } from '../grading/index.ts';
import { percentEarned } from '../percent/index.ts';
import type { LearnerRecord } from '../progress/record.ts';
import { cleanName } from './name.ts';

/** What a certificate says. All but the name and the day follow from the record it carries. */
export interface Claim {
  /** Hash of the content it was earned on, 12 hexadecimal digits. */
  release: string;
  path: string;
  /** As the person writes it, in any script, 1 to 120 characters. */
  name: string;
  /** Day of completion on the learner's own calendar, days since 1970-01-01. Stated by who made the certificate. */
  day: number;
  /** Result of the final assessment in per cent, rounded down. */
  percent: number;
  /** Hours of training, in tenths. */
  tenthsOfHours: number;
  /** Only what the path needs: its lessons, one passing run per role-play, the best sitting of the assessment. */
  record: LearnerRecord;
}

/** The last day that fits into the two bytes of a token's facts: 2149-06-06, in days since 1970-01-01. */
const LAST_DAY = 65_535;

/**
 * The claim that a record supports for a path, or undefined when the path is not complete, nothing of the name can be
 * seen, or a wrong clock dated the completion after the last day that a certificate can say.
 *
 * @param dayOf The calendar day of an instant (milliseconds since 1970) where the learner is, in days since 1970-01-01.
 */
export function claimFor(
  content: Release,
  record: LearnerRecord,
  path: string,
  name: string,
  dayOf: (ms: number) => number,
): Claim | undefined {
  const result = grade(content, record, path);
  if (!result?.complete || !result.assessment || result.completedMs === undefined) return undefined;
  const day = dayOf(result.completedMs);
  const cleaned = cleanName(name);
  if (cleaned === '' || day < 0 || day > LAST_DAY) return undefined;
  const packed = neededRecord(content, record, result);
  // Hours are graded on what is packed, so that the verifier, who sees no more, comes to the same.
  const minutes = grade(content, packed, path)?.minutes ?? 0;
  return {
    release: content.hash,
    path,
    name: cleaned,
    day,
    percent: percentOf(result),
    tenthsOfHours: Math.round(minutes / 6),
    record: packed,
  };
}

/** Result of the assessment in per cent, rounded down; 0 where none was handed in. */
export function percentOf({ assessment }: PathResult): number {
  return assessment ? percentEarned(assessment.score.earned, assessment.score.possible) : 0;
}

/** The part of a record that a path's certificate rests on. */
function neededRecord(content: Release, record: LearnerRecord, result: PathResult): LearnerRecord {
  const path = content.paths.find((candidate) => candidate.id === result.path);
  const modules = content.modules.filter((module) => path?.modules.includes(module.id));
  const lessons = Object.fromEntries(
    modules.flatMap((module) =>
      module.lessons.map((lesson) => [
        `${module.id}/${lesson.id}`,
        record.lessons[`${module.id}/${lesson.id}`] ?? 0,
      ]),
    ),
  );
  const runs = result.scenarios.flatMap((scenario) => (scenario.passingRun ? [scenario.passingRun] : []));
  return {
    version: 1,
    lessons,
    answers: [],
    attempts: result.assessment ? [result.assessment.sitting] : [],
    runs,
  };
}
