import { useEffect, useState } from 'react';

/** The values after `#`, such as `#c=…` or `#path=police`; follows changes of the address. */
export function useFragment(): URLSearchParams | undefined {
  const [fragment, setFragment] = useState<URLSearchParams | undefined>(undefined);
  useEffect(() => {
    const read = () => setFragment(new URLSearchParams(location.hash.slice(1)));
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  return fragment;
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
