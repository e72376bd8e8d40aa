/**
 * `npm run content [-- --module ID] [-- --strict] [-- --sentences]`: checks all content and prints what there is; with
 * `--sentences` also the reading level of each lesson, bank and role-play, and the longest sentences.
 */
import { existsSync, readdirSync } from 'node:fs';
import { percentText } from '../core/percent/index.ts';
import { formatProblem } from '../core/problem/index.ts';
import {
  beyondLimits,
  courseTexts,
  formatSentence,
  longestSentences,
  measure,
} from '../editorial/reading/index.ts';
import { loadContent } from '../integrations/load-content.ts';

const args = process.argv.slice(2);
const only = args.includes('--module') ? args[args.indexOf('--module') + 1] : undefined;
const { content, problems } = loadContent(process.cwd(), {
  lang: 'en',
  country: process.env.COUNTRY,
  today: new Date().toISOString().slice(0, 10),
  strict: args.includes('--strict'),
});
const shown = only ? problems.filter((problem) => problem.file.includes(`/${only}/`)) : problems;
for (const problem of shown) console.error(`${formatProblem(problem)}\n`);
if (content) {
  console.log(
    'module                      lessons   words  minutes  questions  exam  sources/lesson  oldest check',
  );
  for (const module of content.modules) {
    const lessons = module.lessons;
    const questions = Object.values(module.bank);
    const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
    console.log(
      [
        module.id.padEnd(27),
        String(lessons.length).padStart(7),
        String(sum(lessons.map((lesson) => lesson.words))).padStart(7),
        String(sum(lessons.map((lesson) => lesson.minutes))).padStart(8),
        String(questions.length).padStart(10),
        String(questions.filter((question) => question.use !== 'check').length).padStart(5),
        (sum(lessons.map((lesson) => lesson.sources.length)) / Math.max(1, lessons.length))
          .toFixed(1)
          .padStart(15),
        (lessons.map((lesson) => lesson.checkedOn).sort()[0] ?? '').padStart(13),
      ].join(' '),
    );
  }
  console.log(
    `${content.scenarios.length} role-plays · ${Object.keys(content.sources).length} sources · ${Object.keys(content.glossary).length} terms · ${Object.keys(content.country.facts).length} facts for ${content.country.name}`,
  );
  for (const late of content.overdue)
    console.log(`overdue since ${late.lookAgainBy}: ${late.file} ${late.what}`);
  const unlisted = readdirSync('content/modules').filter(
    (id) => existsSync(`content/modules/${id}/module.yaml`) && !content.course.modules.includes(id),
  );
  if (unlisted.length > 0) console.log(`not in course.yaml: ${unlisted.join(', ')}`);
}
if (content && args.includes('--sentences')) {
  const texts = courseTexts(content).filter(({ file }) => !only || file.includes(`/${only}/`));
  console.log('\nwords/sentence    LIX  Flesch  over 30  file');
  for (const [file, own] of Map.groupBy(
    texts.filter(({ isProse }) => isProse),
    ({ file }) => file,
  )) {
    const level = measure(own.map(({ text }) => text));
    const numbers = [
      level.wordsPerSentence.toFixed(1).padStart(14),
      level.lix.toFixed(1).padStart(6),
      level.flesch.toFixed(1).padStart(7),
      percentText(level.longSentenceShare).padStart(8),
    ];
    console.log(
      `${numbers.join(' ')}  ${file}${beyondLimits(level).length > 0 ? '  (beyond the limit)' : ''}`,
    );
  }
  console.log(`\nThe longest sentences:\n\n${longestSentences(texts, 30).map(formatSentence).join('\n\n')}`);
}
if (shown.length > 0) {
  console.error(`${shown.length} problem${shown.length === 1 ? '' : 's'}.`);
  process.exitCode = 1;
}
