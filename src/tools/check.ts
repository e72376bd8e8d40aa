/**
 * `npm test` after installing, or `npm run check [-- --only=unit,build]`: everything that must hold.
 *
 * Two lanes run side by side, what needs no built site beside what builds it; the journeys and the gallery come when both
 * have passed.
 * After the first step that fails, no other begins. `--changed` runs only what tells most in seconds, and says what it
 * left out.
 *
 * The last line, `N passed, N failed`, counts tests and steps; CI reads it.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { getChromium, getFirefox } from './browser.ts';
import { runTool } from './run-tool.ts';
import { siteFolder, startStaticServer } from './static-server.ts';

interface Count {
  passed: number;
  failed: number;
}
/** Takes a tool's output; undefined where it goes to the screen as it comes. */
type Write = ((output: string) => void) | undefined;
interface Step {
  name: string;
  title: string;
  run(write: Write): Promise<Count>;
}

const REPORTS = '.cache/check';
const isQuick = process.argv.includes('--changed');

/** Steps of one lane run one after the other. */
const lanes: readonly (readonly Step[])[] = [
  [
    {
      name: 'unit',
      title: 'Unit, property, content and architecture tests (Vitest)',
      run: (write) => (isQuick ? changedTests(write) : vitest('unit', write)),
    },
  ],
  [
    { name: 'lint', title: 'Lint and format (Biome)', run: (write) => whole('biome', ['check', '.'], write) },
    { name: 'types', title: 'Types (astro check)', run: (write) => whole('astro', ['check'], write) },
    {
      name: 'build',
      title: 'Build',
      run: (write) => whole('astro', ['build', '--outDir', siteFolder()], write),
    },
    {
      name: 'site',
      title: 'Built pages: HTML, links, policy, weight',
      run: (write) => vitest('site', write, '--config', 'tests/site/vitest.config.ts'),
    },
    {
      name: 'usb',
      title: 'Edition for a USB stick',
      run: (write) => whole('node', ['src/tools/build-usb.ts'], write),
    },
  ],
];
const last: readonly Step[] = [
  { name: 'e2e', title: 'Journeys in a browser (Playwright)', run: journeys },
  {
    name: 'gallery',
    title: 'Every state looked at, in every window and colour scheme (Playwright)',
    run: () => playwright('gallery', 'GALLERY_PORT', 4700, '--config=tests/gallery/playwright.config.ts'),
  },
];
/** Takes minutes and a network, so it runs only when it is named: `npm run check -- --only=omit-dev`. */
const named: readonly Step[] = [
  {
    name: 'omit-dev',
    title: 'Build with nothing installed but dependencies',
    run: (write) => whole('node', ['src/tools/omit-dev.ts'], write),
  },
];
const usual = [...lanes.flat(), ...last];
const all = [...usual, ...named];

