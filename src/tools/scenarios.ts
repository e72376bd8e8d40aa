/** `npm run scenarios [-- id …] [-- --json]`: proves the role-plays and prints their figures. */
import { existsSync, readdirSync } from 'node:fs';
import { ContentFiles, type LoadedScenario, loadScenario } from '../core/course/index.ts';
import { percentText } from '../core/percent/index.ts';
import { didYouMean, formatProblem } from '../core/problem/index.ts';
import { nodeFiles } from '../integrations/node-files.ts';

const FOLDER = 'content/scenarios';

const args = process.argv.slice(2);
const json = args.includes('--json');
const all = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(`${FOLDER}/${entry.name}/scenario.yaml`))
  .map((entry) => entry.name);
const named = args.filter((arg) => !arg.startsWith('--'));
const unknown = named.find((id) => !all.includes(id));
if (unknown !== undefined) {
  console.error(
    `No role-play is called "${unknown}". ${didYouMean(unknown, all, `name one of ${all.join(', ')}`)}`,
  );
  process.exit(1);
}

const files = new ContentFiles(nodeFiles(process.cwd()));
const out: Record<string, unknown> = {};
for (const id of named.length > 0 ? named : all) {
  const loaded = loadScenario(files, `${FOLDER}/${id}`, 'en');
  if (!loaded) continue;
  const { scenario, figures, dropped } = loaded;
  out[id] = { version: scenario.version, ...figures, dropped };
  if (!json) print(id, loaded);
}
const problems = files.problems;
if (json) console.log(JSON.stringify({ scenarios: out, problems }, null, 2));
else for (const problem of problems) console.error(`\n${formatProblem(problem)}`);
if (problems.length > 0) {
  if (!json) console.error(`\n${problems.length} problem${problems.length === 1 ? '' : 's'}.`);
  process.exitCode = 1;
}

function print(id: string, { scenario, words, figures: f, dropped = {} }: LoadedScenario): void {
  console.log(`\n${words.title} (${id}, version ${scenario.version})`);
  if (!f) {
    console.log('  no figures: correct the problems below first');
    return;
  }
  const points = Object.entries(f.mostPerCompetency).map(([competency, most]) => `${competency} ${most}`);
  const away = Object.entries(dropped).map(([decision, names]) => `${decision}: ${names.join(' ')}`);
  const lines = {
    size: `${f.states} states, ${f.decisions} decisions, ${f.choices} choices, ${f.endings} endings`,
    'shortest run': `${f.shortestRun} decisions; ${f.shortestMinutes.toFixed(1)} minutes to read the one with the fewest words`,
    'longest run': `${f.longestRun} decisions; ${f.longestMinutes.toFixed(1)} minutes to read the one with the most words`,
    points: `least ${f.leastPoints}, greatest ${f.mostPoints} (by competency: ${points.join(', ')})`,
    'random runs that pass': percentText(f.randomPassShare, 3),
    'left out of the state where nothing reads it any more': away.length > 0 ? '' : 'nothing',
  };
  for (const [name, value] of Object.entries(lines)) console.log(`  ${name}: ${value}`.trimEnd());
  for (const line of away) console.log(`    ${line}`);
}
