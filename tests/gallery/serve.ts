/** `npm run gallery`: serves every state of the built site and prints the address of their list. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { siteFolder } from '../../src/tools/static-server.ts';
import { examples } from './examples/index.ts';
import { serveGallery } from './server.ts';

const port = Number(process.env.GALLERY_PORT ?? 4500);
if (!existsSync(join(siteFolder(), 'index.html'))) {
  console.error('Nothing is built yet: run "npm run build" first.');
  process.exit(1);
}
const { url } = await serveGallery(examples, port);
console.log(`\n${examples.length} states are at ${new URL('/gallery/', url)}\nCtrl-C ends it.`);
