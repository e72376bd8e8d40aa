import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LICENCES_FILE, writeLicences } from './licences.ts';
import { packageOf } from './package-notice.ts';

let project = '';
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'licences-'));
  put('node_modules/astro/package.json', '{"name":"astro","version":"1.0.0","license":"MIT"}');
  put('node_modules/astro/LICENSE', 'MIT text of Astro');
});
afterEach(() => rmSync(project, { recursive: true }));

function put(file: string, text: string): void {
  mkdirSync(dirname(join(project, file)), { recursive: true });
  writeFileSync(join(project, file), text);
}

/** Installs a package and bundles one file of it. @returns What was written. */
function written(name: string, facts: object, licenceFile?: string): string {
  const folder = `node_modules/${name}`;
  put(`${folder}/package.json`, JSON.stringify({ name, version: '2.0.0', ...facts }));
  put(`${folder}/lib/package.json`, '{"type":"module"}');
  if (licenceFile) put(`${folder}/${licenceFile}`, `Text of ${name}`);
  writeLicences(join(project, 'site'), project, ['src/a.ts', `\0${folder}/lib/index.js?url`]);
  return readFileSync(join(project, 'site', LICENCES_FILE), 'utf8');
}

describe('the notices of bundled packages', () => {
  test('name package, version and licence, with its text', () => {
    const text = written('@scope/lib', { license: 'ISC' }, 'LICENSE.md');
    expect(text).toContain('@scope/lib 2.0.0 (ISC)');
    expect(text).toContain('Text of @scope/lib');
    expect(text).toContain('astro 1.0.0 (MIT)');
  });

  test('take the licence from its file when package.json names none', () => {
    expect(written('lib', {}, 'LICENCE')).toContain('lib 2.0.0 (see below)');
  });

  test('give the text of MIT with the author when the package brings no file', () => {
    expect(written('lib', { license: 'MIT', author: { name: 'A. Person' } })).toContain(
      'Copyright (c) A. Person',
    );
  });

  test('refuse a package without a licence, and say which', () => {
    expect(() => written('lib', {})).toThrow(/lib 2\.0\.0 has no licence[\s\S]*\[licences\/missing\]/);
    expect(() => written('lib', { license: 'UNLICENSED' })).toThrow('lib 2.0.0 has no licence');
    expect(() => written('lib', { license: 'Apache-2.0' })).toThrow('no file LICENSE with the text');
  });
});

test('a file of the project belongs to no package', () => {
  expect(packageOf('src/a.ts', project)).toBeUndefined();
});
