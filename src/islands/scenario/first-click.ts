import type { MouseEvent } from 'react';

/**
 * A listener that leaves out the second click of a pair: it falls on what the first one brought, which nobody has read.
 * A press of a key counts as no click and passes.
 */
export function onFirstClick(act: () => void): (event: MouseEvent) => void {
  return (event) => {
    if (event.detail < 2) act();
  };
}
