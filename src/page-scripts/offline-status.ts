/** Shows on the record page whether the course is stored on this device. */
import { button } from './offline-offer.ts';

type Words = (key: string, values?: Record<string, string | number>) => string;

interface Status {
  version: string;
  bytes: number;
  stored: number;
  of: number;
}

const ASK_AGAIN_MS = 700;
const ANSWER_LIMIT_MS = 3_000;
/** Longer than the worker's time limit for one file. The worker sends no message when it gives up. */
const STALLED_MS = 90_000;

/**
 * Fills a paragraph, and again while the course is being stored.
 *
 * @param found The registration, or why there is none: its string under "offline.".
 * @param store Registers when asked to; undefined when the browser cannot.
 */
export function showOfflineStatus(
  place: HTMLElement,
  words: Words,
  lang: string,
  found: ServiceWorkerRegistration | 'notStored' | 'failed' | 'unsupported',
  store: (() => Promise<ServiceWorkerRegistration>) | undefined,
): void {
  place.setAttribute('role', 'status');
  place.tabIndex = -1;
  let stored = 0;
  let grewMs = Date.now();
  /** @param isBusy Sets aria-busy, so that screen readers do not read out each file. */
  const set = (text: string, isBusy = false) => {
    place.hidden = false;
    place.ariaBusy = String(isBusy);
    if (place.textContent !== text) place.textContent = text;
  };
  const offerToStore = (text: string) => {
    set(text);
    if (!store) return;
    const again = button('btn quiet', words('storeNow'), () => {
      grewMs = Date.now();
      set(words('begun'), true);
      // The button that had the focus is removed, so the focus is moved.
      place.focus();
      store().then(follow, () => offerToStore(words('failed')));
    });
    place.append(' ', again);
  };
  const follow = async (current: ServiceWorkerRegistration): Promise<void> => {
    // Reports the version in use, not a newer one that is still being stored.
    const worker = current.active ?? current.waiting ?? current.installing;
    const status = worker && (await ask(worker));
    if (!worker) return offerToStore(words('failed'));
    if (current.active && status && status.stored >= status.of) {
      const persisted = await navigator.storage?.persisted?.().catch(() => false);
      const mb = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 }).format(status.bytes / 1e6);
      return set(
        `${words('stored', { mb, version: status.version })} ${words(persisted ? 'stays' : 'mayGo')}`,
      );
    }
    if (status && status.stored !== stored) {
      stored = status.stored;
      grewMs = Date.now();
    }
    // Deleted by the browser, and no connection to store it again, or the host does not give it.
    if (current.active && (!navigator.onLine || Date.now() - grewMs > STALLED_MS))
      return offerToStore(words('failed'));
    set(status ? words('storing', { n: status.stored, of: status.of }) : words('begun'), true);
    setTimeout(() => void follow(current), ASK_AGAIN_MS);
  };
  if (typeof found === 'string') offerToStore(words(found));
  else void follow(found);
}

/** A worker's answer; undefined when it gives none in time. */
function ask(worker: ServiceWorker): Promise<Status | undefined> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event: MessageEvent<Status>) => resolve(event.data);
    setTimeout(resolve, ANSWER_LIMIT_MS);
    worker.postMessage('status', [port2]);
  });
}
