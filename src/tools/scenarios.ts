/** `npm run scenarios [-- id …] [-- --json]`: proves the role-plays and prints their figures. */
import { existsSync, readdirSync } from 'node:fs';
import { formatProblem } from '../core/problem/index.ts';
import { loadScenario } from '../integrations/scenario-files.ts';
import { ContentFiles } from '../integrations/yaml-files.ts';

const args = process.argv.slice(2);
const json = args.includes('--json');
const wanted = args.filter((arg) => !arg.startsWith('--'));
const folder = 'content/scenarios';
const all = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(`${folder}/${entry.name}/scenario.yaml`))
  .map((entry) => entry.name);
const files = new ContentFiles(process.cwd());
const out: Record<string, unknown> = {};
for (const id of wanted.length > 0 ? wanted : all) {
  const loaded = loadScenario(files, `${folder}/${id}`, 'en');
  if (loaded?.figures) out[id] = { ...loaded.figures, dropped: loaded.dropped };
  if (json || !loaded?.figures) continue;
  const f = loaded.figures;
  console.log(`\n${loaded.words.title} (${id}, version ${loaded.scenario.version})`);
  console.log(
    `  ${f.states} states · ${f.decisions} decisions · ${f.choices} choices · ${f.endings} endings`,
  );
  console.log(
    `  runs of ${f.shortestRun} to ${f.longestRun} decisions, ${f.shortestMinutes.toFixed(1)} to ${f.longestMinutes.toFixed(1)} minutes of reading`,
  );
  console.log(
    `  points ${f.leastPoints} to ${f.mostPoints} (${Object.entries(f.mostPerCompetency)
      .map(([c, n]) => `${c} ${n}`)
      .join(', ')})`,
  );
  console.log(`  random runs that pass: ${(f.randomPassShare * 100).toFixed(2)} %`);
  const dropped = Object.entries(loaded.dropped ?? {});
  console.log(
    `  not kept where nothing reads it any more: ${dropped.map(([decision, names]) => `${decision}: ${names.join(' ')}`).join(' · ') || 'nothing'}`,
  );
}
if (json) console.log(JSON.stringify({ scenarios: out, problems: files.problems }, null, 2));
else for (const problem of files.problems) console.error(`\n${formatProblem(problem)}`);
if (files.problems.length > 0) {
  if (!json) console.error(`\n${files.problems.length} problem${files.problems.length === 1 ? '' : 's'}.`);
  process.exitCode = 1;
}
