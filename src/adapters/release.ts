import { releaseHash } from '../core/certificate/index.ts';
import type { GradingContent } from '../core/grading/index.ts';

/**
 * Fetches released grading content from this site.
 *
 * @param hash Hash it was released under; a file whose content has another is as good as missing.
 * @returns undefined when there is none under this address, or it cannot be reached now.
 */
export async function fetchRelease(address: string, hash?: string): Promise<GradingContent | undefined> {
  try {
    const response = await fetch(address);
    if (!response.ok) return undefined;
    const json = await response.text();
    return hash === undefined || releaseHash(json) === hash
      ? (JSON.parse(json) as GradingContent)
      : undefined;
  } catch {
    return undefined;
  }
}
