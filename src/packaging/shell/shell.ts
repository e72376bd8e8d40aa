/**
 * The shell of a packaged edition: `index.html`. It shows the pages in a frame and owns what must outlive a page: the
 * record, a few settings, history and the way out. Firefox gives every file its own storage, so pages cannot own them.
 */
import * as v from 'valibot';
import { takeOverHere } from '../../adapters/storage.ts';
import { kept } from '../../core/edition/index.ts';
import { leaveByKey } from '../../page-scripts/exit-key.ts';
import { enter, GO_BACK_LIMIT_MS, goToFirst, isLeaving, markLeaving } from '../../page-scripts/leaving.ts';
import { withoutThrowing } from '../../page-scripts/without-throwing.ts';
import {
  type FromPage,
  type FromShell,
  fromPage,
  heardIn,
  type Message,
  OPENING,
  type Opening,
  RECORD_KEYS,
  SETTINGS,
  type Settings,
} from '../protocol.ts';

/** Addresses of all pages, put in when the edition is packed; the first is where one begins. */
declare const PAGES: readonly string[];
/** Folder of the course beside the shell, with a slash at its end. */
declare const COURSE: string;

const MISSING = '404.html';

const folder = new URL(COURSE, location.href);
let frame: HTMLIFrameElement | undefined;
let shown = '';
/** Random word that each message of the frame's page must carry; messages of any other page are ignored. */
let word = '';
/** Random word of the shell's messages. Not the same, because another page in the frame could read it and answer. */
let shellWord = '';
/** The frame's page has sent its first message, so it can receive ours. */
let isThere = false;
let isGoing = false;
let waiting = 0;

/** File of an address; 404.html for an address that is no page of the course. */
function fileOf(address: string): URL {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  return PAGES.includes(path)
    ? new URL(`${path}${path === '' || path.endsWith('/') ? 'index.html' : ''}${rest}`, folder)
    : new URL(MISSING, folder);
}

function readSettings(): Settings {
  return Object.fromEntries(
    Object.entries(SETTINGS).flatMap(([key, area]) => {
      const value = withoutThrowing(() => (area === 'local' ? localStorage : sessionStorage).getItem(key));
      return value == null ? [] : [[key, value]];
    }),
  );
}

const withoutFragment = (address: string) => address.split('#')[0];
const addressHere = () => location.hash.slice(1) || (PAGES[0] ?? '');
const scrolledHere = () => (history.state as { y?: number } | null)?.y ?? null;

/** Shows an address, in a new frame unless it is another place of the page that is shown. `y`: where it was scrolled to, in CSS pixels; null lets the page's own fragment decide. */
function show(address: string, y: number | null): void {
  const hash = address.includes('#') ? address.slice(address.indexOf('#')) : '';
  const isSamePage = withoutFragment(address) === withoutFragment(shown);
  if (isThere && isSamePage && (hash !== '' || address !== shown)) {
    shown = address;
    say({ type: 'place', hash, y });
    return;
  }
  shown = address;
  const file = fileOf(address);
  const settings = readSettings();
  word = newWord();
  shellWord = newWord();
  const handed: Opening = { word, shellWord, settings, y };
  file.searchParams.set(OPENING, JSON.stringify(handed));
  // Between two pages the background already has the colour of the next one.
  document.documentElement.style.colorScheme = settings['listen-first/theme']?.replace('auto', '') ?? '';
  // A new frame for each page. History is the shell's: a frame that goes from page to page has one of its own, which
  // browsers mix into ours, and Firefox brings back after a reload what it showed before.
  const next = document.createElement('iframe');
  next.title = document.title;
  next.src = file.href;
  let isFirst = true;
  next.addEventListener('load', () => {
    // Our pages never load another into their frame, so whatever came is from elsewhere, or was loaded anew and has no word.
    if (isFirst) next.contentWindow?.focus();
    else if (next === frame) {
      isThere = false;
      show(shown, scrolledHere());
    }
    isFirst = false;
  });
  frame?.remove();
  document.body.append(next);
  frame = next;
  isThere = false;
}

