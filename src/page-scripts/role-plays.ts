/**
 * The list of role-plays: those of one path first, and how far each was played. Which path it is stands in the address
 * (`?path=police`); without, it is the one that was begun last, or all.
 */
import { openRuns, playsOf } from '../core/grading/index.ts';
import { say } from '../core/i18n/index.ts';
import { pathsBegun } from '../core/path/where.ts';
import { learner } from '../stores/browser.ts';
import { followResults } from './follow-results.ts';
import type { PlayListData } from './role-plays-words.ts';

const data = JSON.parse(document.querySelector('#plays-data')?.textContent ?? 'null') as PlayListData;
const { map, ui } = data;
const filter = document.querySelector<HTMLElement>('#plays-filter');
const own = document.querySelector<HTMLElement>('#plays-own');
const all = document.querySelector<HTMLElement>('#plays-all');
const cards = [...document.querySelectorAll<HTMLElement>('[data-play]')];
const ALL = 'all';
/** The path that was begun last, once the record has been read. */
let begun: string | undefined;

/** The chosen path's id, or `all`. An address that names none of the course's paths counts as one without. */
function chosen(): string {
  const named = new URLSearchParams(location.search).get('path') ?? '';
  return named === ALL || map.paths.some(({ id }) => id === named) ? named : (begun ?? ALL);
}

function arrange(): void {
  const path = map.paths.find(({ id }) => id === chosen());
  const offered = path?.stops.flatMap(({ plays }) => plays) ?? [];
  const [ownList, allList] = [own?.querySelector('ul'), all?.querySelector('ul')];
  for (const link of filter?.querySelectorAll<HTMLElement>('[data-path]') ?? []) {
    if (link.dataset.path === (path?.id ?? ALL)) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
  for (const card of cards) (offered.includes(card.dataset.play ?? '') ? ownList : allList)?.append(card);
  if (!own || !all) return;
  own.hidden = !path;
  const heading = own.querySelector('h2');
  if (heading) heading.textContent = path?.title ?? '';
  const pass = own.querySelector<HTMLElement>('[data-pass]');
  if (pass && path) pass.textContent = say(ui, 'plays.own', { pass: path.pass, of: offered.length });
  const rest = all.querySelector('h2');
  rest?.classList.toggle('hidden-visually', !path);
  if (rest) rest.textContent = say(ui, path ? 'plays.others' : 'plays.all');
  const why = all.querySelector<HTMLElement>('[data-others]');
  if (why) why.hidden = !path;
}

filter?.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('[data-path]');
  // Another key opens it elsewhere, as with any link.
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  arrange();
});
addEventListener('popstate', arrange);
if (filter) filter.hidden = false;
arrange();

function showOwn(): void {
  const { record, isReady } = learner.getState();
  if (!isReady) return;
  begun = pathsBegun(map, record)[0]?.id;
  arrange();
  const place = document.querySelector<HTMLElement>('#plays');
  if (place) place.dataset.read = '';
}
learner.subscribe(showOwn);
showOwn();

followResults(data.releases, data.release, (record, releases) => {
  const plays = releases ? playsOf(releases.today, record) : [];
  const open = releases ? openRuns(releases.today, record) : [];
  for (const card of cards) {
    const id = card.dataset.play ?? '';
    const done = plays.find(({ scenario }) => scenario === id);
    const at = open.find(({ scenario }) => scenario === id);
    const state = card.querySelector<HTMLElement>('[data-state]');
    if (state) {
      state.hidden = record.runs.length === 0 || (done !== undefined && !at && !done.passed);
      state.className = `tag ${done?.passed && !at ? 'best' : ''}`;
      state.textContent = at
        ? say(ui, 'plays.openAt', { decision: at.decision })
        : done?.passed
          ? `✓ ${say(ui, 'plays.passed')}`
          : say(ui, 'plays.new');
    }
    const squares = [...card.querySelectorAll<HTMLElement>('[data-ending]')];
    const found = done?.endings.length ?? 0;
    for (const [i, square] of squares.entries()) square.toggleAttribute('data-found', i < found);
    const text = card.querySelector('[data-endings]');
    if (text) text.textContent = say(ui, 'plays.endings', { found, of: squares.length });
  }
});
