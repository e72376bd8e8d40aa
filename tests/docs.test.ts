/** The documents name what is there: every decision, every folder, every file. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const project = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(project, file), 'utf8');
const foldersOf = (folder: string) =>
  readdirSync(join(project, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

test('docs/README.md lists every decision under its own title, in order', () => {
  const expected = readdirSync(join(project, 'docs/decisions'))
    .toSorted()
    .map((file) => {
      const title = /^# (.+)$/m.exec(read(`docs/decisions/${file}`))?.[1];
      return `- [${title}](decisions/${file})`;
    });
  const listed = read('docs/README.md')
    .split('\n')
    .filter((line) => line.includes('](decisions/'));
  expect(listed).toEqual(expected);
});

test('no two decisions have one number', () => {
  const numbers = readdirSync(join(project, 'docs/decisions')).map((file) => file.slice(0, 4));
  expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([]);
});

test('docs/architecture.md has a row for every folder of src and names none that is not there', () => {
  const rows = [...read('docs/architecture.md').matchAll(/^\| `src\/([\w-]+)\/`/gm)].map((match) => match[1]);
  expect(rows.toSorted()).toEqual(foldersOf('src').toSorted());
});

describe.each(['docs/architecture.md', 'README.md', 'content/README.md'])('%s', (file) => {
  test('names files and folders that are there', () => {
    const places = ['', 'src', 'content', 'tests', 'docs'].map((place) => join(project, place));
    const tops = places.flatMap((place) =>
      readdirSync(place, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name),
    );
    const named = [...read(file).matchAll(/`([\w-]+\/[\w./-]*)`/g)]
      .map((match) => match[1] ?? '')
      .filter((path) => tops.includes(path.split('/')[0] ?? '') && !MADE.test(path));
    expect(named.filter((path) => !places.some((place) => existsSync(join(place, path))))).toEqual([]);
  });
});

/** Made by commands, so it may not be there. */
const MADE = /^(dist|dist-usb|releases|content\/releases|review-sheets)\//;
