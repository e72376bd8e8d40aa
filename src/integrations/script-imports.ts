import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/**
 * The scripts given and all that they import, as the built files say.
 *
 * @param root The site's folder. `base`: path under which it was built, slash at both ends.
 * @param start Paths of scripts in that folder.
 * @param kind `static` follows what comes along at once, `all` also `import()`.
 * @returns Paths in the folder, those given first.
 * @throws {Error} when a script that is named is not there, or is imported from outside the base path.
 */
export function withImports(
  root: string,
  base: string,
  start: Iterable<string>,
  kind: 'static' | 'all',
): Set<string> {
  const seen = new Set<string>(start);
  for (const file of seen) {
    for (const imported of importsOf(root, base, file, kind)) seen.add(imported);
  }
  return seen;
}

function importsOf(root: string, base: string, file: string, kind: 'static' | 'all'): string[] {
  const code = readFileSync(join(root, file), 'utf8');
  const fixed = /\b(?:import|export)\b\s*(?:[\w$*{}\s,]+?\bfrom\s*)?["'`]([^"'`\n]+\.js)["'`]/g;
  const lazy = /\bimport\(\s*["'`]([^"'`\n]+\.js)["'`]/g;
  const found = [fixed, ...(kind === 'all' ? [lazy] : [])].flatMap((pattern) =>
    [...code.matchAll(pattern)].map((match) => match[1] ?? ''),
  );
  // A string in a script may look like an import; it counts only if the file exists.
  return found
    .filter((url) => /^[./]/.test(url))
    .map((url) => fileOf(url, base, file))
    .filter((path) => existsSync(join(root, path)));
}

/**
 * Path in the site's folder of a URL that stands in a file.
 *
 * @param from Path of that file.
 * @throws {Error} when the URL is not under the base path.
 */
export function fileOf(url: string, base: string, from: string): string {
  const path = decodeURI(url.split(/[?#]/)[0] ?? '');
  if (!path.startsWith('/')) return posix.join(dirname(from), path);
  if (!path.startsWith(base)) throw new Error(`${from} loads ${url}, which is not under ${base}.`);
  return path.slice(base.length);
}
