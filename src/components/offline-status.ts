/** What is stored on this device, said truthfully on the record page. */
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

/**
 * Fills a paragraph, and again while the course is being stored.
 *
 * @param registration undefined when there is none: not supported, refused, or not wanted yet.
 * @param store Registers when asked to; undefined when the browser cannot.
 */
export function showOfflineStatus(
  place: HTMLElement,
  words: Words,
  lang: string,
  registration: ServiceWorkerRegistration | undefined,
  store: (() => Promise<ServiceWorkerRegistration>) | undefined,
): void {
  const set = (text: string) => {
    place.hidden = false;
    if (place.textContent !== text) place.textContent = text;
  };
  const offerToStore = (text: string) => {
    set(text);
    if (!store) return;
    const again = button('btn quiet', words('storeNow'), () => {
      set(words('begun'));
      store().then(follow, () => offerToStore(words('failed')));
    });
    place.append(' ', again);
  };
  const follow = async (current: ServiceWorkerRegistration): Promise<void> => {
    // The version in use is what counts; one that is being stored beside it is no concern of the learner yet.
    const worker = current.active ?? current.waiting ?? current.installing;
    const status = worker && (await ask(worker));
    if (!worker) return offerToStore(words('failed'));
    if (current.active && status && status.stored >= status.of) {
      const persisted = (await navigator.storage?.persisted?.()) ?? false;
      const mb = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 }).format(status.bytes / 1e6);
      return set(
        `${words('stored', { mb, version: status.version })} ${words(persisted ? 'stays' : 'mayGo')}`,
      );
    }
    // Deleted by the browser, and no connection to store it again.
    if (current.active && !navigator.onLine) return offerToStore(words('failed'));
    set(status ? words('storing', { n: status.stored, of: status.of }) : words('begun'));
    setTimeout(() => void follow(current), ASK_AGAIN_MS);
  };
  if (registration) void follow(registration);
  else offerToStore(words(store ? 'notStored' : 'unsupported'));
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
