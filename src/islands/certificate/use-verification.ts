import { useEffect, useState } from 'react';
import { fetchRelease } from '../../adapters/release.ts';
import { openToken, type Verification, verifyClaim } from '../../core/certificate/index.ts';

/** Result of opening and replaying a token; undefined while it runs. A text that is no token is `format`. */
export function useVerification(token: string | undefined, releases: string): Verification | undefined {
  const [verification, setVerification] = useState<Verification | undefined>(undefined);
  useEffect(() => {
    setVerification(undefined);
    if (!token) return;
    const opened = openToken(token);
    if (!opened) {
      setVerification({ ok: false, broken: ['format'] });
      return;
    }
    let current = true;
    void fetchRelease(`${releases}${opened.release}.json`, opened.release).then((content) => {
      if (current) setVerification(verifyClaim(content, opened));
    });
    return () => {
      current = false;
    };
  }, [token, releases]);
  return verification;
}
