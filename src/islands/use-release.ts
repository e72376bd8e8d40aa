import { useEffect, useState } from 'react';
import { fetchRelease } from '../adapters/release.ts';
import type { GradingContent } from '../core/grading/index.ts';

/** Grading content by its address: undefined while it loads, null when it cannot be had. */
export function useRelease(address: string | undefined): GradingContent | null | undefined {
  const [content, setContent] = useState<GradingContent | null | undefined>(undefined);
  useEffect(() => {
    if (!address) return;
    let current = true;
    void fetchRelease(address).then((loaded) => {
      if (current) setContent(loaded ?? null);
    });
    return () => {
      current = false;
    };
  }, [address]);
  return content;
}
