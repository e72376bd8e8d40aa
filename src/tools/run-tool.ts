import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

/**
 * Runs a tool of node_modules/.bin with its output on this screen, on the pinned Node.
 *
 * @param env Added to the environment.
 * @returns The exit code; 1 when it could not be started or was ended by a signal.
 */
export function runTool(
  tool: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  const bin = join(process.cwd(), 'node_modules/.bin');
  const child = spawn(tool, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    // .bin stands first: its node is the pinned one. Astro would report usage to its makers; nobody is told anything.
    env: {
      ...process.env,
      PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
      ASTRO_TELEMETRY_DISABLED: '1',
      ...env,
    },
  });
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`${tool} could not be started: ${error.message}`);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}
