/** The licence notice of an installed npm package, read from its folder. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

export interface Notice {
  /** Name and version: `react 19.3.1`. */
  title: string;
  /** As the package states it, usually an SPDX expression; "see below" when only a file says it. */
  licence: string;
  /** Where its source is, or ''. */
  source: string;
  /** The texts of its licence and notice files. */
  text: string;
}

interface PackageJson {
  name?: string;
  version?: string;
  license?: string;
  author?: string | { name?: string };
  repository?: string | { url?: string };
}

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-]|$)/i;

/**
 * @param file Path of a file, absolute or relative to `project`.
 * @returns The folder of the npm package that the file belongs to; undefined for a file of the project itself.
 */
export function packageOf(file: string, project: string): string | undefined {
  const path = resolve(project, file);
  if (!path.replaceAll('\\', '/').includes('/node_modules/')) return undefined;
  for (let folder = dirname(path); basename(folder) !== 'node_modules'; folder = dirname(folder)) {
    // A package.json in a subfolder that only sets the module type has no version.
    if (existsSync(join(folder, 'package.json')) && readPackage(folder).version !== undefined) return folder;
    if (folder === dirname(folder)) break;
  }
  return undefined;
}

/**
 * @param folder Folder of an npm package.
 * @returns Its notice, or the problem in words when it states no licence or states one without the text.
 */
export function noticeOf(folder: string): Notice | { problem: string } {
  const { name, version, license, author, repository } = readPackage(folder);
  const title = `${name} ${version}`;
  const files = readdirSync(folder).filter((file) => LICENCE_FILE.test(file));
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8'));
  const holder = typeof author === 'string' ? author : author?.name;
  if (texts.length === 0 && license === 'MIT' && holder) texts.push(mitText(holder));
  const stated = typeof license === 'string' && license !== 'UNLICENSED' ? license : undefined;
  if (texts.length === 0)
    return {
      problem: stated
        ? `${title} states "${stated}" in its package.json, but has no file LICENSE with the text.`
        : `${title} has no licence: its package.json has no "license", and there is no file LICENSE.`,
    };
  const url = typeof repository === 'string' ? repository : repository?.url;
  return {
    title,
    licence: stated ?? 'see below',
    source: (url ?? '').replace(/^git\+/, '').replace(/\.git$/, ''),
    text: texts.join('\n\n'),
  };
}

function readPackage(folder: string): PackageJson {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageJson;
}

/** For packages that state MIT and an author but publish no licence file. Text: https://spdx.org/licenses/MIT.html */
function mitText(holder: string): string {
  return `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
}
