/** Between two presses; after it one begins anew. */
const WITHIN_MS = 5_000;

/** Where letters are typed: there Shift is part of writing. Check boxes, sliders and buttons are no such place. */
const TEXT_FIELD =
  'textarea,[contenteditable]:not([contenteditable=false]),input:not([type=checkbox],[type=radio],[type=button],[type=submit],[type=reset],[type=range],[type=file],[type=color])';

/**
 * Leaves when Shift is pressed three times, each press within five seconds of the one before. A press counts only when
 * no other key is held and it is not in a text field; any other key, pointer button or turn of the wheel in between, and
 * going to another window, begins anew. Escape is not used because assistive technology uses it (GOV.UK Exit this page).
 *
 * @param said Told how many presses there were, once or twice; 0 when it is over.
 * @param on Where keys and pointers are heard: the window.
 */
export function leaveByKey(
  leave: () => void,
  said: (presses: 0 | 1 | 2) => void,
  on: EventTarget = globalThis,
): void {
  let presses = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Shift is down, and nothing else has happened since. */
  let alone = false;
  const held = new Set<string>();
  const hear = (type: string, then: (event: KeyboardEvent) => void) =>
    // Before the page's own listeners, which may stop an event.
    on.addEventListener(type, then as (event: Event) => void, { capture: true, passive: true });
  const beginAnew = () => {
    alone = false;
    clearTimeout(timer);
    if (presses > 0) said(0);
    presses = 0;
  };
  /** A key that is released while another window has the focus, or on a Mac while Command is held, is never told of. */
  const forgetKeys = () => {
    held.clear();
    beginAnew();
  };

  hear('keydown', (event) => {
    const { key, code, repeat, ctrlKey, altKey, metaKey } = event;
    const isHeld = held.size > 0 && !(held.size === 1 && held.has(code));
    // Screen keyboards give no name to their keys, and do not always say when one is released.
    if (code) held.add(code);
    alone = key === 'Shift' && !repeat && !isHeld && !ctrlKey && !altKey && !metaKey && !isInText(event);
    // A Shift held too long does not count as a press; earlier presses remain.
    if (!alone && !(key === 'Shift' && repeat)) beginAnew();
  });
  hear('keyup', ({ key, code }) => {
    held.delete(code);
    if (key === 'Meta') held.clear();
    if (key !== 'Shift' || !alone) return;
    alone = false;
    presses++;
    clearTimeout(timer);
    timer = setTimeout(beginAnew, WITHIN_MS);
    if (presses >= 3) leave();
    else said(presses as 1 | 2);
  });
  for (const type of ['pointerdown', 'pointerup', 'click', 'wheel']) hear(type, beginAnew);
  hear('blur', (event) => {
    if (event.target === on) forgetKeys();
  });
}

function isInText(event: Event): boolean {
  const [target] = event.composedPath();
  return typeof Element !== 'undefined' && target instanceof Element && target.closest(TEXT_FIELD) !== null;
}
