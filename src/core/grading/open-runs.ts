import { lastRun } from '../progress/changes.ts';
import type { LearnerRecord } from '../progress/record.ts';
import { compileScenario } from '../scenario/compile/compile.ts';
import { replay } from '../scenario/run/replay.ts';
import type { GradingContent } from './release.ts';

/** A role-play that was begun and not ended. */
export interface OpenRun {
  scenario: string;
  /** The decision it stands at, from 1, as the role-play counts them. */
  decision: number;
  atMs: number;
}

/**
 * The role-plays that stand open, the one that was played last first. As on the page of a role-play, only its last run
 * can go on, and only on today's version.
 */
export function openRuns(content: GradingContent, record: LearnerRecord): OpenRun[] {
  const open = content.scenarios.flatMap(({ scenario }) => {
    const run = lastRun(record, scenario.id);
    if (!run || run.version !== scenario.version) return [];
    const { ending, refused } = replay(compileScenario(scenario), run);
    if (ending !== undefined || refused !== undefined) return [];
    return [{ scenario: scenario.id, decision: run.choices.length + 1, atMs: run.atMs }];
  });
  return open.sort((one, two) => two.atMs - one.atMs);
}
