/**
 * `npm test` after installing, or `npm run check [-- --only=unit,build]`: everything that must hold, in the order in
 * which it is cheapest to be told. Stops at the first step that fails.
 *
 * The last line, `N passed, N failed`, counts tests and steps; CI reads it.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { getChromium, getFirefox } from './browser.ts';
import { runTool } from './run-tool.ts';
import { siteFolder, startStaticServer } from './static-server.ts';

interface Count {
  passed: number;
  failed: number;
}
interface Step {
  name: string;
  title: string;
  run(): Promise<Count>;
}

const REPORTS = '.cache/check';

const steps: readonly Step[] = [
  { name: 'lint', title: 'Lint and format (Biome)', run: () => whole('biome', ['check', '.']) },
  { name: 'types', title: 'Types (astro check)', run: () => whole('astro', ['check']) },
  {
    name: 'unit',
    title: 'Unit, property, content and architecture tests (Vitest)',
    run: () => vitest('unit'),
  },
  { name: 'build', title: 'Build', run: () => whole('astro', ['build', '--outDir', siteFolder()]) },
  {
    name: 'site',
    title: 'Built pages: HTML, links, policy, weight',
    run: () => vitest('site', '--config', 'tests/site/vitest.config.ts'),
  },
  {
    name: 'usb',
    title: 'Edition for a USB stick',
    run: () => whole('node', ['src/tools/build-usb.ts']),
  },
  { name: 'e2e', title: 'Journeys in a browser (Playwright)', run: journeys },
];

const total: Count = { passed: 0, failed: 0 };
mkdirSync(REPORTS, { recursive: true });
for (const step of chosenSteps()) {
  console.log(`\n━━ ${step.title}`);
  const start = performance.now();
  const count = await step.run().catch((error: unknown): Count => {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  });
  total.passed += count.passed;
  total.failed += count.failed;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`── ${step.name}: ${count.failed === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  if (count.failed > 0) {
    console.log(`\nAgain from here: npm run check -- --only=${step.name}`);
    break;
  }
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

function chosenSteps(): readonly Step[] {
  const only = process.argv
    .find((arg) => arg.startsWith('--only='))
    ?.slice('--only='.length)
    .split(',');
  const unknown = only?.filter((name) => !steps.some((step) => step.name === name)) ?? [];
  if (unknown.length > 0) {
    console.error(
      `No step is called ${unknown.join(', ')}. Steps are ${steps.map((step) => step.name).join(', ')}.`,
    );
    process.exit(1);
  }
  return steps.filter((step) => only?.includes(step.name) ?? true);
}

/** A tool that says yes or no counts as one. */
async function whole(tool: string, args: readonly string[]): Promise<Count> {
  return (await runTool(tool, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function vitest(name: string, ...args: string[]): Promise<Count> {
  const file = `${REPORTS}/${name}.json`;
  rmSync(file, { force: true });
  const code = await runTool('vitest', [
    'run',
    ...args,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
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
  const file = `${REPORTS}/e2e.json`;
  rmSync(file, { force: true });
  // A port of our own: another checkout on this machine may be running its journeys on the usual one.
  const probe = await startStaticServer({ root: siteFolder(), port: 4399, tries: 100 });
  await probe.close();
  const code = await runTool('playwright', ['test', '--reporter=list,json'], {
    CHROMIUM_PATH: browser.path,
    ...(firefox ? { FIREFOX_PATH: firefox.path } : {}),
    E2E_PORT: String(probe.port),
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
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
