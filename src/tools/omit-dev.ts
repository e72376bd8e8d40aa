/**
 * `npm run check -- --only=omit-dev`: builds the site in a temporary folder where only `dependencies` are installed, as a
 * build server does that runs `npm ci --omit=dev`. It fails when the build needs a package of `devDependencies`.
 *
 * Needs git and a network; takes about three minutes. `tests/architecture.test.ts` checks the imports in seconds.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const project = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'omit-dev-'));
try {
  for (const file of trackedFiles()) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(project, file), join(folder, file));
  }
  process.exitCode = npm('ci', '--omit=dev', '--no-audit', '--no-fund') || npm('run', 'build');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @returns Paths of all files that git tracks and that are there, with changes that are not yet committed. */
function trackedFiles(): string[] {
  const listed = spawnSync('git', ['ls-files', '-z'], { encoding: 'utf8' });
  const deleted = spawnSync('git', ['ls-files', '-z', '--deleted'], { encoding: 'utf8' });
  if (listed.status !== 0 || deleted.status !== 0)
    throw new Error('git did not list the files of the project: run this check in a checkout with git.');
  const gone = new Set(deleted.stdout.split('\0'));
  return listed.stdout.split('\0').filter((file) => file !== '' && !gone.has(file));
}

/** @returns npm's exit code; 1 when it could not be started. */
function npm(...args: string[]): number {
  console.log(`npm ${args.join(' ')}`);
  const { status } = spawnSync('npm', args, {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, NODE_ENV: undefined, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  return status ?? 1;
}
