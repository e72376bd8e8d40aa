import { useEffect, useState } from 'react';
import { latestDay } from '../../adapters/calendar.ts';
import { fetchRelease } from '../../adapters/release.ts';
import { openToken, type Verification, verifyClaim } from '../../core/certificate/index.ts';

/**
 * Result of opening and replaying a token; undefined while it runs. A text that is no token is `format`.
 *
 * @param round Another number verifies the same token again.
 */
export function useVerification(
  token: string | undefined,
  releases: string,
  round = 0,
): Verification | undefined {
  const [verification, setVerification] = useState<Verification | undefined>(undefined);
  useEffect(() => {
    setVerification(undefined);
    if (token === undefined) return;
    const opened = openToken(token);
    if (!opened) {
      setVerification({ ok: false, broken: ['format'] });
      return;
    }
    let current = true;
    void fetchRelease(`${releases}${opened.release}.json`, opened.release).then((content) => {
      if (current) setVerification(verifyClaim(content, opened, latestDay(Date.now())));
    });
    return () => {
      current = false;
    };
  }, [token, releases, round]);
  return verification;
}
