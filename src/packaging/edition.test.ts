import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packEdition } from './edition.ts';

const ui = {
  'site.name': 'Listen First',
  'usb.noScript': 'Read',
  'usb.readme': 'Read me',
  'usb.onPaper': 'Press',
  'usb.framed': 'Alone',
};

/** A stick with a folder of somebody on it, and a site that cannot be packed. */
function desk() {
  const folder = mkdtempSync(join(tmpdir(), 'edition-'));
  mkdirSync(join(folder, 'site'));
  writeFileSync(join(folder, 'site/page.html'), '<!doctype html><title>x</title>');
  mkdirSync(join(folder, 'stick'));
  return {
    folder,
    pack: (to: string) =>
      packEdition(join(folder, 'site'), process.cwd(), join(folder, to), 'stick-be', 'en', ui),
  };
}

test('refuses a folder that holds anything else, and deletes nothing', async () => {
  const { folder, pack } = desk();
  writeFileSync(join(folder, 'stick/holiday.jpg'), '');
  await expect(pack('stick')).rejects.toThrow(/contains 1 files or folders.*listen-first/s);
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

test('packs into the stick itself: the folder stays, and so does what the system keeps on it', async () => {
  const { folder, pack } = desk();
  mkdirSync(join(folder, 'stick/System Volume Information'));
  const policy = "default-src 'none'; connect-src 'self'; script-src 'self'";
  writeFileSync(
    join(folder, 'site/page.html'),
    `<!doctype html><html lang="en"><head><meta http-equiv="content-security-policy" content="${policy}"></head><body><script>import(island)</script></body></html>`,
  );
  // A folder that can be neither removed nor renamed to, as the root of a stick is.
  const { ino } = statSync(join(folder, 'stick'));
  for (const _ of ['new', 'again']) {
    await pack('stick');
    expect(readdirSync(join(folder, 'stick')).sort()).toEqual([
      'README.txt',
      'System Volume Information',
      'course',
      'index.html',
    ]);
  }
  expect(statSync(join(folder, 'stick')).ino).toBe(ino);
  rmSync(folder, { recursive: true });
});
