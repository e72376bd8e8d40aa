/** The notice that a new version is ready. Never in the middle of a conversation or an assessment, and never twice. */

import { kept } from '../core/edition/index.ts';

const LATER = kept('new-version-later');

/**
 * Watches a registration and offers what waits.
 *
 * @param words The strings `ready`, `use` and `later`.
 */
export function offerNewVersion(
  registration: ServiceWorkerRegistration,
  words: (key: string) => string,
): void {
  const region = document.createElement('div');
  region.setAttribute('role', 'status');
  document.querySelector('main')?.before(region);

  let hadController = isControlledBy(registration);
  /** Another tab activated the new version; this page keeps running the old one until it is reloaded. */
  let tookElsewhere = false;
  let isTaking = false;
  let watching: MutationObserver | undefined;

  const take = () => {
    isTaking = true;
    if (registration.waiting) registration.waiting.postMessage('take');
    else location.reload();
  };
  const later = () => {
    putOff();
    show();
    // The button that had the focus is removed, so the focus is moved.
    document.querySelector('main')?.focus();
  };
  const show = () => {
    // Without an active one the first version is still being stored, and nothing is new.
    const isReady = registration.active !== null && (tookElsewhere || registration.waiting !== null);
    if (isReady && !watching) {
      watching = new MutationObserver(show);
      watching.observe(document.body, { subtree: true, childList: true, attributeFilter: ['data-view'] });
    }
    const isShown = region.firstChild !== null;
    const shall = isReady && !isInTheMiddle() && !isPutOff();
    if (shall && !isShown) region.append(notice(words, take, later));
    else if (!shall && isShown) region.replaceChildren();
  };

  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (isTaking) location.reload();
    // The first worker takes control of the page that registered it; no older version is running.
    else if (hadController) tookElsewhere = true;
    hadController = isControlledBy(registration);
    show();
  });
  const follow = (worker: ServiceWorker | null) => worker?.addEventListener('statechange', show);
  follow(registration.installing);
  registration.addEventListener('updatefound', () => follow(registration.installing));
  show();
}

/**
 * Whether the worker that answers for this page is of this registration. Until the first one is active it may be that of
 * another edition, whose base path is the beginning of ours.
 */
export function isControlledBy({ scope }: ServiceWorkerRegistration): boolean {
  return navigator.serviceWorker.controller?.scriptURL === new URL('sw.js', scope).href;
}

/** A role-play in play; an assessment, begun or about to be. */
function isInTheMiddle(): boolean {
  return document.querySelector('[data-view="play"]') !== null || /\/assessment\//.test(location.pathname);
}

function notice(words: (key: string) => string, onUse: () => void, onLater: () => void): HTMLElement {
  const box = document.createElement('div');
  box.className = 'meaning stack no-print';
  box.dataset.newVersion = '';
  const text = document.createElement('p');
  text.textContent = words('ready');
  const actions = document.createElement('p');
  actions.className = 'actions';
  actions.append(button('btn', words('use'), onUse), button('btn quiet', words('later'), onLater));
  box.append(text, actions);
  return box;
}

/** A button of the interface. */
export function button(className: string, label: string, onClick: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = className;
  made.textContent = label;
  made.addEventListener('click', onClick);
  return made;
}

let isPutOffHere = false;

/** "Later" holds for this tab; once all tabs are closed the new version comes by itself. */
function putOff(): void {
  isPutOffHere = true;
  try {
    sessionStorage.setItem(LATER, '1');
  } catch {
    // Blocked storage: it holds for this page.
  }
}

function isPutOff(): boolean {
  try {
    return isPutOffHere || sessionStorage.getItem(LATER) !== null;
  } catch {
    return isPutOffHere;
  }
}
