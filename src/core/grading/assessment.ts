import type { AssessmentSitting, LearnerRecord } from '../progress/record.ts';
import { type Question, type Score, scoreResponse } from '../question/index.ts';
import { hashText, shuffle } from '../random/index.ts';
import type { GradingContent, Release } from './release.ts';

export interface AssessmentResult {
  score: Score;
  /** Earned ÷ possible, 0 to 1. */
  share: number;
  passed: boolean;
  /** The best sitting. */
  sitting: AssessmentSitting;
  /** When a sitting first passed, in milliseconds since 1970. */
  passedMs: number | undefined;
}

/**
 * The questions of a final assessment: a parallel form for each seed.
 *
 * Modules get questions in proportion to their lessons, and within a module the lessons take turns, so that every form
 * covers the same ground. Deterministic: content, path and seed give the same form for ever.
 *
 * @returns References `module/question`, in the order in which they are asked.
 */
export function drawAssessment(content: GradingContent, pathId: string, seed: number): string[] {
  const drawn = drawPools(content, pathId, seed).flatMap(({ drawn }) => drawn);
  return shuffle(drawn, seed ^ hashText(pathId));
}

/** A module's part of a form: what its assessment asks, and what it leaves, both in the order of the seed. */
export interface DrawnPool {
  /** How many lessons the module has. */
  lessons: number;
  drawn: readonly string[];
  left: readonly string[];
}

/** The questions of a final assessment by module, before they are mixed, with those that are left; see `drawAssessment`. */
export function drawPools(content: GradingContent, pathId: string, seed: number): DrawnPool[] {
  const path = content.paths.find((candidate) => candidate.id === pathId);
  if (!path) return [];
  const modules = content.modules.filter((module) => path.modules.includes(module.id));
  const pools = modules.map((module) => takeTurns(module, seed));
  const weights = modules.map((module) => module.lessons.length);
  const quotas = apportion(
    path.assessment.questions,
    weights,
    pools.map((pool) => pool.length),
  );
  return pools.map((pool, i) => ({
    lessons: weights[i] as number,
    drawn: pool.slice(0, quotas[i]),
    left: pool.slice(quotas[i]),
  }));
}

/** Exam questions of a module, lesson by lesson in turns, each lesson's in the seed's order. */
function takeTurns(module: GradingContent['modules'][number], seed: number): string[] {
  const lessons = shuffle(module.lessons, seed ^ hashText(module.id)).map((lesson) => {
    const own = Object.entries(module.bank).filter(
      ([, question]) => question.lesson === lesson.id && question.use !== 'check',
    );
    return shuffle(
      own.map(([id]) => `${module.id}/${id}`),
      seed ^ hashText(`${module.id}/${lesson.id}`),
    );
  });
  const out: string[] = [];
  for (let turn = 0; lessons.some((own) => turn < own.length); turn++) {
    for (const own of lessons) if (own[turn]) out.push(own[turn] as string);
  }
  return out;
}

/** Shares `total` by weight (largest remainders), never more than each has. */
export function apportion(total: number, weights: readonly number[], limits: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const shares = exact.map((value, i) => Math.min(Math.floor(value), limits[i] as number));
  const byRemainder = exact
    .map((value, i) => ({ i, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (let left = total - shares.reduce((a, b) => a + b, 0), turn = 0; left > 0 && turn < 1_000; turn++) {
    const place = byRemainder[turn % byRemainder.length];
    if (!place || (shares[place.i] as number) >= (limits[place.i] as number)) continue;
    shares[place.i] = (shares[place.i] as number) + 1;
    left--;
  }
  return shares;
}

/** Score of one sitting: unanswered questions earn nothing of their points. */
export function scoreSitting(
  content: GradingContent,
  sitting: Pick<AssessmentSitting, 'path' | 'seed' | 'responses'>,
): Score {
  let earned = 0;
  let possible = 0;
  for (const reference of drawAssessment(content, sitting.path, sitting.seed)) {
    const question = findQuestion(content, reference);
    if (!question) continue;
    // Every question weighs the same, whatever its type: its share of its own points.
    const given = sitting.responses[reference];
    const score = scoreResponse(question, given?.response ?? -1);
    earned += given ? (score.earned / score.possible) * QUESTION_POINTS : 0;
    possible += QUESTION_POINTS;
  }
  return { earned: Math.round(earned), possible };
}

/** Points that every question of an assessment is worth; 60 divides by every number of parts up to six. */
export const QUESTION_POINTS = 60;

/** A question of the content by its reference `module/question`. */
export function findQuestion(content: GradingContent, reference: string): Question | undefined {
  const [moduleId = '', questionId = ''] = reference.split('/');
  return content.modules.find((module) => module.id === moduleId)?.bank[questionId];
}

/** Result of one sitting that was handed in, on the release it was drawn from; undefined for every other release. */
export function gradeSitting(content: Release, sitting: AssessmentSitting): AssessmentResult | undefined {
  const path = content.paths.find((candidate) => candidate.id === sitting.path);
  // On other content the same numbers are other answers to other questions.
  if (!path || sitting.submittedMs === undefined || sitting.release !== content.hash) return undefined;
  const score = scoreSitting(content, sitting);
  const share = score.possible === 0 ? 0 : score.earned / score.possible;
  const passed = share >= path.assessment.passShare;
  return { score, share, passed, sitting, passedMs: passed ? sitting.submittedMs : undefined };
}

/** The best sitting of a path that counts on this release, with the moment at which one first passed. */
export function bestAssessment(
  content: Release,
  record: LearnerRecord,
  pathId: string,
): AssessmentResult | undefined {
  let best: AssessmentResult | undefined;
  let passedMs: number | undefined;
  for (const sitting of record.attempts) {
    const result = sitting.path === pathId ? gradeSitting(content, sitting) : undefined;
    if (!result) continue;
    if (result.passedMs !== undefined) passedMs = Math.min(result.passedMs, passedMs ?? result.passedMs);
    if (!best || result.share > best.share) best = result;
  }
  return best && { ...best, passedMs };
}
