import { useEffect, useState } from 'react';

/**
 * What `load` gives for an address: undefined while it loads, null when it cannot be had.
 *
 * @param load Stays the same function from one drawing to the next.
 */
export function useLoaded<T>(
  address: string | undefined,
  load: (address: string) => Promise<T | null | undefined>,
): T | null | undefined {
  const [loaded, setLoaded] = useState<T | null | undefined>(undefined);
  useEffect(() => {
    if (!address) return;
    let current = true;
    load(address)
      .catch(() => null)
      .then((result) => {
        if (current) setLoaded(result ?? null);
      });
    return () => {
      current = false;
    };
  }, [address, load]);
  return loaded;
}
