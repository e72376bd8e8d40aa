import type { GradingContent } from '../core/grading/index.ts';

/**
 * Fetches released grading content from this site.
 *
 * @returns undefined when there is none under this address, or it cannot be reached now.
 */
export async function fetchRelease(address: string): Promise<GradingContent | undefined> {
  try {
    const response = await fetch(address);
    return response.ok ? ((await response.json()) as GradingContent) : undefined;
  } catch {
    return undefined;
  }
}
