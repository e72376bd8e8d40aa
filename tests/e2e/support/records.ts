/** Records that a journey begins with, so that it need not walk the way that other journeys walk. */
import type { Page } from '@playwright/test';
import { localDay } from '../../../src/adapters/calendar.ts';
import { claimFor, packClaim } from '../../../src/core/certificate/index.ts';
import { kept } from '../../../src/core/edition/index.ts';
import { drawAssessment, type Release } from '../../../src/core/grading/index.ts';
import type { LearnerRecord } from '../../../src/core/progress/index.ts';
import { compileScenario, replay } from '../../../src/core/scenario/index.ts';
import { release } from '../../../src/integrations/site.ts';
import { basePath } from '../../../src/tools/static-server.ts';
import { bestResponse } from '../../fixtures/grading.ts';
import { content, pathOf, toWalk, type Walked } from './learner.ts';

const AT_MS = Date.UTC(2026, 10, 20);
const SEED = 7;
/** Questions that `nearlyDoneRecord` leaves open. */
const LEFT_OPEN = 6;

/** A run of a role-play, played alone. */
export function runOf(
  { id, version }: { id: string; version: number },
  choices: readonly string[],
): LearnerRecord['runs'][number] {
  return {
    scenario: id,
    version,
    seed: SEED,
    help: 'alone',
    choices: [...choices],
    startedMs: AT_MS,
    atMs: AT_MS,
  };
}

/**
 * A record in which a path's lessons are read and its role-plays passed, and nothing else is done.
 *
 * @param walked How much of that is left to be walked by hand.
 */
export function walkedRecord(
  pathId: string,
  walked: Walked = 'none',
  grading: Release = release(content).grading,
): LearnerRecord {
  const path = pathOf(pathId);
  const left = toWalk(pathId, walked);
  // All that the path asks for is left to be played, or one; those that it offers beyond are not done either.
  const played =
    walked === 'none' ? path.scenarios.offered : path.scenarios.offered.slice(0, path.scenarios.pass);
  const lessons = grading.modules
    .filter(({ id }) => path.modules.includes(id) && !left.modules.includes(id))
    .flatMap((module) => module.lessons.map((lesson) => [`${module.id}/${lesson.id}`, AT_MS]));
  return {
    ...emptyRecord,
    lessons: Object.fromEntries(lessons),
    runs: grading.scenarios
      .filter(({ scenario }) => played.includes(scenario.id) && !left.plays.includes(scenario.id))
      .map(({ scenario }) => runOf(scenario, scenarioOf(scenario.id).scenario.expert)),
  };
}

/** A record of which only the last questions of a path's assessment are left; the first of them stands open. */
export function nearlyDoneRecord(pathId: string): LearnerRecord {
  const { grading } = release(content);
  const drawn = drawAssessment(grading, pathId, SEED);
  return {
    ...walkedRecord(pathId),
    attempts: [
      {
        path: pathId,
        seed: SEED,
        release: grading.hash,
        responses: Object.fromEntries(
          drawn
            .slice(0, -LEFT_OPEN)
            .map((reference) => [reference, { response: bestResponse(reference, grading) }]),
        ),
        startedMs: AT_MS,
      },
    ],
  };
}

/** A record that completes the path of the police with everything right, on today's content or on another release. */
export function completeRecord(grading: Release = release(content).grading): LearnerRecord {
  const responses = drawAssessment(grading, 'police', SEED).map((reference) => [
    reference,
    { response: bestResponse(reference, grading) },
  ]);
  return {
    ...walkedRecord('police', 'none', grading),
    attempts: [
      {
        path: 'police',
        seed: SEED,
        release: grading.hash,
        responses: Object.fromEntries(responses),
        startedMs: AT_MS,
        submittedMs: AT_MS,
      },
    ],
  };
}

const emptyRecord: LearnerRecord = { version: 1, lessons: {}, answers: [], runs: [], attempts: [] };

/** The certificate of that record, as a link carries it. */
export function certificateToken(name: string): string {
  const { grading } = release(content);
  const claim = claimFor(grading, completeRecord(), 'police', name, localDay);
  if (!claim) throw new Error('The record completes the path.');
  return packClaim(grading, claim);
}

/** The choices of a whole run that takes the worst-rated at each decision. */
export function worstRun(scenarioId: string): string[] {
  const { scenario } = scenarioOf(scenarioId);
  const program = compileScenario(scenario);
  const ratings = ['harmful', 'poor', 'acceptable', 'best'];
  const choices: string[] = [];
  for (let i = 0; i < 100; i++) {
    const { turns, ending } = replay(program, { choices, seed: 0 });
    if (ending) return choices;
    const turn = turns.at(-1);
    const rated = (id: string) =>
      ratings.indexOf(scenario.decisions[turn?.decision ?? '']?.choices[id]?.rating ?? 'best');
    const offered = (turn?.offered ?? []).filter((choice) => !choice.struck && !choice.wayRound);
    choices.push(offered.map(({ id }) => id).sort((a, b) => rated(a) - rated(b))[0] ?? '');
  }
  throw new Error(`No ending of ${scenarioId}.`);
}

/** Pages of this tab find this record, unless the edition keeps another by then. To be called before the first page. */
export async function keepRecord(
  page: Page,
  done: Partial<LearnerRecord>,
  key = kept('record', basePath()),
): Promise<void> {
  await page.addInitScript(
    ([key, record]) => {
      // Firefox refuses the storage to the empty page that stands before the first one.
      try {
        if (!localStorage.getItem(key)) localStorage.setItem(key, record);
      } catch {}
    },
    [key, JSON.stringify({ ...emptyRecord, ...done })] as const,
  );
}

function scenarioOf(id: string) {
  const entry = content.scenarios.find(({ scenario }) => scenario.id === id);
  if (!entry) throw new Error(`No role-play ${id}.`);
  return entry;
}
