/**
 * Each page loads the style sheets that its components and islands need: a class that is used by anything on a page, and
 * has rules in some sheet, has rules in a sheet that this page loads.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { expect, test } from 'vitest';

type ReadFile = (path: string) => string | undefined;

const project = join(import.meta.dirname, '..');
const under = (folder: string, kind: RegExp) =>
  readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => posix.join(folder, file.replaceAll('\\', '/')))
    .filter((file) => kind.test(file));
const readProject: ReadFile = (path) =>
  existsSync(join(project, path)) ? readFileSync(join(project, path), 'utf8') : undefined;

/** Everything that a file brings along: what it imports, and what that imports. Types only are left out. */
function closure(file: string, read: ReadFile): string[] {
  const seen = new Set([file]);
  for (const from of seen) {
    const text = read(from) ?? '';
    const imports = [
      ...text.matchAll(/^\s*(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?['"](\.[^'"]+)['"]/gm),
      ...text.matchAll(/\bimport\(\s*['"](\.[^'"]+)['"]\s*\)/g),
      ...text.matchAll(/@import\s+"(\.[^"]+)"/g),
    ].map((match) => posix.join(dirname(from), (match[1] ?? '').replace(/\?.*$/, '')));
    // `import.meta.glob` of a folder of sheets: the drawings link theirs by name.
    const globs = [...text.matchAll(/import\.meta\.glob[^(]*\(\s*'(\.[^'*]+)\*\.css'/g)].flatMap((match) => {
      const folder = posix.join(dirname(from), match[1] ?? '');
      return existsSync(join(project, folder)) ? under(folder, /\.css$/) : [];
    });
    for (const path of [...imports, ...globs]) if (read(path) !== undefined) seen.add(path);
  }
  return [...seen];
}

/** Classes that a component sets: words of `class="…"`, `className={`…`}` and of `class:list`. */
function classesUsed(text: string): string[] {
  const values = [
    ...text.matchAll(/\bclass(?:Name|:list)?=(?:"([^"]*)"|\{((?:[^{}]|\{[^{}]*\})*)\})/g),
  ].flatMap(([, plain, code]) =>
    plain === undefined
      ? [...(code ?? '').matchAll(/['"`]([^'"`]*)['"`]/g)].map((match) => match[1] ?? '')
      : [plain],
  );
  return values.flatMap((value) => value.replace(/\$\{[^}]*\}/g, ' ').split(/\s+/)).filter(Boolean);
}

/** Classes that a sheet has rules for. */
function classesStyled(css: string): Set<string> {
  const selectors = css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/(?<=^|[;{}])([^;{}]*)\{/g);
  return new Set([...selectors].flatMap(([, own]) => (own ?? '').match(/\.[a-z][\w-]*/gi) ?? []));
}

/** `page: component uses .class, whose rules stand in sheet only`. */
function unstyled(pages: readonly string[], sheets: readonly string[], read: ReadFile): string[] {
  const styled = new Map(sheets.map((sheet) => [sheet, classesStyled(read(sheet) ?? '')]));
  return pages.flatMap((page) => {
    const files = closure(page, read);
    const loaded = sheets.filter((sheet) => files.includes(sheet));
    return files
      .filter((file) => /\.(astro|tsx)$/.test(file))
      .flatMap((file) =>
        [...new Set(classesUsed(read(file) ?? ''))].flatMap((name) => {
          const homes = sheets.filter((sheet) => styled.get(sheet)?.has(`.${name}`));
          return homes.length === 0 || homes.some((home) => loaded.includes(home))
            ? []
            : [`${page}: ${file} uses .${name}, whose rules stand in ${homes.join(' and ')} only`];
        }),
      );
  });
}

test('a page loads the sheets of everything on it', () => {
  const pages = under('src/pages', /\.astro$/);
  expect(pages.length).toBeGreaterThan(20);
  expect(unstyled(pages, under('src/styles', /\.css$/), readProject)).toEqual([]);
});

test('a sheet that only another page loads is found', () => {
  const files: Record<string, string> = {
    'src/pages/verify.astro': "import Fields from '../islands/Fields.tsx';\nimport '../styles/base.css';",
    'src/islands/Fields.tsx': '<dl className="facts"><div className="row"></div></dl>',
    'src/styles/base.css': '.facts { display: grid; }',
    'src/styles/certificate.css': '@layer components { .facts .row { display: contents; } }',
  };
  const sheets = Object.keys(files).filter((file) => file.endsWith('.css'));
  expect(unstyled(['src/pages/verify.astro'], sheets, (path) => files[path])).toEqual([
    'src/pages/verify.astro: src/islands/Fields.tsx uses .row, whose rules stand in src/styles/certificate.css only',
  ]);
});

test('the sheet of a drawing, which no other drawing loads, has rules for nothing else', () => {
  const drawings = [
    ...(readProject('src/components/mdx/Diagram.astro') ?? '').matchAll(/'([a-z-]+)': ([A-Z]\w+),/g),
  ];
  expect(drawings.length).toBeGreaterThan(8);
  const parts = ['Arrow', 'Loop']
    .map((part) => readProject(`src/components/diagrams/${part}.astro`))
    .join('');
  const foreign = drawings.flatMap(([, id, component]) => {
    const own = `${readProject(`src/components/diagrams/${component}.astro`)}${parts}`;
    const styled = classesStyled(readProject(`src/styles/diagrams/${id}.css`) ?? '');
    // `slice-3` is put together from `slice-` and a number.
    return [...styled]
      .map((name) => name.slice(1))
      .filter((name) => name !== 'diagram' && !new RegExp(`\\b${name.replace(/-\d+$/, '-')}`).test(own))
      .map((name) => `${id}.css: .${name}`);
  });
  expect(foreign).toEqual([]);
});