const QUICK = ['lint', 'types', 'unit'];
const total: Count = { passed: 0, failed: 0 };
const chosen = chosenSteps();
mkdirSync(REPORTS, { recursive: true });
await Promise.all(lanes.map((lane, i) => runLane(lane, i > 0)));
await runLane(last, false);
await runLane(named, false);
if (isQuick) {
  const left = usual.filter(({ name }) => !QUICK.includes(name)).map(({ name }) => name);
  console.log(
    `\n--changed left out: ${left.join(', ')}, and tests that no changed file reaches. Before you push: npm test`,
  );
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** @param isBeside Keeps what a step writes until it has ended, so that two lanes do not mix on the screen. */
async function runLane(lane: readonly Step[], isBeside: boolean): Promise<void> {
  for (const step of lane.filter(({ name }) => chosen.includes(name))) {
    if (total.failed > 0) return;
    let kept = '';
    const write = isBeside ? (output: string) => (kept += output) : undefined;
    if (!isBeside) console.log(`\n━━ ${step.title}`);
    const start = performance.now();
    const count = await step.run(write).catch((error: unknown): Count => {
      console.error(error instanceof Error ? error.message : error);
      return { passed: 0, failed: 1 };
    });
    total.passed += count.passed;
    total.failed += count.failed;
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const result = count.failed === 0 ? 'passed' : 'FAILED';
    if (isBeside) console.log(`\n━━ ${step.title}`);
    // What a step wrote beside another is shown whole when it failed, and by its end otherwise.
    if (kept) console.log(count.failed > 0 ? kept : kept.trimEnd().split('\n').slice(-6).join('\n'));
    console.log(`── ${step.name}: ${result} in ${seconds} s`);
    if (count.failed > 0) console.log(`\nAgain from here: npm run check -- --only=${step.name}`);
  }
}

/** @returns Names of the steps to run. */
function chosenSteps(): readonly string[] {
  const only = process.argv
    .find((arg) => arg.startsWith('--only='))
    ?.slice('--only='.length)
    .split(',');
  const unknown = only?.filter((name) => !all.some((step) => step.name === name)) ?? [];
  if (unknown.length > 0) {
    console.error(
      `No step is called ${unknown.join(', ')}. Steps are ${all.map((step) => step.name).join(', ')}.`,
    );
    process.exit(1);
  }
  return only ?? (isQuick ? QUICK : usual.map(({ name }) => name));
}

/**
 * Vitest follows imports to the tests that a changed file reaches. Content is read, not imported: a change there runs the
 * tests of content as well.
 */
async function changedTests(write: Write): Promise<Count> {
  const git = spawnSync('git', ['status', '--porcelain', '--', 'content'], { encoding: 'utf8' });
  if (git.status !== 0) throw new Error('--changed asks git what has changed, and git did not answer here.');
  const reached = await vitest('unit', write, '--changed', '--passWithNoTests');
  if (git.stdout.trim() === '' || reached.failed > 0) return reached;
  const content = await vitest('content', write, 'tests/content');
  return { passed: reached.passed + content.passed, failed: content.failed };
}

/** A tool that says yes or no counts as one. */
async function whole(tool: string, args: readonly string[], write: Write): Promise<Count> {
  return (await runTool(tool, args, {}, write)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function vitest(name: string, write: Write, ...args: string[]): Promise<Count> {
  const file = `${REPORTS}/${name}.json`;
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await runTool('vitest', ['run', ...args, ...reporters], {}, write);
  const report = readReport(file);
  return counted(code, report?.numPassedTests, report?.numFailedTests);
}

async function journeys(): Promise<Count> {
  const browser = getChromium();
  const firefox = getFirefox();
  console.log(`Browser: ${browser.path} (${browser.from}).`);
  console.log(
    firefox
      ? `For the edition on a stick also ${firefox.path} (${firefox.from}).`
      : 'No Firefox was found or could be installed: the edition on a stick is walked in Chromium only.',
  );
  return playwright('e2e', 'E2E_PORT', 4399);
}

/** @param portName Name of the variable that tells the run its port. `port`: the first that is tried. */
async function playwright(name: string, portName: string, port: number, ...args: string[]): Promise<Count> {
  const file = `${REPORTS}/${name}.json`;
  rmSync(file, { force: true });
  const firefox = getFirefox();
  // A port of our own: another checkout on this machine may be running its journeys on the usual one.
  const probe = await startStaticServer({ root: siteFolder(), port, tries: 100 });
  await probe.close();
  const code = await runTool('playwright', ['test', ...args, '--reporter=list,json'], {
    CHROMIUM_PATH: getChromium().path,
    ...(firefox ? { FIREFOX_PATH: firefox.path } : {}),
    [portName]: String(probe.port),
    PLAYWRIGHT_JSON_OUTPUT_FILE: resolve(file),
  });
  const stats = readReport(file)?.stats;
  return counted(code, stats?.expected, (stats?.unexpected ?? 0) + (stats?.flaky ?? 0));
}

/** A run that ends badly failed, also where no single test did: a file that could not be read, an error between tests. */
function counted(code: number, passed = 0, failed = 0): Count {
  return { passed, failed: code === 0 ? failed : Math.max(1, failed) };
}

interface Report {
  numPassedTests?: number;
  numFailedTests?: number;
  stats?: { expected: number; unexpected: number; flaky: number };
}

function readReport(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return undefined;
  }
}
