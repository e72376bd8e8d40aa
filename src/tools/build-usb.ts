/** `npm run build:usb`: the course as one folder that opens from a stick, without a server, a network or an installation. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { courseSchema } from '../core/course/schema.ts';
import type { Ui } from '../core/i18n/index.ts';
import { languagesOf } from '../integrations/load-content.ts';
import { PACKING_BASE } from '../packaging/addresses.ts';
import { packEdition } from '../packaging/edition.ts';
import { runTool } from './run-tool.ts';
import { stickFolder, stickSite } from './stick-folder.ts';

const project = process.cwd();
const site = stickSite();
const out = stickFolder();
const all = languagesOf(project);
const lang = all.includes('en') ? 'en' : (all[0] ?? 'en');
const read = (file: string): unknown => parse(readFileSync(join(project, file), 'utf8'));
const ui = read(`content/ui/${lang}.yaml`) as Ui;

// Sticks of several countries are opened on the same computer, where Chromium has one storage for all files.
const country = process.env.COUNTRY ?? courseSchema.parse(read('content/course.yaml')).country;
const edition = `stick-${country}`;
const code = await runTool('astro', ['build', '--outDir', site], { BASE: PACKING_BASE, EDITION: edition });
if (code !== 0) {
  console.error('\nThe course was not built, so it was not packed; the messages above say what to correct.');
  process.exit(code);
}
const { pages, files, bytes } = await packEdition(site, project, out, edition, lang, ui);
console.log(
  `\n${out}: ${pages} pages, ${files} files, ${(bytes / 1e6).toFixed(1)} MB. Copy the folder; open its index.html.`,
);