/** 128 random bits as text. */
function newWord(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

function say(saying: FromShell): void {
  const message: Message<FromShell> = { word: shellWord, saying };
  // A file has no origin that could be named.
  frame?.contentWindow?.postMessage(message, '*');
}

function hear(said: FromPage): void {
  switch (said.type) {
    case 'here':
      isThere = true;
      document.title = said.title;
      if (frame) frame.title = said.title;
      if (said.address !== shown && PAGES.includes(said.address.replace(/[?#].*$/s, ''))) {
        shown = said.address;
        history.replaceState(history.state, '', `#${said.address}`);
      }
      break;
    case 'go':
      // As in browsers: a link to the current address adds no history entry.
      history[said.address === shown ? 'replaceState' : 'pushState'](null, '', `#${said.address}`);
      show(said.address, null);
      break;
    case 'scrolled':
      history.replaceState({ y: said.y }, '');
      break;
    case 'leave':
      leave();
      break;
    case 'setting':
      withoutThrowing(() => {
        const area = SETTINGS[said.key] === 'local' ? localStorage : sessionStorage;
        if (said.value === null) area.removeItem(said.key);
        else area.setItem(said.key, said.value);
      });
      break;
    default:
      void answer(said);
  }
}

async function answer(question: Extract<FromPage, { id: number }>): Promise<void> {
  const { id, key } = question;
  await ready;
  try {
    let value: string | null = null;
    if (question.type === 'get') value = localStorage.getItem(key);
    else if (question.type === 'set') localStorage.setItem(key, question.value);
    else localStorage.removeItem(key);
    say({ type: 'answer', id, value });
  } catch {
    say({ type: 'refused', id });
  }
}

/**
 * As on the website (page-scripts/leave.ts): back to the course's first place in this tab, then away from there. That
 * place may be another document of the shell, if the course was opened twice. The mark stays, so that whoever comes back
 * to any of them later is led away again; only opening the course anew takes it off.
 */
function leave(): void {
  // People press repeatedly, and each history.go() would add to the one before.
  if (isGoing) return;
  isGoing = true;
  clear();
  markLeaving();
  // If going back takes too long, leave from here.
  if (goToFirst()) waiting = window.setTimeout(away, GO_BACK_LIMIT_MS);
  else away();
}

function away(): void {
  clearTimeout(waiting);
  clear();
  // After the stick was removed, away/index.html cannot load and the browser's error page would show the folder's name.
  const probe = new Image();
  probe.onload = () => location.replace(new URL('away/index.html', folder));
  probe.onerror = () => location.replace('about:blank');
  probe.src = new URL(`icon.svg?${Date.now()}`, folder).href;
}

/** Hides everything of the course. */
function clear(): void {
  frame?.remove();
  frame = undefined;
  document.title = '';
}

/** A new document: the course is opened, or somebody comes back to it. */
function start(): void {
  const wasLeft = isLeaving();
  // Links of the course open no new document in the shell, so a new document was not requested before leaving.
  if (!enter(0)) {
    away();
    return;
  }
  if (wasLeft) withoutThrowing(() => sessionStorage.removeItem(kept('finished')));
  show(addressHere(), scrolledHere());
}

/** Questions about the record wait until what an earlier version kept has been taken over. */
const ready = takeOverHere().catch(() => undefined);

history.scrollRestoration = 'manual';
addEventListener('message', (event) => {
  if (!frame || event.source !== frame.contentWindow) return;
  const said = heardIn(event.data, word, fromPage);
  if (said) hear(said);
  else {
    // A question that fails the schema, such as a record that is too large, still gets an answer.
    const question = heardIn(event.data, word, v.looseObject({ id: v.number() }));
    if (question) say({ type: 'refused', id: question.id });
  }
});
addEventListener('popstate', () => {
  if (isLeaving()) {
    clear();
    // Not within the event: Firefox would replace another place than this one.
    setTimeout(away);
  } else show(addressHere(), scrolledHere());
});
// A browser may keep the page as it was and show it again: then nothing is kept to be shown, and the document begins anew.
addEventListener('pagehide', clear);
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload();
});
leaveByKey(leave, () => {});
addEventListener('storage', ({ key }) => {
  // No key: everything was cleared.
  for (const changed of RECORD_KEYS)
    if (key === null || key === changed) say({ type: 'changed', key: changed });
});
// Printing the shell would print only the visible part of the frame.
addEventListener('keydown', (event) => {
  if (event.key.toLowerCase() !== 'p' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  say({ type: 'print' });
});
// A page that frames this file could load its own page into our frame, or cover ours (clickjacking).
if (window.parent === window) start();
else document.querySelector('#framed')?.removeAttribute('hidden');
