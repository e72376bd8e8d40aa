import type { LearnerRecord } from '../progress/record.ts';
import { scoreResponse } from '../question/index.ts';
import { compileScenario } from '../scenario/compile/compile.ts';
import { type Competency, competencies } from '../scenario/constants.ts';
import { type Replay, replay } from '../scenario/run/replay.ts';
import { findQuestion } from './assessment.ts';
import type { GradingContent } from './release.ts';

/** What was done in one role-play, on its present version. */
export interface PlayOverview {
  scenario: string;
  /** Runs that were begun, finished or not. */
  runs: number;
  passed: boolean;
  /** Ids of the endings that were reached, in the order in which they first were. */
  endings: readonly string[];
  /** Number of the decision, from 1, at which the latest run stands; undefined where that is finished. */
  openAt: number | undefined;
  /** The last two finished runs, the latest first. */
  latest: readonly Replay[];
}

/**
 * The role-plays of a record, in the order of the content. Runs of an earlier version, of an expert, or that cannot be
 * replayed are left out, as in grading.
 */
export function playsOf(content: GradingContent, record: LearnerRecord): PlayOverview[] {
  return content.scenarios.flatMap(({ scenario }) => {
    const own = record.runs.filter(
      (run) => run.scenario === scenario.id && run.version === scenario.version && run.help !== 'narrated',
    );
    if (own.length === 0) return [];
    const program = compileScenario(scenario);
    const replays = own.map((run) => replay(program, run)).filter(({ refused }) => refused === undefined);
    const last = replays.at(-1);
    if (!last) return [];
    const finished = replays.filter(({ ending }) => ending !== undefined);
    return [
      {
        scenario: scenario.id,
        runs: replays.length,
        passed: finished.some(({ passed }) => passed),
        endings: [...new Set(finished.map(({ ending }) => ending as string))],
        openAt: last.ending === undefined ? last.turns.length : undefined,
        latest: finished.slice(-2).reverse(),
      },
    ];
  });
}

/** How much of a competency was shown in role-plays. */
export interface CompetencyOverview {
  competency: Competency;
  /** Share of the points that could be reached, 0 to 1, over the latest finished run of each role-play. */
  now: number;
  /** The same over the run before each of those; undefined where no role-play with this competency was played twice. */
  before: number | undefined;
}

/**
 * The seven competencies now and before, from finished runs. Those that no finished run could show are left out.
 *
 * @param possible Most points per role-play and competency, as the proof of each role-play finds them.
 */
export function competenciesOf(
  plays: readonly PlayOverview[],
  possible: Readonly<Record<string, Partial<Record<Competency, number>>>>,
): CompetencyOverview[] {
  return competencies.flatMap((competency) => {
    const shareOf = (at: 0 | 1) => {
      let earned = 0;
      let most = 0;
      for (const { scenario, latest } of plays) {
        const run = latest[at];
        const ownMost = possible[scenario]?.[competency] ?? 0;
        if (!run || ownMost <= 0) continue;
        earned += Math.min(ownMost, Math.max(0, run.points[competency] ?? 0));
        most += ownMost;
      }
      return most > 0 ? earned / most : undefined;
    };
    const now = shareOf(0);
    return now === undefined ? [] : [{ competency, now, before: shareOf(1) }];
  });
}

/** Something a learner was sure of and had wholly wrong, as long as the last answer to it says so. */
export interface SureAndWrong {
  /** `module/question`. */
  reference: string;
  /** `module/lesson` from which it can be answered. */
  lesson: string;
  /** Whether it is a check that stands in that lesson. */
  isCheck: boolean;
  atMs: number;
}

/** Checks and questions of assessments that were answered surely and wholly wrong, and not again since; latest first. */
export function sureAndWrongOf(content: GradingContent, record: LearnerRecord): SureAndWrong[] {
  const given = [
    ...record.answers,
    ...record.attempts.flatMap(({ responses, submittedMs }) =>
      submittedMs === undefined
        ? []
        : Object.entries(responses).map(([question, { response, sure }]) => ({
            question,
            response,
            sure,
            atMs: submittedMs,
          })),
    ),
  ].sort((a, b) => a.atMs - b.atMs);
  const last = new Map(given.map((answer) => [answer.question, answer]));
  return [...last.values()]
    .flatMap(({ question: reference, response, sure, atMs }) => {
      const question = sure === 3 ? findQuestion(content, reference) : undefined;
      if (!question || scoreResponse(question, response).earned > 0) return [];
      const lesson = `${reference.split('/')[0]}/${question.lesson}`;
      return [{ reference, lesson, isCheck: question.use !== 'exam', atMs }];
    })
    .sort((a, b) => b.atMs - a.atMs);
}

/** One thing that was done, for a timeline. */
export type Done =
  | { kind: 'lesson'; what: string; atMs: number }
  | { kind: 'run'; what: string; atMs: number }
  | { kind: 'sitting'; what: string; atMs: number };

/** What was done last: lessons finished, role-plays played, assessments handed in; the latest first. */
export function latelyDone(record: LearnerRecord, most: number): Done[] {
  const all: Done[] = [
    ...Object.entries(record.lessons).map(([what, atMs]) => ({ kind: 'lesson' as const, what, atMs })),
    ...record.runs.map(({ scenario, atMs }) => ({ kind: 'run' as const, what: scenario, atMs })),
    ...record.attempts.flatMap(({ path, submittedMs }) =>
      submittedMs === undefined ? [] : [{ kind: 'sitting' as const, what: path, atMs: submittedMs }],
    ),
  ];
  return all.sort((a, b) => b.atMs - a.atMs).slice(0, most);
}
