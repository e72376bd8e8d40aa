/** Downloads all files of a version into its own cache, in small groups, with retries, and checks each file's hash. */
import { type FileList, HASH_DIGITS } from './file-list.ts';

/** Downloads at the same time; few, so that the open page keeps bandwidth. */
const AT_ONCE = 4;
/** Waiting times before retries, in milliseconds. When the last one fails, the install fails; the next page load resumes it. */
const WAITS_MS = [1_000, 4_000, 15_000];
const TRY_LIMIT_MS = 60_000;
const HASH_HEADER = 'x-content-hash';
/**
 * What is kept of a host's headers: the type, and what protects a page and can be said in no other way. All else stays
 * behind. Some would keep the file from being stored (`Vary: *`), some are wrong of a body that was unpacked
 * (`Content-Encoding`, `Content-Length`), some ask for things again at each opening (`Refresh`, `Link`,
 * `Clear-Site-Data`), and nothing on a device needs the rest.
 */
const KEPT_HEADERS = [
  'content-type',
  'content-language',
  'content-security-policy',
  'cross-origin-embedder-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'permissions-policy',
  'referrer-policy',
  'x-content-type-options',
  'x-frame-options',
];

/**
 * Stores what is still missing. Files that an older version has with the same content are copied, not loaded again.
 *
 * @param scope Address of the worker's scope, with a slash at its end.
 * @param older Caches of other versions.
 * @throws {Error} that names a file which could not be had; what is stored by then stays for the next try.
 */
export async function storeAll(
  list: FileList,
  scope: string,
  cache: Cache,
  older: readonly Cache[],
): Promise<void> {
  const kept = new Set((await cache.keys()).map((request) => request.url));
  const missing = list.files.filter(([address]) => !kept.has(new URL(address, scope).href));
  let failure: unknown;
  const lane = async () => {
    for (let next = missing.shift(); next && !failure; next = missing.shift()) {
      const url = new URL(next[0], scope).href;
      try {
        await cache.put(url, (await copied(url, next[1], older)) ?? (await loaded(url, next[1])));
      } catch (error) {
        failure ??= error;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  if (failure) throw failure;
}

async function copied(url: string, hash: string, older: readonly Cache[]): Promise<Response | undefined> {
  for (const cache of older) {
    const response = await cache.match(url);
    if (response?.headers.get(HASH_HEADER) === hash) return response;
  }
  return undefined;
}

async function loaded(url: string, hash: string): Promise<Response> {
  for (let tries = 0; ; tries++) {
    try {
      // The first try may take what the browser has: the hash tells whether it is of this version. Later ones may not.
      const response = await fetch(url, {
        cache: tries === 0 ? 'default' : 'reload',
        signal: AbortSignal.timeout(TRY_LIMIT_MS),
      });
      if (!response.ok) throw new Error(`${url} was answered with ${response.status}.`);
      const body = await response.arrayBuffer();
      // During a deploy a host may serve files of two versions; the hash refuses those of the other one.
      if ((await hashOf(body)) !== hash) throw new Error(`${url} is not the file of this version.`);
      // Made anew, because a page may not be opened from a response that was redirected, as some hosts do with
      // `404.html`, and no cache takes a 206, with which some proxies answer for a whole file.
      return new Response(body, { headers: keptOf(response.headers, hash) });
    } catch (error) {
      const wait = WAITS_MS[tries];
      if (wait === undefined) throw error;
      await new Promise((resume) => setTimeout(resume, wait));
    }
  }
}

/** The headers under which a file is stored, with its hash among them. */
export function keptOf(all: Headers, hash: string): Headers {
  const kept = KEPT_HEADERS.flatMap((name) => {
    const value = all.get(name);
    return value === null ? [] : [[name, value] as [string, string]];
  });
  return new Headers([...kept, [HASH_HEADER, hash]]);
}

async function hashOf(body: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, HASH_DIGITS);
}
