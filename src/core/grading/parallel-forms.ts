import type { AssessmentSitting, LearnerRecord } from '../progress/record.ts';
import { isTest, pathOfSitting, type TestKind, testKinds, testName } from '../progress/tests.ts';
import { hashText, randomFrom, shuffle } from '../random/index.ts';
import { apportion, drawAssessment, drawPools, findQuestion } from './assessment.ts';
import type { GradingContent, Release } from './release.ts';
import { type GradedAnswer, gradeQuestions, tallyAnswers } from './sitting-plan.ts';

/** Questions of a test before or after a path: about ten minutes. */
export const TEST_QUESTIONS = 10;
/** How many seeds are tried to find a form without questions that must not come again. */
const MOST_TRIES = 1_000;
/** How many of them are tried to do without questions that should rather not. */
const TRIES_FOR_RATHER = 300;

/**
 * The questions of a test before a path or six months after it: a parallel form of the final assessment of the same seed,
 * only shorter. Modules have their share by lessons; each question stands for one of the assessment's, of the same lesson
 * and where there is one of the same type. The three forms of one seed have no question in common.
 *
 * @returns References `module/question`, in the order in which they are asked.
 */
export function drawTest(content: GradingContent, kind: TestKind, pathId: string, seed: number): string[] {
  const pools = drawPools(content, pathId, seed);
  const quotas = apportion(
    TEST_QUESTIONS,
    pools.map(({ lessons }) => lessons),
    pools.map(({ left }) => Math.floor(left.length / testKinds.length)),
  );
  const drawn = pools.flatMap(
    ({ drawn, left }, i) => partners(content, drawn, left, quotas[i] as number)[kind],
  );
  return shuffle(drawn, seed ^ hashText(testName(kind, pathId)));
}

/** For each kind of test, as many of the questions left as are asked for, matched with those drawn. */
function partners(
  content: GradingContent,
  drawn: readonly string[],
  left: readonly string[],
  count: number,
): Record<TestKind, string[]> {
  const forms: Record<TestKind, string[]> = { before: [], later: [] };
  const free = new Set(left);
  const byLesson = new Map<string, { reference: string; type: string }[]>();
  for (const reference of left) {
    const { lesson = '', type = '' } = findQuestion(content, reference) ?? {};
    const others = byLesson.get(lesson);
    if (others) others.push({ reference, type });
    else byLesson.set(lesson, [{ reference, type }]);
  }
  const takeFor = (reference: string) => {
    const own = findQuestion(content, reference);
    const same = (byLesson.get(own?.lesson ?? '') ?? []).filter((other) => free.has(other.reference));
    return [
      ...same.filter(({ type }) => type === own?.type),
      ...same.filter(({ type }) => type !== own?.type),
    ]
      .slice(0, testKinds.length)
      .map((other) => other.reference);
  };
  const take = (pair: readonly string[]) => {
    testKinds.forEach((kind, i) => {
      forms[kind].push(pair[i] as string);
      free.delete(pair[i] as string);
    });
  };
  for (const reference of drawn) {
    if (forms.before.length === count) break;
    const pair = takeFor(reference);
    if (pair.length === testKinds.length) take(pair);
  }
  // Where the lessons drawn from have too few left: whatever the module has, in the seed's order.
  while (forms.before.length < count) take([...free].slice(0, testKinds.length));
  return forms;
}

/** The questions of a sitting, be it of an assessment or of a test, on the content it was drawn from. */
export function formOf(
  content: GradingContent,
  { path, seed }: Pick<AssessmentSitting, 'path' | 'seed'>,
): string[] {
  const kind = testKinds.find((kind) => path === testName(kind, pathOfSitting(path)));
  return kind ? drawTest(content, kind, pathOfSitting(path), seed) : drawAssessment(content, path, seed);
}

/** Everything that sittings asked: of those of other content, what was answered. */
function askedIn(content: Release, sittings: readonly AssessmentSitting[]): Set<string> {
  return new Set(
    sittings.flatMap((sitting) => [
      ...(sitting.release === content.hash ? formOf(content, sitting) : []),
      ...Object.keys(sitting.responses),
    ]),
  );
}

/**
 * The first seed whose form has none of the questions; of those tried, the one with fewest of them.
 *
 * @param never Questions that weigh more than all of `rather`: nothing is asked of these while any form without them is
 * found. For any path of the course one is found among a few dozen.
 */
