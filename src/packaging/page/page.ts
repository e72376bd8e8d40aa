/**
 * What a packaged page runs before its own scripts: it joins the page to the shell and stands in for what files cannot
 * do (modules, `fetch`, a storage of their own). A classic script in the head, because browsers load no modules from
 * files.
 */
import * as v from 'valibot';
import { hostStorage } from '../../adapters/host.ts';
import {
  type FromPage,
  type FromShell,
  fromShell,
  heardIn,
  type Message,
  OPENING,
  type Opening,
  opening,
} from '../protocol.ts';
import { fetchPacked, type PackedData, receive } from './data.ts';
import { followLinks } from './links.ts';
import { settingsAreas } from './settings.ts';

/** The page's scripts by their address in the course: `assets/Player.x.js`. */
export type Modules = Readonly<Record<string, () => Promise<unknown>>>;

declare global {
  /** The global `ListenFirst` that packed scripts and data files call by this name. */
  var ListenFirst: {
    /** Address of the course's folder, with a slash at its end. */
    root: string;
    /** Stands in for `import()` of an island. */
    load(address: string): Promise<unknown>;
    /** Called by data files. */
    data(file: string, content: PackedData): void;
  };
}

/**
 * Joins the page to its shell and runs its scripts. A page that was opened by itself goes to the shell instead.
 *
 * @param islands Astro's own scripts, which define `<astro-island>`.
 */
export function startPage(modules: Modules, islands: () => void): void {
  const script = document.currentScript as HTMLScriptElement;
  const root = new URL('./', script.src).href;
  const isAlone = 'alone' in script.dataset;
  if (!isAlone && window.parent === window) {
    location.replace(`${new URL('../index.html', root)}#${addressOf(new URL(location.href), root) ?? ''}`);
    return;
  }
  const load = (address: string) => {
    const file = new URL(address, document.baseURI).href.slice(root.length);
    const run = modules[file];
    return run ? run() : Promise.reject(new Error(`${file} is not packed.`));
  };
  globalThis.ListenFirst = { root, load, data: receive };
  globalThis.fetch = (input) => fetchPacked(String(input instanceof Request ? input.url : input), root);
  // Browsers start no worker from a file: address; callers do the same work without one.
  Reflect.deleteProperty(globalThis, 'Worker');
  if (!isAlone) joinShell(root);
  islands();
  const run = script.dataset.run?.split(' ').filter(Boolean) ?? [];
  document.addEventListener('DOMContentLoaded', () => {
    for (const file of run) void modules[file]?.();
  });
}

function joinShell(root: string): void {
  const { word, shellWord, settings, y } = takeOpening();
  const say = (saying: FromPage) => {
    const message: Message<FromPage> = { word, saying };
    window.parent.postMessage(message, '*');
  };
  const listeners = new Set<(saying: FromShell) => void>();
  addEventListener('message', (event) => {
    if (event.source !== window.parent) return;
    const heard = heardIn(event.data, shellWord, fromShell);
    if (heard) for (const listener of listeners) listener(heard);
  });
  settingsAreas(settings, (key, value) => say({ type: 'setting', key, value }));
  globalThis.listenFirstHost = {
    storage: hostStorage(say, (heard) =>
      listeners.add((saying) => {
        if (saying.type === 'answer' || saying.type === 'refused' || saying.type === 'changed') heard(saying);
      }),
    ),
    leave: () => say({ type: 'leave' }),
  };

  const sayHere = () => {
    const address = addressOf(new URL(location.href), root);
    if (address !== undefined) say({ type: 'here', address, title: document.title });
  };
  const replace = history.replaceState.bind(history);
  history.replaceState = (...change) => {
    replace(...change);
    sayHere();
  };
  addEventListener('hashchange', sayHere);
  document.addEventListener('DOMContentLoaded', sayHere);
  followLinks((url) => {
    const address = addressOf(url, root);
    if (address !== undefined) say({ type: 'go', address });
    return address !== undefined;
  });
  keepScroll(y, (at) => say({ type: 'scrolled', y: at }));
  listeners.add((saying) => {
    if (saying.type === 'print') print();
    if (saying.type !== 'place') return;
    if (saying.y === null || saying.hash !== location.hash) location.replace(saying.hash || '#');
    if (saying.y !== null) scrollTo(0, saying.y);
  });
  addEventListener('keydown', (event) => {
    // Printing from the shell would print only the visible part of the frame.
    if (event.key.toLowerCase() !== 'p' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    print();
  });
}

/** Reads what the shell put into the address, and removes it from there. */
function takeOpening(): Opening {
  const here = new URL(location.href);
  const handed = here.searchParams.get(OPENING);
  here.searchParams.delete(OPENING);
  history.replaceState(null, '', here);
  try {
    return v.parse(opening, JSON.parse(handed ?? ''));
  } catch {
    return { word: '', shellWord: crypto.randomUUID(), settings: {}, y: null };
  }
}

/** Scrolls to where the page was left, and says where it is while it is read. */
function keepScroll(y: number | null, scrolled: (y: number) => void): void {
  if (y !== null) addEventListener('load', () => scrollTo(0, y), { once: true });
  let resting = 0;
  addEventListener(
    'scroll',
    () => {
      clearTimeout(resting);
      resting = window.setTimeout(() => scrolled(Math.max(0, Math.round(scrollY))), 200);
    },
    { passive: true },
  );
}

/** Address within the course, without `index.html`; undefined for what lies elsewhere. */
function addressOf(url: URL, root: string): string | undefined {
  if (!url.href.startsWith(root)) return undefined;
  const path = url.origin + url.pathname === root ? '' : url.href.slice(root.length).replace(/[?#].*$/s, '');
  return path.replace(/(^|\/)index\.html$/, '$1') + url.search + url.hash;
}
