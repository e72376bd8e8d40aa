/** What the list has for a request: a file, a file whose address lacks its slash, or nothing. */
export type Resolved = { kind: 'file' | 'needs-slash'; address: string } | { kind: 'unknown' };

/**
 * Finds a request's file as a plain web host would.
 *
 * Query strings and fragments are no part of `path`: pages read them themselves.
 *
 * @param path Path under the worker's scope as the browser wrote it, percent-encoded: `en/paths`.
 */
export function resolve(path: string, addresses: { has(address: string): boolean }): Resolved {
  const plain = decode(path).replace(/(^|\/)index\.html$/, '$1');
  if (addresses.has(plain)) return { kind: 'file', address: plain };
  // Redirected rather than answered, so that the address people copy is the one that every host knows.
  if (addresses.has(`${plain}/`)) return { kind: 'needs-slash', address: `${plain}/` };
  return { kind: 'unknown' };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray "%" names no file of ours.
    return path;
  }
}
