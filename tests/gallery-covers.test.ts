/** The gallery has an example of every island and every component: a file that no page of an example uses is named. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { expect, test } from 'vitest';
import { examples } from './gallery/examples/index.ts';

const project = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(project, file), 'utf8');
const under = (folder: string, kind: RegExp) =>
  readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => posix.join(folder, file.replaceAll('\\', '/')))
    .filter((file) => kind.test(file));
const routes = under('src/pages', /\.astro$/);

/** The route that makes a page, such as `src/pages/[lang]/paths/[path].astro` of `en/paths/police/`. */
function routeOf(page: string): string | undefined {
  return routes.find((route) => {
    const pattern = route
      .slice('src/pages/'.length)
      .replace(/(^|\/)index\.astro$/, '$1')
      .replace(/\.astro$/, '/')
      .replace(/\[\w+\]/g, '[^/]+');
    return new RegExp(`^${pattern}$`).test(page);
  });
}

function closure(file: string): string[] {
  const seen = new Set([file]);
  for (const from of seen)
    for (const [, specifier] of read(from).matchAll(
      /(?:from|import\()\s*['"](\.[^'"]+\.(?:astro|tsx))['"]/g,
    )) {
      const path = posix.join(dirname(from), specifier ?? '');
      if (existsSync(join(project, path))) seen.add(path);
    }
  return [...seen];
}

const shown = new Set(examples.flatMap(({ page }) => closure(routeOf(page) ?? 'src/pages/404.astro')));

test('every example stands on a page that there is', () => {
  expect(examples.filter(({ page }) => !routeOf(page)).map(({ id }) => id)).toEqual([]);
});

test('every island and component is on the page of an example', () => {
  const all = [...under('src/islands', /\.tsx$/), ...under('src/components', /\.(astro|tsx)$/)];
  expect(all.length).toBeGreaterThan(60);
  expect(all.filter((file) => !shown.has(file))).toEqual([]);
});

test('every island that a page loads has examples of its own: more than one state', () => {
  const islands = new Map<string, number>();
  for (const route of routes)
    for (const file of closure(route))
      for (const [, name] of file.endsWith('.astro') ? read(file).matchAll(/<(\w+)\s+client:/g) : [])
        islands.set(
          name ?? '',
          examples.filter(({ page }) => closure(routeOf(page) ?? route).includes(file)).length,
        );
  expect(islands.size).toBeGreaterThan(5);
  expect([...islands].filter(([, states]) => states < 3)).toEqual([]);
});
