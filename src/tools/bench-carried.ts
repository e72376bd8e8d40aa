import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../integrations/offline.ts';
import { siteFolder } from './static-server.ts';
import { stickFolder } from './stick-folder.ts';

/** What a device or a stick carries, in bytes. The folder of the stick is measured as it was packed last. */
export function benchCarried(): { name: string; value: string | number }[] {
  const { list, files, gzipBytes } = listFiles(siteFolder(), Number.POSITIVE_INFINITY);
  const stick = stickFolder();
  return [
    { name: 'offline: files', value: files },
    { name: 'offline: bytes on the device', value: list.bytes },
    { name: 'offline: bytes to load (gzip, without fonts)', value: gzipBytes },
    {
      name: 'stick: bytes of the folder',
      value: existsSync(stick) ? bytesIn(stick) : 'not packed: npm run build:usb',
    },
  ];
}

function bytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
