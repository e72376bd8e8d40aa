/** Between two presses; after it one begins anew. */
const WITHIN_MS = 5_000;

/**
 * Leaves when Shift is pressed three times, each press within five seconds of the one before. Shift counts only when
 * pressed alone, so capitals do not leave. Assistive technology owns Escape (GOV.UK's finding).
 *
 * @param said Told how many presses there were, once or twice; 0 when it is over.
 */
export function leaveByKey(leave: () => void, said: (presses: 0 | 1 | 2) => void): void {
  let presses = 0;
  let timer = 0;
  let alone = false;
  addEventListener('keydown', (event) => {
    alone = event.key === 'Shift' && !event.repeat;
  });
  addEventListener('keyup', (event) => {
    if (event.key !== 'Shift' || !alone) return;
    presses++;
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      presses = 0;
      said(0);
    }, WITHIN_MS);
    if (presses >= 3) leave();
    else said(presses as 1 | 2);
  });
}
