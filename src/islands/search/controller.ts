/**
 * The search page: asks while one types, shows and announces. What was searched for enters the address, and with it the
 * browser's history, only when a result is followed.
 */
import { say, type Words } from '../../core/i18n/index.ts';
import { type Frame, nothingFound, resultElements } from './results.ts';
import { createSearcher } from './searcher.ts';
import { setSlash, slashWorks } from './slash.ts';
import type { SearchWord } from './words.ts';

/** After the last key, before results are looked up; and before they are counted aloud. */
const TYPING_MS = 60;
const RESTING_MS = 700;
const LEAST_LETTERS = 2;

export function startSearch(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLInputElement>('input[type="search"]');
  const found = document.querySelector<HTMLElement>('#found');
  const status = document.querySelector<HTMLElement>('#found-count');
  const map = document.querySelector<HTMLElement>('#site-map');
  if (!field || !found || !status || !map) return;
  const ui = JSON.parse(form.dataset.ui ?? '{}') as Words<SearchWord>;
  const frame: Frame = { ui, base: form.dataset.base ?? '' };
  const searcher = createSearcher(form.dataset.index ?? '');
  let latest = 0;
  let typing = 0;
  let resting = 0;
  /** Enter was pressed before the results were there. */
  let goOn = false;

  const links = () => [...found.querySelectorAll<HTMLAnchorElement>('a')];
  /** Going back from a result comes to the results then. */
  const keepInAddress = () => {
    const address = new URL(location.href);
    address.hash = '';
    if (field.value.trim()) address.searchParams.set('q', field.value.trim());
    else address.searchParams.delete('q');
    if (address.href !== location.href) history.replaceState(history.state, '', address);
  };
  const rest = (announcement: string) => {
    clearTimeout(resting);
    resting = window.setTimeout(() => {
      status.textContent = announcement;
    }, RESTING_MS);
  };
  const show = (elements: HTMLElement[], announcement: string) => {
    found.replaceChildren(...elements);
    found.removeAttribute('aria-busy');
    map.hidden = elements.length > 0;
    rest(announcement);
    if (goOn) links()[0]?.focus();
    goOn = false;
  };
  const look = async () => {
    const query = field.value.trim();
    const mine = ++latest;
    if (query.length < LEAST_LETTERS) return show([], '');
    found.setAttribute('aria-busy', 'true');
    try {
      // A space at the end says that the last word is whole.
      const answer = await searcher(field.value.trimStart());
      if (mine !== latest) return;
      if (answer.count + answer.notes.length === 0)
        show(nothingFound(frame, query), say(ui, 'search.count.none'));
      else
        show(
          resultElements(frame, answer),
          say(ui, answer.count === 1 ? 'search.count.one' : 'search.count.many', { n: answer.count }),
        );
    } catch {
      if (mine !== latest) return;
      const problem = Object.assign(document.createElement('p'), {
        className: 'notice bad',
        textContent: say(ui, 'search.failed'),
      });
      show([problem], say(ui, 'search.failed'));
      map.hidden = false;
    }
  };

  // Whoever opens this page is about to type: the index is fetched now, in the worker. A failure shows itself at the
  // first query.
  void searcher('').catch(() => undefined);
  field.addEventListener('input', () => {
    clearTimeout(typing);
    goOn = false;
    typing = window.setTimeout(look, TYPING_MS);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(typing);
    goOn = true;
    void look();
  });
  moveByArrows(field, found, links);
  found.addEventListener('click', ({ target, ctrlKey, metaKey }) => {
    // A result that opens in another tab leaves this page as it is.
    if (target instanceof Element && target.closest('a') && !ctrlKey && !metaKey) keepInAddress();
  });

  const asked = new URLSearchParams(location.search).get('q');
  // A reload may have kept what was typed.
  if (asked && !field.value) field.value = asked.slice(0, 200);
  if (field.value) void look();
  if (location.hash === '#find') field.focus();
  letSlashBeSet(form);
}

/** Down and Up go through the results and back to the field; Enter on a result is the browser's own. */
function moveByArrows(field: HTMLInputElement, found: HTMLElement, links: () => HTMLAnchorElement[]): void {
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown') return;
    const first = links()[0];
    if (!first) return;
    event.preventDefault();
    first.focus();
  });
  found.addEventListener('keydown', (event) => {
    const all = links();
    const at = all.indexOf(event.target as HTMLAnchorElement);
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const next = { ArrowDown: all[at + 1] ?? all[at], ArrowUp: all[at - 1] ?? field, Escape: field }[
      event.key
    ];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  // Before the page shell hears it: on this page the key goes to the field.
  document.addEventListener('keydown', (event) => {
    if (!slashWorks(event)) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}

/** WCAG 2.1.4: a shortcut of one character can be turned off. */
function letSlashBeSet(form: HTMLFormElement): void {
  const box = form.querySelector<HTMLInputElement>('#slash');
  if (!box) return;
  box.checked = setSlash();
  box.addEventListener('change', () => setSlash(box.checked));
}
