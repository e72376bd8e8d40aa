/**
 * Keeps the course on this device once it was asked for: registers the worker, offers a new version, says what is stored.
 *
 * Built by the offline integration into one file, `offline.js`, at the root of the site, because it is loaded after
 * the first view and must not add to it. The base path is read from its own URL.
 */
import { say } from '../core/i18n/index.ts';
import { isControlledBy, offerNewVersion } from './offline-offer.ts';
import { showOfflineStatus } from './offline-status.ts';

/** Strings under "offline." of every language, put in by the integration. */
declare const OFFLINE_WORDS: Record<string, Record<string, string>>;
/** What storing loads, in bytes as a host that compresses sends them, put in by the integration. */
declare const OFFLINE_BYTES: number;

/** Registrations whose new versions are offered: once each, however often the learner asks to store. */
const watched = new WeakSet<ServiceWorkerRegistration>();
const CHECK_AGAIN_MS = 60_000;
const root = new URL('./', import.meta.url);
const lang = document.documentElement.lang;
const ui = OFFLINE_WORDS[lang] ?? {};

function head(rel: string, href: string): void {
  const link = document.createElement('link');
  link.rel = rel;
  link.href = new URL(href, root).href;
  document.head.append(link);
}

const register = () =>
  // The browser's cache must not hide a new worker.
  navigator.serviceWorker.register(new URL('sw.js', root), { scope: root.pathname, updateViaCache: 'none' });

/** Registers, and asks for a newer version now and whenever the learner comes back to the page. */
async function keep(): Promise<ServiceWorkerRegistration> {
  const registration = await register();
  if (isControlledBy(registration)) navigator.serviceWorker.controller?.postMessage('tend');
  if (watched.has(registration)) return registration;
  watched.add(registration);
  offerNewVersion(registration, (key) => say(ui, `offline.${key}`));
  let checkedMs = 0;
  const check = () => {
    if (document.visibilityState !== 'visible' || Date.now() - checkedMs < CHECK_AGAIN_MS) return;
    checkedMs = Date.now();
    // Fails without a network, which needs no message. A first store that failed is tried again.
    void (registration.active ? registration.update() : register()).catch(() => undefined);
  };
  if (registration.active) check();
  document.addEventListener('visibilitychange', check);
  addEventListener('online', check);
  return registration;
}

async function start(): Promise<void> {
  // Inside a frame another program owns the page: a learning platform, or the edition for a USB stick.
  if (window.parent !== window || !isSecureContext) return;
  head('manifest', `${lang}/app.webmanifest`);
  head('apple-touch-icon', 'icon-180.png');
  const place = document.querySelector<HTMLElement>('[data-offline-status]');
  const mb = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 }).format(OFFLINE_BYTES / 1e6);
  const words = (key: string, values?: Record<string, string | number>) =>
    say(ui, `offline.${key}`, { mb, ...values });
  if (!('serviceWorker' in navigator)) {
    if (place) showOfflineStatus(place, words, lang, 'unsupported', undefined);
    return;
  }
  // Rejected where the browser lets no website keep anything.
  const known = await navigator.serviceWorker.getRegistration(root.href).catch(() => null);
  // A browser also names the worker of another edition, whose base path is the beginning of ours.
  const isAsked = known?.scope === root.href;
  // Nothing is loaded for later use before the learner has been told how much that is, and has asked for it.
  const registration = isAsked ? await keep().catch(() => undefined) : undefined;
  const missing = isAsked || known === null ? 'failed' : 'notStored';
  if (place) showOfflineStatus(place, words, lang, registration ?? missing, keep);
}

void start();
