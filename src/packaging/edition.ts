/**
 * One packaging for wherever there is no web host: the pages as built, made relative, with one classic script, inside a
 * shell that owns the state. The edition for a USB stick is this folder; packages for learning platforms start from it.
 * Why it is so: docs/decisions/0015-one-packaging.md.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { say, type Ui } from '../core/i18n/index.ts';
import { PACKING_BASE, relativeAddresses } from './addresses.ts';
import { packPage } from './pages.ts';
import { packScripts, packShell } from './scripts.ts';

export interface EditionReport {
  pages: number;
  files: number;
  bytes: number;
}

/** Temporary output folder, moved into place when everything has been written. */
const UNFINISHED = 'listen-first.half';
/** Files that operating systems create on a removable disk. */
const OF_THE_DISK = /^(\.|lost\+found$|System Volume Information$)/;
/** Folder of the course beside the shell. */
const COURSE = 'course/';
const SCRIPT = 'course.js';
/** Only a website can use these: the worker and its helpers, what hosts read, and the root index.html redirect, which the shell replaces. */
const LEFT_BEHIND = /^(sw\.js|offline\.js|index\.html|_headers|_redirects|\.nojekyll)$|\.webmanifest$/;
/** Fetched by scripts on a website. Pages opened from files cannot fetch, so these are packed as scripts. */
const TEXT_DATA = /\.json$/;
const BINARY_DATA = /\.(woff|icc)$/;
/** Pages that are opened outside the shell's frame. */
const ALONE = /^away\//;

/**
 * Packs a built site.
 *
 * @param site Folder of the site, built with `BASE=/__listen-first__/`.
 * @param project Folder with `src/`.
 * @param out Folder to write: new, empty, or an earlier edition, which is replaced.
 * @param edition Name under which it keeps things in a browser (core/edition); the site was built with the same.
 * @param lang BCP 47 tag of the language that is shown first. `ui`: its strings.
 * @throws {Error} that names the file, when something in the site cannot be packed.
 */
export async function packEdition(
  site: string,
  project: string,
  out: string,
  edition: string,
  lang: string,
  ui: Ui,
): Promise<EditionReport> {
  refuseForeign(out);
  // Written to a temporary folder and moved when complete, so that an error leaves the earlier edition as it was. The
  // temporary folder is inside `out`, because `out` may be the root of the stick, which cannot be replaced or renamed.
  const half = join(out, UNFINISHED);
  rmSync(half, { recursive: true, force: true });
  const course = join(half, COURSE);
  const files = filesOf(site).filter((file) => !LEFT_BEHIND.test(file));
  const pages = files.filter((file) => file.endsWith('.html'));
  const modules = new Set<string>();
  const inline = new Set<string>();
  const write = (file: string, content: string) => {
    mkdirSync(dirname(join(course, file)), { recursive: true });
    writeFileSync(join(course, file), content);
  };
  for (const file of pages) {
    const packed = packPage(site, file, readFileSync(join(site, file), 'utf8'), SCRIPT, ALONE.test(file));
    write(file, packed.html);
    for (const module of packed.modules) modules.add(module);
    for (const text of packed.inline) inline.add(text);
  }
  for (const file of files) {
    const content = readFileSync(join(site, file));
    if (TEXT_DATA.test(file)) write(`${file}.js`, dataScript(file, { text: content.toString('utf8') }));
    else if (BINARY_DATA.test(file))
      write(`${file}.js`, dataScript(file, { base64: content.toString('base64') }));
    else if (file.endsWith('.css'))
      write(
        file,
        relativeAddresses(content.toString('utf8'), file, (path) => path),
      );
    else if (!/\.(html|js)$/.test(file)) copy(join(site, file), join(course, file));
  }
  await packScripts(project, site, [...modules].sort(), [...inline], join(course, SCRIPT), edition);

  const addresses = pages
    .filter((file) => !ALONE.test(file) && file !== '404.html')
    .map((file) => file.replace(/(^|\/)index\.html$/, '$1'))
    .sort((a, b) => Number(b === `${lang}/`) - Number(a === `${lang}/`) || (a < b ? -1 : 1));
  await packShell(project, join(course, 'shell.js'), {
    PAGES: addresses,
    COURSE,
    __EDITION__: edition,
  });
  copy(join(project, 'src/packaging/shell/shell.css'), join(course, 'shell.css'));
  const shell = readFileSync(join(project, 'src/packaging/shell/index.html'), 'utf8');
  const fill: Record<string, string> = {
    title: say(ui, 'site.name'),
    noScript: say(ui, 'usb.noScript'),
    onPaper: say(ui, 'usb.onPaper'),
    framed: say(ui, 'usb.framed'),
    course: COURSE,
    first: `${addresses[0] ?? ''}index.html`,
  };
  writeFileSync(
    join(half, 'index.html'),
    shell
      .replace('lang="en"', `lang="${lang}"`)
      .replaceAll(/\{(\w+)\}/g, (_, name: string) => escaped(fill[name] ?? '')),
  );
  writeFileSync(join(half, 'README.txt'), say(ui, 'usb.readme').replaceAll(/\r?\n/g, '\r\n'));

  const written = filesOf(half);
  for (const file of written) {
    if (/\.(html|css|js)$/.test(file) && readFileSync(join(half, file), 'utf8').includes(PACKING_BASE))
      throw new Error(`${file}: still contains an address of the website (${PACKING_BASE}…).`);
  }
  const bytes = written.reduce((sum, file) => sum + statSync(join(half, file)).size, 0);
  for (const name of readdirSync(half)) {
    rmSync(join(out, name), { recursive: true, force: true });
    renameSync(join(half, name), join(out, name));
  }
  rmSync(half, { recursive: true });
  return {
    pages: pages.length,
    files: written.length,
    bytes,
  };
}

/** Refuses a folder with other files in it, which packing would delete: `out` is typed by hand and may be the stick's root. */
function refuseForeign(out: string): void {
  const names = (existsSync(out) ? readdirSync(out) : []).filter(
    (name) => name !== UNFINISHED && !OF_THE_DISK.test(name),
  );
  if (names.length === 0 || existsSync(join(out, COURSE, 'shell.js'))) return;
  throw new Error(
    `${out} contains ${names.length} files or folders that are not part of an edition of this course, and packing would delete them. Name an empty or new folder in it, such as ${join(out, 'listen-first')}.`,
  );
}

function dataScript(file: string, content: { text: string } | { base64: string }): string {
  return `ListenFirst.data(${JSON.stringify(file)},${JSON.stringify(content)});\n`;
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
}

/** Paths of all files within a folder, with slashes. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'))
    .map((file) => posix.normalize(file))
    .sort();
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
