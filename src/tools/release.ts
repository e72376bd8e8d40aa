/**
 * `npm run release`: keeps today's grading content under its hash, so that certificates can be verified for ever. COUNTRY
 * as for the build: a question of one country is not in the content of another.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { contentOnce } from '../integrations/content-once.ts';
import { changedReleases, versionProblems } from '../integrations/releases.ts';
import { gradingContent, release } from '../integrations/site.ts';

const { content, problems } = contentOnce('en');
if (!content || problems.length > 0) {
  console.error('The content has problems: run "npm run content".');
  process.exit(1);
}
const wrong = [...changedReleases(process.cwd()), ...versionProblems(process.cwd(), gradingContent(content))];
for (const problem of wrong) console.error(`${problem.what} ${problem.mend} [${problem.code}]`);
if (wrong.length > 0) process.exit(1);
const { json, hash } = release(content);
const path = `content/releases/${hash}.json`;
mkdirSync('content/releases', { recursive: true });
if (existsSync(path)) console.log(`${path} is released already.`);
else {
  writeFileSync(path, json);
  console.log(
    `Released ${path}: commit it. Certificates of content ${content.course.contentVersion} name ${hash}.`,
  );
}
