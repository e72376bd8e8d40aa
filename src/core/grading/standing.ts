import { openSitting } from '../progress/changes.ts';
import type { AssessmentSitting, LearnerRecord } from '../progress/record.ts';
import { isTest } from '../progress/tests.ts';
import { type AssessmentResult, gradeSitting } from './assessment.ts';
import { grade, type PathResult } from './grade.ts';
import type { Release } from './release.ts';

/** The releases that a record may count on. */
export interface Releases {
  today: Release;
  /** Those of `sittingReleases` that could be had, in that order: the latest sitting's first. */
  earlier: readonly Release[];
}

/** How a learner stands on a path, on today's content and on earlier content. */
export interface Standing {
  /** Result on today's release. */
  result: PathResult;
  /** Today's release, or the first earlier one, on which the whole path was completed; undefined while it is not. */
  completeOn: Release | undefined;
  /** The sitting that is going on and can go on: one of today's release. */
  open: AssessmentSitting | undefined;
  /** Whether the content changed under a sitting that was going on, and none was handed in since it began. */
  isCutOff: boolean;
  /** The latest sitting that was handed in; one of today's release goes before all others. */
  latest: LatestSitting | undefined;
}

export interface LatestSitting {
  sitting: AssessmentSitting;
  /** Drawn from an earlier release. */
  isEarlier: boolean;
  /** On the release it was drawn from; undefined when that cannot be had. */
  result: AssessmentResult | undefined;
}

/**
 * How a record stands on a path. Every page that says whether a path or its assessment counts asks here: a path counts
 * on today's release, or on an earlier one on which the whole of it was completed.
 *
 * @returns undefined when today's release has no such path.
 */
export function standingOf(
  record: LearnerRecord,
  pathId: string,
  { today, earlier }: Releases,
): Standing | undefined {
  const result = grade(today, record, pathId);
  if (!result) return undefined;
  const isToday = ({ release }: AssessmentSitting) => release === today.hash;
  const handedIn = record.attempts.filter(
    ({ path, submittedMs }) => path === pathId && submittedMs !== undefined,
  );
  const sitting = handedIn.findLast(isToday) ?? handedIn.at(-1);
  const drawnFrom = [today, ...earlier].find(({ hash }) => hash === sitting?.release);
  const begun = openSitting(record, pathId);
  const isGoingOn = begun !== undefined && isToday(begun);
  return {
    result,
    completeOn: result.complete ? today : earlier.find((one) => grade(one, record, pathId)?.complete),
    open: isGoingOn ? begun : undefined,
    isCutOff: begun !== undefined && !isGoingOn && !(sitting && sitting.startedMs > begun.startedMs),
    latest: sitting && {
      sitting,
      isEarlier: !isToday(sitting),
      result: drawnFrom && gradeSitting(drawnFrom, sitting),
    },
  };
}

/** How many releases a record can ask for: each is a file to load, and a made-up record may name thousands. */
const MOST_RELEASES = 12;

/** Hashes of the releases that a record holds sittings of that were handed in, each once, the latest sitting's first. */
export function sittingReleases(record: LearnerRecord): string[] {
  const handedIn = record.attempts.filter(({ submittedMs }) => submittedMs !== undefined).reverse();
  // Tests count for nothing: what they were drawn from comes after what assessments were drawn from.
  const inOrder = [
    ...handedIn.filter(({ path }) => !isTest(path)),
    ...handedIn.filter(({ path }) => isTest(path)),
  ];
  return [...new Set(inOrder.map(({ release }) => release))].slice(0, MOST_RELEASES);
}