function seedWithout(
  draw: (seed: number) => readonly string[],
  never: ReadonlySet<string>,
  rather: ReadonlySet<string>,
  candidates: readonly number[],
  start: number,
): number {
  const random = randomFrom(start);
  let best = start;
  let fewest = Number.POSITIVE_INFINITY;
  let isWithoutNever = false;
  for (let i = 0; fewest > 0 && i < (isWithoutNever ? TRIES_FOR_RATHER : MOST_TRIES); i++) {
    const seed = candidates[i] ?? (i === candidates.length ? start : Math.floor(random() * 0x1_0000_0000));
    const form = draw(seed);
    const count = (asked: ReadonlySet<string>) => form.filter((reference) => asked.has(reference)).length;
    const again = count(never) * (form.length + 1) + count(rather);
    if (again >= fewest) continue;
    [best, fewest] = [seed, again];
    isWithoutNever = again <= form.length;
  }
  return best;
}

/**
 * The seed of the next final assessment: one whose form has no question of a test that the learner sat for this path.
 * The draw of a seed stays what it is, and so does every certificate. The first assessment takes the seed of the test
 * before, whose form has nothing in common with it.
 *
 * @param start A number by chance; the seed, where there was no test.
 */
export function assessmentSeed(content: Release, record: LearnerRecord, path: string, start: number): number {
  const own = record.attempts.filter((sitting) => pathOfSitting(sitting.path) === path);
  const tests = own.filter((sitting) => isTest(sitting.path));
  if (tests.length === 0) return start;
  const isUsed = (seed: number) => own.some((sitting) => !isTest(sitting.path) && sitting.seed === seed);
  const candidates = tests
    .filter(({ release }) => release === content.hash)
    .map(({ seed }) => seed)
    .filter((seed) => !isUsed(seed));
  return seedWithout(
    (seed) => drawAssessment(content, path, seed),
    askedIn(content, tests),
    new Set(),
    candidates,
    start,
  );
}

/**
 * The seed of a test: one whose form has no question of a test or of the last assessment that the learner began for this
 * path, and as few as can be of earlier assessments. The seed of the last assessment comes first: its forms have nothing
 * in common.
 *
 * @param start A number by chance.
 */
export function testSeed(
  content: Release,
  record: LearnerRecord,
  kind: TestKind,
  path: string,
  start: number,
): number {
  const own = record.attempts.filter((sitting) => pathOfSitting(sitting.path) === path);
  const candidates = own
    .filter((sitting) => !isTest(sitting.path) && sitting.release === content.hash)
    .map(({ seed }) => seed)
    .reverse();
  const tests = own.filter((sitting) => isTest(sitting.path));
  const last = own.filter((sitting) => !isTest(sitting.path)).slice(-1);
  return seedWithout(
    (seed) => drawTest(content, kind, path, seed),
    askedIn(content, [...tests, ...last]),
    askedIn(content, own),
    candidates,
    start,
  );
}

/** The answers of a sitting of a test or an assessment, in the order in which they were asked. */
export function gradeTest(content: GradingContent, sitting: AssessmentSitting): GradedAnswer[] {
  return gradeQuestions(content, formOf(content, sitting), sitting);
}

/** The latest sittings of a path that were handed in: before, final, later. */
export function formsOf(
  record: LearnerRecord,
  path: string,
): Partial<Record<TestKind | 'final', AssessmentSitting>> {
  const latest = (name: string) =>
    record.attempts.findLast((sitting) => sitting.path === name && sitting.submittedMs !== undefined);
  const entries = [
    ['before', latest(testName('before', path))],
    ['final', latest(path)],
    ['later', latest(testName('later', path))],
  ] as const;
  return Object.fromEntries(entries.filter(([, sitting]) => sitting !== undefined));
}

/** How an objective went in an earlier and a later form. Shares go from 0 to 1. */
export interface Gain {
  key: string;
  from: number;
  to: number;
}

/**
 * What changed from one form to another, for everything that both asked; the least gained first.
 *
 * @param keyOf What answers are counted by; undefined leaves one out.
 */
export function gainBetween(
  from: readonly GradedAnswer[],
  to: readonly GradedAnswer[],
  keyOf: (answer: GradedAnswer) => string | undefined,
): Gain[] {
  const after = new Map(tallyAnswers(to, keyOf).map(({ key, share }) => [key, share]));
  return tallyAnswers(from, keyOf)
    .flatMap(({ key, share }) => {
      const now = after.get(key);
      return now === undefined ? [] : [{ key, from: share, to: now }];
    })
    .sort((a, b) => a.to - a.from - (b.to - b.from) || a.to - b.to);
}
