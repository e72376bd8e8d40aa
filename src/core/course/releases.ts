import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { releaseHash } from '../core/certificate/index.ts';
import { decisiveGraph, type GradingContent } from '../core/grading/index.ts';
import type { Problem } from '../core/problem/index.ts';

const FOLDER = 'content/releases';

/** Every grading content that was released. Files there are never edited: a certificate may rest on each. */
export function keptReleases(root: string): { hash: string; path: string }[] {
  const folder = join(root, FOLDER);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ hash: name.slice(0, -5), path: join(folder, name) }));
}

/** Released files whose content is no longer the one their name says. */
export function changedReleases(root: string): Problem[] {
  return keptReleases(root)
    .filter(({ hash, path }) => releaseHash(readFileSync(path, 'utf8')) !== hash)
    .map(({ hash }) => ({
      code: 'release/changed',
      place: [],
      what: `${FOLDER}/${hash}.json was changed after its release.`,
      mend: 'Restore it: certificates rest on it.',
    }));
}

/**
 * Role-plays whose graph changed while their version stayed: old runs would be replayed on another graph.
 *
 * Words, people, bearings, variants of a line, dates and sources lead no run to another ending, so a change of them is
 * no finding.
 */
export function versionProblems(root: string, today: GradingContent): Problem[] {
  const out: Problem[] = [];
  for (const { hash, path } of keptReleases(root)) {
    const text = readFileSync(path, 'utf8');
    // One that was changed is a finding of its own, and may not even be readable.
    if (releaseHash(text) !== hash) continue;
    const released = JSON.parse(text) as GradingContent;
    for (const { scenario } of released.scenarios) {
      const now = today.scenarios.find((candidate) => candidate.scenario.id === scenario.id)?.scenario;
      if (!now || now.version !== scenario.version || sameGraph(now, scenario)) continue;
      out.push({
        code: 'scenario/version',
        place: ['version'],
        what: `content/scenarios/${scenario.id}/scenario.yaml: the graph changed and the version is still ${scenario.version}.`,
        mend: 'Raise the version; runs of the old one stay readable through its release.',
      });
    }
  }
  return out;
}

type Graph = GradingContent['scenarios'][number]['scenario'];

function sameGraph(one: Graph, other: Graph): boolean {
  return JSON.stringify(decisiveGraph(one)) === JSON.stringify(decisiveGraph(other));
}
