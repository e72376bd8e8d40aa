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
  // Redirect, so that the address people copy has its slash: not every host adds it.
  if (addresses.has(`${plain}/`)) return { kind: 'needs-slash', address: `${plain}/` };
  return { kind: 'unknown' };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // Malformed percent-encoding: no file of the list has such an address.
    return path;
  }
}
