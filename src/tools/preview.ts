/** `npm run preview [-- --port=4321]`: serves what was built last. BASE and DIST as for the build. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { basePath, siteFolder, startStaticServer } from './static-server.ts';

const asked = process.argv.find((arg) => arg.startsWith('--port='))?.slice('--port='.length);
const port = Number(asked ?? 4321);
if (!Number.isInteger(port) || port < 1 || port > 65_535) {
  console.error(`"${asked}" is no port: give a number from 1 to 65535.`);
  process.exit(1);
}
if (!existsSync(join(siteFolder(), 'index.html'))) {
  console.error('Nothing is built yet: run "npm run build" first, or "npm start", which does both.');
  process.exit(1);
}
try {
  // A port given with --port is used or the start fails; no other is tried.
  const server = await startStaticServer({
    root: siteFolder(),
    base: basePath(),
    port,
    tries: asked ? 1 : 50,
    isUncached: process.argv.includes('--uncached'),
  });
  console.log(`\nListen First is at ${server.url}\nCtrl-C ends it.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void server.close().then(() => process.exit(0)));
} catch (error) {
  console.error(
    (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
      ? `Port ${port} is taken: give another with --port=.`
      : String(error),
  );
  process.exit(1);
}
