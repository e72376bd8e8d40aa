/**
 * The service worker: after the first visit every address of the course is answered from this device.
 *
 * A worker serves only the files of its own list (one version). A newer worker fills a cache of its own, waits, and
 * activates when a page sends "take" or when no page of the course is open.
 */
import { type FileList, MISSING_PAGE } from './file-list.ts';
import { resolve } from './resolve.ts';
import { storeAll } from './store.ts';
import type { WorkerScope } from './worker-scope.ts';

/** Replaced at build time by `integrations/offline.ts`. */
declare const FILE_LIST: FileList;

const worker = self as unknown as WorkerScope;
const scope = worker.registration.scope;
const base = new URL(scope).pathname;
const addresses = new Set(FILE_LIST.files.map(([address]) => address));
// Several courses may share a host: the base path keeps their caches apart.
const ours = `listen-first edition ${base} `;
/** As they were named before; `adapters/take-over.ts` tells by them which editions were here then. */
const oursBefore = `listen-first ${base} `;
const name = ours + FILE_LIST.version;

/** Caches of this edition, in the order in which they were made. */
async function allNames(): Promise<string[]> {
  return (await caches.keys()).filter((other) => other.startsWith(ours) || other.startsWith(oursBefore));
}

async function otherNames(): Promise<string[]> {
  return (await allNames()).filter((other) => other !== name);
}

async function store(): Promise<void> {
  const others = await Promise.all((await otherNames()).map((other) => caches.open(other)));
  await storeAll(FILE_LIST, scope, await caches.open(name), others.reverse());
}

/**
 * Deletes older versions, once nothing can ask for them. A second page may still run the old version's scripts, and one
 * that is being stored copies from here: then it waits for the next page load. A newer version that is stored in part
 * stays, and is gone on with when its worker is found again.
 */
async function tidy(): Promise<void> {
  const all = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const pages = all.filter(({ url }) => url.startsWith(scope));
  const made = await allNames();
  const { installing, waiting } = worker.registration;
  if (!installing && !waiting && pages.length < 2)
    await Promise.all(made.slice(0, Math.max(0, made.indexOf(name))).map((other) => caches.delete(other)));
}

async function answer(request: Request, path: string, search: string): Promise<Response> {
  const found = resolve(path, addresses);
  if (found.kind === 'needs-slash')
    return Response.redirect(new URL(found.address, scope).href + search, 302);
  const kept = found.kind === 'file' ? await fromCache(name, found.address) : undefined;
  if (kept) return kept;
  // A script of the previous version, requested by a page that is still open.
  if (request.mode !== 'navigate')
    for (const other of await otherNames()) {
      const old = await fromCache(other, path);
      if (old) return old;
    }
  try {
    return await fetch(request);
  } catch (error) {
    const missing = request.mode === 'navigate' ? await fromCache(name, MISSING_PAGE) : undefined;
    if (!missing) throw error;
    return new Response(missing.body, { status: 404, headers: missing.headers });
  }
}

async function fromCache(cacheName: string, address: string): Promise<Response | undefined> {
  return (await caches.open(cacheName)).match(new URL(address, scope).href);
}

worker.addEventListener('install', (event) => event.waitUntil(store()));

// Pages that were open before the first visit was stored belong to it too, or their later scripts would need a network.
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim().then(tidy)));

worker.addEventListener('fetch', (event) => {
  const { origin, pathname, search } = new URL(event.request.url);
  if (event.request.method !== 'GET' || origin !== self.location.origin || !pathname.startsWith(base)) return;
  event.respondWith(answer(event.request, pathname.slice(base.length), search));
});

worker.addEventListener('message', (event) => {
  if (event.data === 'take') event.waitUntil(worker.skipWaiting());
  // A page has loaded: store again what was deleted from the cache, then delete old versions.
  if (event.data === 'tend') event.waitUntil(store().then(tidy, () => undefined));
  if (event.data === 'status')
    event.waitUntil(status().then((answered) => event.ports[0]?.postMessage(answered)));
});

async function status() {
  const { version, bytes, files } = FILE_LIST;
  return { version, bytes, stored: (await (await caches.open(name)).keys()).length, of: files.length };
}
