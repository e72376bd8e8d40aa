/** `npm start` after installing: builds the course, then serves it on this machine and prints the address. */
import { runTool } from './run-tool.ts';
import { siteFolder } from './static-server.ts';

const code = await runTool('astro', ['build', '--outDir', siteFolder()]);
if (code !== 0) {
  console.error('\nThe course was not built, so it is not served; the messages above say what to correct.');
  process.exit(code);
}
await import('./preview.ts');
