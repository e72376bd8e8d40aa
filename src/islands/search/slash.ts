/** The `/` key, which opens the search from every page; part of every first view, so it is small. */
const KEY = 'listen-first/slash';

/** Whether the key is on. With an argument, sets it first; where storage is blocked it stays on. */
export function setSlash(on?: boolean): boolean {
  try {
    if (on !== undefined) localStorage.setItem(KEY, on ? '' : 'off');
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

/** Whether a key press means the search: `/` alone, not while typing or choosing, not handled already. */
export function slashWorks(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey, defaultPrevented, target } = event;
  const writing = target instanceof Element && target.closest('input,select,textarea,[contenteditable]');
  return key === '/' && !ctrlKey && !metaKey && !altKey && !defaultPrevented && !writing && setSlash();
}

/** Goes to the search page, with its field focused, when the key is pressed. */
export function openSearchBySlash(): void {
  addEventListener('keydown', (event) => {
    const link = document.querySelector<HTMLAnchorElement>('.bar a[href*="/search/"]');
    if (!link || !slashWorks(event)) return;
    event.preventDefault();
    link.hash = 'find';
    link.click();
  });
}
