import { releaseHash } from '../certificate/index.ts';
import { decisiveGraph, type GradingContent } from '../grading/index.ts';
import type { Problem } from '../problem/index.ts';
import { type Files, namesIn } from './files.ts';

const FOLDER = 'content/releases';

/** A grading content that was released, and the hash that its file is named after. */
export interface KeptRelease {
  hash: string;
  /** The file's text, which `hash` was computed from. */
  json: string;
}

/** Every grading content that was released. Files there are never edited: a certificate may rest on each. */
export function keptReleases(files: Files): KeptRelease[] {
  return namesIn(files, FOLDER, '.json').map((hash) => ({
    hash,
    json: files.read(`${FOLDER}/${hash}.json`) ?? '',
  }));
}

/** Released files whose content is no longer the one their name says. */
export function changedReleases(kept: readonly KeptRelease[]): Problem[] {
  return kept
    .filter(({ hash, json }) => releaseHash(json) !== hash)
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
export function versionProblems(kept: readonly KeptRelease[], today: GradingContent): Problem[] {
  const out: Problem[] = [];
  for (const { hash, json } of kept) {
    // One that was changed is a finding of its own, and may not even be readable.
    if (releaseHash(json) !== hash) continue;
    const released = JSON.parse(json) as GradingContent;
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
