/**
 * `npm run release`: keeps today's grading content under its hash, so that certificates can be verified for ever. COUNTRY
 * as for the build: a question of one country is not in the content of another.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { changedReleases, keptReleases, versionProblems } from '../core/course/index.ts';
import { contentOnce } from '../integrations/content-once.ts';
import { languagesOf } from '../integrations/load-content.ts';
import { nodeFiles } from '../integrations/node-files.ts';
import { release } from '../integrations/site.ts';

const root = process.cwd();
const loaded = languagesOf(root).map(contentOnce);
if (loaded.some(({ problems }) => problems.length > 0)) {
  console.error('The content has problems: run "npm run content".');
  process.exit(1);
}
// The same text in every language, so one of them is enough.
const content = loaded[0]?.content;
if (!content) {
  console.error('There is no language: content/ui/ has no file.');
  process.exit(1);
}
const { json, hash, grading } = release(content);
const kept = keptReleases(nodeFiles(root));
const wrong = [...changedReleases(kept), ...versionProblems(kept, grading)];
for (const problem of wrong) console.error(`${problem.what} ${problem.mend} [${problem.code}]`);
if (wrong.length > 0) process.exit(1);
const path = `content/releases/${hash}.json`;
mkdirSync('content/releases', { recursive: true });
if (existsSync(path)) console.log(`${path} is released already.`);
else {
  writeFileSync(path, json);
  console.log(
    `Released ${path}: commit it. Certificates of content ${content.course.contentVersion} name ${hash}.`,
  );
}
