/** What is wrong with a page as it stands in a window. */
export interface Fault {
  kind: 'raw-key' | 'not-filled-in' | 'too-wide' | 'cut' | 'out-of-its-box' | 'squeezed' | 'small-control';
  /** The text or the element, for a person to find it. */
  what: string;
}

/**
 * Looks at everything that can be seen. Runs in the page; self-contained, because only its text is sent there.
 *
 * @param beginnings First parts of the keys of interface strings, such as `check` of `check.submit`.
 * @param part Selector of the part that is looked at.
 */
export function faultsOf({ beginnings, part }: { beginnings: readonly string[]; part: string }): Fault[] {
  const place = document.querySelector(part);
  if (!place) throw new Error(`There is no ${part}.`);
  const faults: Fault[] = [];
  const add = (kind: Fault['kind'], what: string) => {
    const short = what.replace(/\s+/g, ' ').trim().slice(0, 110);
    if (!faults.some((fault) => fault.kind === kind && fault.what === short))
      faults.push({ kind, what: short });
  };
  const nameOf = (element: Element) =>
    `<${element.tagName.toLowerCase()}${[...element.classList].map((name) => `.${name}`).join('')}> ${element.textContent ?? ''}`;
  // Asked for very often, and always the same while this runs.
  const remember = <T>(work: (element: Element) => T) => {
    const known = new Map<Element, T>();
    return (element: Element): T => {
      const before = known.get(element);
      if (before !== undefined) return before;
      const now = work(element);
      known.set(element, now);
      return now;
    };
  };
  const styleOf = remember((element) => getComputedStyle(element));
  const boxOf = remember((element) => element.getBoundingClientRect());
  const ancestors: (element: Element | null) => Element[] = (element) => (element ? chainOf(element) : []);
  const chainOf = remember((element): Element[] => [element, ...ancestors(element.parentElement)]);
  /** Kept for screen readers, or outside the window until it has the focus. */
  const isHiddenOnPurpose = (element: Element) => ancestors(element).some(hides);
  const hides = remember((one) => {
    const { clipPath, clip, position, visibility } = styleOf(one);
    return (
      (clipPath.startsWith('inset(50%') && position === 'absolute') ||
      clip === 'rect(0px, 0px, 0px, 0px)' ||
      visibility === 'hidden' ||
      one.matches('.skip, [aria-hidden="true"] svg, noscript, script, style')
    );
  });
  const scrollsOrClips = remember((element) => styleOf(element).overflowX !== 'visible');
  const width = document.documentElement.clientWidth;

  // Words
  const key = new RegExp(`(?<![\\w./@-])(?:${beginnings.join('|')})\\.[a-z][\\w-]*(?:\\.[\\w-]+)*`, 'gi');
  const lookAtWords = (text: string) => {
    for (const [found] of text.matchAll(key)) add('raw-key', found);
    for (const [found] of text.matchAll(/\bundefined\b|\bNaN\b|\[object \w+\]|\{\w+\}/g))
      add('not-filled-in', `${found} in ${text}`);
  };
  for (const element of place.querySelectorAll('[aria-label], [title], [alt], [placeholder]'))
    for (const name of ['aria-label', 'title', 'alt', 'placeholder'])
      lookAtWords(element.getAttribute(name) ?? '');

  // Texts, as they are drawn
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const parent = node.parentElement;
    if (!parent || node.data.trim() === '' || parent.closest('script, style, noscript')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
    if (rects.length === 0 || isHiddenOnPurpose(parent)) continue;
    lookAtWords(node.data);
    const chain = ancestors(parent);
    const scroller = chain.findIndex(scrollsOrClips);
    const inside = scroller < 0 ? chain : chain.slice(0, scroller);
    const left = Math.min(...rects.map((rect) => rect.left));
    const right = Math.max(...rects.map((rect) => rect.right));
    if (scroller < 0 && (left < -1 || right > width + 1)) add('too-wide', node.data);
    for (const box of inside) {
      const { borderInlineStartWidth, borderInlineEndWidth, backgroundColor, display } = styleOf(box);
      const isDrawn =
        (parseFloat(borderInlineStartWidth) > 0 && parseFloat(borderInlineEndWidth) > 0) ||
        !/rgba\(.*, 0\)|transparent/.test(backgroundColor);
      if (!isDrawn || display === 'inline' || box === document.body) continue;
      const edge = boxOf(box);
      if (left < edge.left - 1 || right > edge.right + 1)
        add('out-of-its-box', `${node.data} in ${nameOf(box)}`);
    }
    const cutter = chain[scroller];
    if (cutter && /hidden|clip/.test(styleOf(cutter).overflowX)) {
      const edge = boxOf(cutter);
      if (left < edge.left - 1 || right > edge.right + 1) add('cut', node.data);
    }
    // Many lines of hardly anything: a column too narrow for words.
    const lines = new Set(rects.map((rect) => Math.round(rect.top))).size;
    if (lines >= 3 && node.data.replace(/\s+/g, ' ').trim().length / lines < 6) add('squeezed', node.data);
  }

  // Numbers of lists stand before their text, where padding must leave room for them.
  for (const item of place.querySelectorAll<HTMLElement>('ol > li')) {
    const { listStyleType, listStylePosition, fontSize, display, direction } = styleOf(item);
    if (listStyleType !== 'decimal' || listStylePosition !== 'outside' || display !== 'list-item') continue;
    if (isHiddenOnPurpose(item) || item.getClientRects().length === 0) continue;
    const place =
      [...(item.parentElement?.children ?? [])].indexOf(item) +
      Number((item.parentElement as HTMLOListElement).start);
    const needed = parseFloat(fontSize) * (0.55 * String(place).length + 0.6);
    const limits = ancestors(item.parentElement).filter(
      (one) => scrollsOrClips(one) || one === document.body,
    );
    const box = boxOf(item);
    const edge = limits[0]?.getBoundingClientRect();
    const room = direction === 'rtl' ? (edge?.right ?? width) - box.right : box.left - (edge?.left ?? 0);
    if (room < needed) add('cut', `number ${place} of ${item.textContent ?? ''}`);
  }

  // Boxes
  if (document.documentElement.scrollWidth > width + 1) {
    for (const element of place.querySelectorAll('*')) {
      const box = boxOf(element);
      if (
        (box.right > width + 1 || box.left < -1) &&
        !ancestors(element.parentElement).some(scrollsOrClips) &&
        !isHiddenOnPurpose(element)
      )
        add('too-wide', nameOf(element));
    }
    if (!faults.some(({ kind }) => kind === 'too-wide')) add('too-wide', 'the page scrolls sideways');
  }

  // Controls, WCAG 2.5.8: at least 24 by 24 pixels, links within a sentence excepted.
  for (const control of place.querySelectorAll<HTMLElement>(
    'a[href], button, input, select, textarea, summary, [role="button"]',
  )) {
    if (isHiddenOnPurpose(control) || control.getClientRects().length === 0 || control.closest('[popover]'))
      continue;
    const target = control.matches('input[type="radio"], input[type="checkbox"]')
      ? (control.closest('label') ?? control)
      : control;
    const isInSentence =
      styleOf(control).display.startsWith('inline') &&
      !styleOf(control).display.includes('flex') &&
      [...(control.parentElement?.childNodes ?? [])].some(
        (other) => other !== control && (other.textContent ?? '').trim() !== '',
      );
    const { width: wide, height: high } = boxOf(target);
    if (!isInSentence && Math.min(wide, high) < 23.5)
      add('small-control', `${Math.round(wide)} × ${Math.round(high)}: ${nameOf(control)}`);
  }
  return faults;
}
