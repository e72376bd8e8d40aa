import { fetchRelease } from '../adapters/release.ts';
import type { GradingContent } from '../core/grading/index.ts';
import { useLoaded } from './use-loaded.ts';

/** Grading content by its address, `…/<hash>.json`, with that hash: undefined while it loads, null when it cannot be had. */
export function useRelease(address: string | undefined): GradingContent | null | undefined {
  return useLoaded(address, fetchRelease);
}
