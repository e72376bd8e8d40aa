/** `npm run review [-- --lang en]`: writes a printable review sheet per part of the course and role into review-sheets/. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ContentFiles } from '../core/course/index.ts';
import { formatProblem } from '../core/problem/index.ts';
import { indexHtml, reviewSheets, rolesProblems, sheetHtml, sheetRow } from '../editorial/review/index.ts';
import { reviewRolesSchema, reviewWordsSchema } from '../editorial/review/schema.ts';
import { loadContent } from '../integrations/load-content.ts';
import { nodeFiles } from '../integrations/node-files.ts';

const args = process.argv.slice(2);
const lang = (args.includes('--lang') ? args[args.indexOf('--lang') + 1] : undefined) ?? 'en';
const root = process.cwd();
const today = new Date().toISOString().slice(0, 10);
const { content, problems } = loadContent(root, { lang, country: process.env.COUNTRY, today });
const files = new ContentFiles(nodeFiles(root));
const rolesFile = 'content/review/roles.yaml';
const roles = files.read(rolesFile, reviewRolesSchema);
const words = files.read(`content/review/${lang}.yaml`, reviewWordsSchema);
if (content && roles && words)
  for (const { file, ...problem } of rolesProblems(content, roles, words, rolesFile))
    files.report(file, problem);
const wrong = [...problems, ...files.problems];
for (const problem of wrong) console.error(`${formatProblem(problem)}\n`);

if (!content || !roles || !words || wrong.length > 0) {
  console.error(
    `No sheets were written: ${wrong.length} problem${wrong.length === 1 ? '' : 's'} in the content, listed above.`,
  );
  process.exitCode = 1;
} else {
  const folder = join(root, 'review-sheets');
  const sheets = reviewSheets(content, roles, words);
  const setting = { course: content, words, today };
  mkdirSync(folder, { recursive: true });
  for (const sheet of sheets) writeFileSync(join(folder, sheet.file), sheetHtml(sheet, setting));
  writeFileSync(join(folder, 'index.html'), indexHtml(sheets, setting));

  console.log(
    'sheet                                              statements  first  sentences  questions  facts  ratings  terms  diagrams  minutes',
  );
  const widths = [12, 7, 11, 11, 7, 9, 7, 10, 9];
  const line = (name: string, row: readonly number[]) =>
    console.log(name.padEnd(49) + row.map((value, i) => String(value).padStart(widths[i] ?? 8)).join(''));
  for (const role of roles.roles) {
    const own = sheets.filter((sheet) => sheet.role === role);
    for (const sheet of own) line(sheet.file.replace('.html', ''), sheetRow(sheet));
    if (own.length > 0)
      line(
        `  ${words.roles[role] ?? role}, ${own.length} sheets`,
        own.map(sheetRow).reduce((sum, row) => sum.map((value, i) => value + (row[i] ?? 0))),
      );
  }
  console.log(
    `\n${sheets.length} sheets and index.html in review-sheets/. Open index.html in a browser, or print the files.`,
  );
  // Old files are not deleted: somebody may have saved one that is filled in.
  const left = readdirSync(folder).filter(
    (name) => name.endsWith('.html') && name !== 'index.html' && !sheets.some(({ file }) => file === name),
  );
  if (left.length > 0) console.log(`Not made by this run: ${left.join(', ')}`);
}
