import { useState } from 'react';
import { useStore } from 'zustand';
import { type AssessmentSitting, beginSitting, saveSitting } from '../../core/progress/index.ts';
import { learner } from '../../stores/browser.ts';
import { isKept } from '../../stores/learner.ts';
import { useLoaded } from '../use-loaded.ts';
import { useReleases } from '../use-release.ts';
import { fetchExamWords } from './exam-words.ts';
import type { AssessmentProps } from './props.ts';

/** What an assessment and a test around a path share: what they read, and how a sitting is begun, kept and handed in. */
export function useSittings({
  release,
  releases,
  words,
}: Pick<AssessmentProps, 'release' | 'releases' | 'words'>) {
  const { record, isReady, problem } = useStore(learner);
  const known = useReleases(record, releases, release);
  const loaded = useLoaded(words.join(' '), fetchExamWords);
  const [isPressed, setPressed] = useState(false);
  const keep = (sitting: AssessmentSitting) =>
    learner.getState().change((current) => saveSitting(current, sitting));
  return {
    record,
    /** Whether the record has been read; until then it is empty. */
    isReady,
    /** Whether what is answered is kept. */
    isKept: isKept(problem),
    /** As `useReleases` and `useLoaded`: undefined while they load, null when they cannot be had. */
    known,
    words: loaded,
    /** Whether a button of this page brought what is shown: the focus then goes there. */
    isPressed,
    keep,
    /**
     * @param path Name under which the sitting is kept.
     * @param seedFrom Gives its seed, from a number by chance.
     */
    begin(path: string, seedFrom: (chance: number) => number) {
      setPressed(true);
      const startedMs = Date.now();
      const chance = crypto.getRandomValues(new Uint32Array(1))[0] ?? startedMs >>> 0;
      const sitting = { path, seed: seedFrom(chance), release, responses: {}, startedMs };
      learner.getState().change((current) => beginSitting(current, sitting));
    },
    handIn(sitting: AssessmentSitting) {
      keep({ ...sitting, submittedMs: Date.now() });
      setPressed(true);
    },
  };
}
