import { useEffect, useState } from 'react';
import { findToken } from '../../core/certificate/index.ts';

/**
 * What stands behind `#` in the address, such as `c=…` or `path=police`; follows changes of the address.
 *
 * @returns undefined until the page has started.
 */
export function useFragment(): string | undefined {
  const [fragment, setFragment] = useState<string | undefined>(undefined);
  useEffect(() => {
    const read = () => setFragment(location.hash.slice(1));
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  return fragment;
}

/** The certificate's code in a fragment; the empty text where one is named and none is there. */
export function tokenIn(fragment: string | undefined): string | undefined {
  return fragment && /(^|[^\w])c(=|%3d)/i.test(fragment) ? (findToken(fragment) ?? '') : undefined;
}

/** Goes to another fragment as a link would, so that whoever owns the history hears of it. */
export function goToFragment(fragment: string): void {
  const link = document.createElement('a');
  link.href = `#${fragment}`;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
}
