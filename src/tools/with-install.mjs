/**
 * `npm start` and `npm test`: installs what is missing, then runs the script on the Node that the project pins.
 *
 * This file runs on the system's Node, before anything is installed. So it is plain JavaScript and imports only what
 * Node brings.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.installed');
const lockFile = join(root, 'package-lock.json');
const isWindows = process.platform === 'win32';
const pinned = join(modules, '.bin', isWindows ? 'node.cmd' : 'node');

/** Installing needs 20. Without a pinned Node, 22.18 is the first that runs our tools' TypeScript as it stands. */
const LEAST_TO_INSTALL = [20, 0];
const LEAST_TO_RUN = [22, 18];

const [script, ...args] = process.argv.slice(2);
if (!script) stop('Name the script to run: node src/tools/with-install.mjs serve');
if (!isAtLeast(process.versions.node, LEAST_TO_INSTALL))
  stop(
    `Node ${process.versions.node} is too old to begin with: install Node 20 or newer from https://nodejs.org and start again.`,
  );
if (!existsSync(lockFile))
  stop(
    'package-lock.json is missing, so nothing can be installed safely: take it from the repository again.',
  );

if (!isInstalled()) {
  console.log(
    `Installing (${existsSync(modules) ? 'package-lock.json has changed' : 'first time'}; a minute or two) …`,
  );
  const code = await npm(installArguments());
  if (code !== 0)
    stop(
      'Installing failed; npm says why above. Without a network it works only once npm has cached the packages.',
      code,
    );
  writeFileSync(stampFile, stamp());
}
if (!pinnedRuns() && !isAtLeast(process.versions.node, LEAST_TO_RUN)) {
  const here =
    process.platform === 'darwin'
      ? 'For macOS no Node is pinned'
      : `No Node is pinned that runs here (${process.platform}, ${process.arch})`;
  stop(
    `${here}, and yours is ${process.versions.node}: install Node ${LEAST_TO_RUN.join('.')} or newer (24 is the one that is tested) and start again.`,
  );
}
process.exitCode = await npm(['run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : [])]);

/** Whether node_modules holds what the lock asks for: by our stamp, or because npm itself wrote it after the lock. */
function isInstalled() {
  const installed = join(modules, '.package-lock.json');
  if (!existsSync(installed)) return false;
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp()) return true;
  // The stamp names another system: node_modules was copied from there and has binaries for that system.
  if (
    existsSync(stampFile) &&
    !readFileSync(stampFile, 'utf8').startsWith(`${process.platform}-${process.arch} `)
  )
    return false;
  if (statSync(installed).mtimeMs < statSync(lockFile).mtimeMs) return false;
  writeFileSync(stampFile, stamp());
  return true;
}

function stamp() {
  return `${process.platform}-${process.arch} ${createHash('sha256').update(readFileSync(lockFile)).digest('hex')}\n`;
}

function installArguments() {
  // `npm ci` empties node_modules first. Windows refuses that while the pinned Node in there runs us.
  const isRunningFromModules = process.execPath.startsWith(modules);
  return [
    isWindows && isRunningFromModules ? 'install' : 'ci',
    // No package needs its install script (binaries are packages of their own), and none should run one here.
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    // Without this, npm on an older Node warns of every package, although the pinned Node will run them.
    '--loglevel=error',
  ];
}

/** On systems with another C library the package is there and does not run. */
function pinnedRuns() {
  return (
    existsSync(pinned) && spawnSync(pinned, ['--version'], { shell: isWindows, stdio: 'ignore' }).status === 0
  );
}

/** Runs npm and returns its exit code. Prefers the npm that started this script. */
function npm(args) {
  const started = process.env.npm_execpath ?? '';
  const isOwn = /npm-cli\.c?js$/.test(started) && existsSync(started);
  const child = isOwn
    ? spawn(process.execPath, [started, ...args], { cwd: root, stdio: 'inherit' })
    : spawn('npm', args, { cwd: root, stdio: 'inherit', shell: isWindows });
  // The terminal sends Ctrl-C to the child too; we only wait for its exit. Other signals are passed on.
  const wait = () => {};
  const pass = (signal) => child.kill(signal);
  process.on('SIGINT', wait).on('SIGTERM', pass).on('SIGHUP', pass);
  return new Promise((resolve) => {
    const done = (code) => {
      process.off('SIGINT', wait).off('SIGTERM', pass).off('SIGHUP', pass);
      resolve(code);
    };
    child.on('error', () => {
      console.error('npm was not found: it comes with Node from https://nodejs.org.');
      done(1);
    });
    child.on('close', (code) => done(code ?? 1));
  });
}

function isAtLeast(version, [major, minor]) {
  const [a = 0, b = 0] = version.split('.').map(Number);
  return a > major || (a === major && b >= minor);
}

function stop(message, code = 1) {
  console.error(message);
  process.exit(code);
}
