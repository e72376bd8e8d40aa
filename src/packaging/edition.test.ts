import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packEdition } from './edition.ts';

const ui = { 'site.name': 'Listen First', 'usb.noScript': 'Read', 'usb.readme': 'Read me' };

/** A stick with a folder of somebody on it, and a site that cannot be packed. */
function desk() {
  const folder = mkdtempSync(join(tmpdir(), 'edition-'));
  mkdirSync(join(folder, 'site'));
  writeFileSync(join(folder, 'site/page.html'), '<!doctype html><title>x</title>');
  mkdirSync(join(folder, 'stick'));
  return {
    folder,
    pack: (to: string) => packEdition(join(folder, 'site'), process.cwd(), join(folder, to), 'en', ui),
  };
}

test('refuses a folder that holds anything else, and deletes nothing', async () => {
  const { folder, pack } = desk();
  writeFileSync(join(folder, 'stick/holiday.jpg'), '');
  await expect(pack('stick')).rejects.toThrow(/holds 1 things.*listen-first/s);
  expect(existsSync(join(folder, 'stick/holiday.jpg'))).toBe(true);
  rmSync(folder, { recursive: true });
});

test('leaves an earlier edition in place when the new one cannot be packed', async () => {
  const { folder, pack } = desk();
  mkdirSync(join(folder, 'stick/course'));
  writeFileSync(join(folder, 'stick/course/shell.js'), 'old');
  await expect(pack('stick')).rejects.toThrow('Content-Security-Policy');
  expect(existsSync(join(folder, 'stick/course/shell.js'))).toBe(true);
  rmSync(folder, { recursive: true });
});
