import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Names of the folders in a folder of `root`; none when it does not exist. */
export function folders(root: string, folder: string): string[] {
  const path = join(root, folder);
  return existsSync(path)
    ? readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
    : [];
}

/** Names of the files of one type in a folder of `root`, without their ending; none when it does not exist. */
export function fileNames(root: string, folder: string, ending: '.yaml' | '.mdx' | '.svg'): string[] {
  const path = join(root, folder);
  return existsSync(path)
    ? readdirSync(path)
        .filter((name) => name.endsWith(ending))
        .map((name) => name.slice(0, -ending.length))
    : [];
}

/** Languages that have interface strings: a language is added by adding its files. */
export function languagesOf(root: string): string[] {
  return readdirSync(join(root, 'content/ui'))
    .filter((name) => /^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*\.yaml$/.test(name))
    .map((name) => name.slice(0, -5));
}
