import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

/**
 * Runs a tool of node_modules/.bin with its output on this screen, on the pinned Node.
 *
 * @param env Added to the environment.
 * @param write Receives the output instead of this terminal, for tools that run in parallel.
 * @returns The exit code; 1 when it could not be started or was ended by a signal.
 */
export function runTool(
  tool: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  write?: (output: string) => void,
): Promise<number> {
  const bin = join(process.cwd(), 'node_modules/.bin');
  const child = spawn(tool, args, {
    stdio: write ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    shell: process.platform === 'win32',
    // .bin stands first: its node is the pinned one. Astro's usage telemetry is switched off.
    env: {
      ...process.env,
      PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
      ASTRO_TELEMETRY_DISABLED: '1',
      ...env,
    },
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8');
    stream?.on('data', write ?? (() => {}));
  }
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`${tool} could not be started: ${error.message}`);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}
