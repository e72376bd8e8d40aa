/** Holds the tree to its shape: arrows point one way, core is pure, every word of the interface is there. */
import { readdirSync, readFileSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  buildCodeInBrowser,
  circlesIn,
  importsOf,
  isBrowserCode,
  isTest,
  type SourceFile,
  withoutComments,
} from './import-graph.ts';

const project = join(import.meta.dirname, '..');
const sources = readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(ts|tsx|astro|mjs)$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(project, 'src', file), 'utf8') }));

const styles = readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.css'))
  .map((file) => ({ file, text: readFileSync(join(project, 'src', file), 'utf8') }));

/** What a file of each folder may import from src. Tests beside a file may import what that file may, and fixtures. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: ['core'],
  adapters: ['core', 'adapters'],
  stores: ['core', 'adapters', 'stores'],
  islands: ['core', 'adapters', 'stores', 'islands', 'styles'],
  // Components and pages are made at build time and ask integrations/ for content.
  components: ['core', 'islands', 'components', 'integrations', 'styles'],
  // Small scripts that pages start; the offline notice is bundled by integrations/offline.ts.
  'page-scripts': ['core', 'adapters', 'stores', 'islands', 'page-scripts'],
  layouts: ['core', 'components', 'page-scripts', 'integrations', 'layouts', 'styles'],
  pages: [
    ...['core', 'adapters', 'stores', 'islands', 'components', 'page-scripts', 'layouts'],
    ...['integrations', 'styles'],
  ],
  integrations: ['core', 'integrations'],
  // Its page/ and shell/ run in the browser, the rest when it packs.
  packaging: ['core', 'adapters', 'page-scripts', 'packaging'],
  // What editors ask of a course: reading level, review sheets. Nothing that is shipped uses it.
  editorial: ['core', 'editorial'],
  tools: ['core', 'editorial', 'adapters', 'integrations', 'packaging', 'tools'],
  sw: ['core', 'sw'],
  'content.config.ts': ['core', 'integrations'],
};

const layerOf = (path: string) => path.split('/')[0] ?? '';

describe('imports go in one direction', () => {
  test('every folder of src has its rule', () => {
    const layers = new Set(sources.map(({ file }) => layerOf(file)));
    expect([...layers].filter((layer) => !(layer in MAY_IMPORT))).toEqual([]);
  });

  test('no file imports from a folder to its right', () => {
    const wrong = sources.flatMap(({ file, text }) =>
      importsOf({ file, text }).flatMap(({ name, to }) => {
        if (to === undefined) return [];
        // Out of src: only tests, for fixtures, and the tools' neighbours such as package.json.
        if (to.startsWith('../'))
          return isTest(file) || to === '../package.json' ? [] : [`${file} imports ${name}, outside src`];
        const allowed = MAY_IMPORT[layerOf(file)] ?? [];
        return allowed.includes(layerOf(to)) || (isTest(file) && layerOf(to) === 'integrations')
          ? []
          : [`${file} imports ${to}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('relative imports carry their extension, as Node wants it', () => {
    const wrong = sources.flatMap(({ file, text }) =>
      importsOf({ file, text })
        .filter(({ name }) => /^\.{1,2}\//.test(name) && !/\.\w+(\?\w+)?$/.test(name))
        .map(({ name }) => `${file} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test('no file imports in a circle', () => {
    expect(circlesIn(sources)).toEqual([]);
  });

  test('a circle is found, also of types and over several files', () => {
    const circle: SourceFile[] = [
      { file: 'core/a/index.ts', text: "export { b } from './b.ts';" },
      { file: 'core/a/b.ts', text: "import { c } from '../c/index.ts';" },
      { file: 'core/c/index.ts', text: "import type { A } from '../a/index.ts';" },
    ];
    expect(circlesIn(circle)).toEqual(['core/a/index.ts → core/a/b.ts → core/c/index.ts → core/a/index.ts']);
  });
});

describe('code that runs in a browser', () => {
  test.each([
    ...['adapters', 'stores', 'islands', 'page-scripts', 'sw', 'packaging/page', 'packaging/shell'],
    ...['pages', 'layouts'],
  ])('has files in %s', (folder) => {
    const found = sources.filter((source) => source.file.startsWith(`${folder}/`) && isBrowserCode(source));
    expect(found.length).toBeGreaterThan(0);
  });

  test('reaches no code of the build, over however many files', () => {
    expect(buildCodeInBrowser(sources)).toEqual([]);
  });

  test.each([
    ['islands/Guilty.tsx', "import { siteContent } from '../integrations/site.ts';"],
    ['page-scripts/guilty.ts', "import { readFileSync } from 'node:fs';"],
    ['stores/guilty.ts', "import { readCourse } from '../core/course/index.ts';"],
    ['adapters/guilty.ts', "const { parse } = await import('yaml');"],
    ['pages/[lang]/guilty.astro', "<p>Words</p>\n<script>import '#site';</script>"],
  ])('is refused when %s does', (file, text) => {
    expect(buildCodeInBrowser([...sources, { file, text }]).map((way) => way.split(' → ')[0])).toContain(
      file,
    );
  });
});

test('lessons are parsed in one place', () => {
  const parsers = sources.filter((source) => importsOf(source).some(({ name }) => /^remark-/.test(name)));
  expect(parsers.map(({ file }) => file)).toEqual(['core/lesson/tree.ts']);
});

describe('core', () => {
  const core = sources.filter(({ file }) => file.startsWith('core/') && !isTest(file));

  test('imports nothing of Node, React or the build', () => {
    const wrong = core.flatMap(({ file, text }) =>
      importsOf({ file, text })
        .filter(({ name }) => /^(node:|react|astro|zustand|fs$|path$)/.test(name))
        .map(({ name }) => `${file} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test('uses no DOM, network, storage, clock or random numbers', () => {
    const outside =
      /\b(?:document|window|navigator|location|history|localStorage|sessionStorage|process)\s*[.[]|\bglobalThis\s*\.\s*(?:document|window|fetch|localStorage)|\bfetch\(|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(/;
    const wrong = core.flatMap(({ file, text }) =>
      withoutComments(text)
        .replace(/'[^'\n]*'|"[^"\n]*"/g, "''")
        .split('\n')
        .flatMap((line) =>
          outside.test(line) && !declaresName(text, outside.exec(line)?.[0] ?? '')
            ? [`${file}: ${line.trim()}`]
            : [],
        ),
    );
    expect(wrong).toEqual([]);
  });
});

/** A parameter or constant may be called `document` or `history`; then it is not the browser's. */
function declaresName(text: string, use: string): boolean {
  const name = /\w+/.exec(use)?.[0] ?? '';
  return new RegExp(`\\b(?:const|let)\\s+${name}\\b|[({,]\\s*${name}\\s*(?::|\\)|,|=|\\})`).test(
    withoutComments(text),
  );
}

test('no file in the tree names a machine', () => {
  const places = [
    /\/home\/\w+/,
    /\/Users\/\w+/,
    /[A-Z]:\\\\?Users/,
    /\/root\//,
    /\/work\//,
    /\/tmp\/[\w-]+/,
    /\b192\.168\.\d/,
    /\b10\.\d+\.\d+\.\d+\b/,
  ];
  const own = [project, homedir()].filter((path) => path.length > 5);
  const me = userInfo().username;
  const wrong = sources.flatMap(({ file, text }) => {
    const found = [
      ...places.map((place) => place.exec(text)?.[0]),
      ...own.filter((path) => text.includes(path)),
      me.length > 5 && text.includes(`/${me}/`) ? me : undefined,
    ];
    return found.filter((name) => name !== undefined).map((name) => `${file}: ${name}`);
  });
  expect(wrong).toEqual([]);
});

describe('the words of the interface', () => {
  const keys = Object.keys(
    parse(readFileSync(join(project, 'content/ui/en.yaml'), 'utf8')) as Record<string, string>,
  );
  const shipped = sources.filter(({ file }) => !isTest(file) && !file.startsWith('tools/'));

  test('exist for every key that a file uses', () => {
    const missing = shipped.flatMap(({ file, text }) =>
      saidIn(text)
        .filter((key) => !keys.includes(key))
        .map((key) => `${file}: ${key}`),
    );
    expect(missing).toEqual([]);
  });

  test('exist for every prefix that a file completes', () => {
    const missing = shipped.flatMap(({ file, text }) =>
      [...text.matchAll(/\bsay\([^'`]*(`[^`]*`)/g)]
        .flatMap((match) => stemsIn(match[1] ?? ''))
        .filter((stem) => !keys.some((key) => fits(key, stem)))
        .map(({ before, after }) => `${file}: ${before}…${after}`),
    );
    expect(missing).toEqual([]);
  });

  test('are all used somewhere', () => {
    const all = shipped.map(({ text }) => text).join('\n');
    const stems = stemsIn(all);
    expect(keys.filter((key) => !mentions(all, key) && !stems.some((stem) => fits(key, stem)))).toEqual([]);
  });
});

interface Stem {
  before: string;
  after: string;
}

function fits(key: string, { before, after }: Stem): boolean {
  return key.startsWith(before) && key.endsWith(after) && key.length > before.length + after.length;
}

/** Keys in `say(ui, 'a.key'` and in both arms of `say(ui, x ? 'a.key' : 'another.key'`. */
function saidIn(text: string): string[] {
  return [...text.matchAll(/\bsay\(\s*[\w.]+,\s*([^`]*?)(?=[,)]\s|[,)]$|\))/gm)]
    .flatMap((match) => [...(match[1] ?? '').matchAll(/'([^'\s]+)'/g)].map((key) => key[1] ?? ''))
    .filter((key) => /^[a-z][\w-]*(\.[\w-]+)+$/i.test(key));
}

/**
 * Beginnings and ends of keys that are put together: `nav.${entry}`, `question.${type}.help`, and of
 * `${isRating ? 'rating' : 'judgement'}.${id}` both beginnings.
 */
function stemsIn(text: string): Stem[] {
  const plain = /`([a-z][\w-]*\.(?:[\w-]+\.)*[\w-]*)\$\{(?:[^{}`]|\{[^{}]*\})+\}([\w.-]*)(?=[`$])/gi;
  const chosen = /`\$\{([^{}`]*)\}(\.[\w.-]*)/g;
  return [
    ...[...text.matchAll(plain)].map((match) => ({ before: match[1] ?? '', after: match[2] ?? '' })),
    ...[...text.matchAll(chosen)].flatMap((match) =>
      [...(match[1] ?? '').matchAll(/'([\w-]+)'/g)].map((arm) => ({
        before: `${arm[1]}${match[2]}`,
        after: '',
      })),
    ),
  ];
}

/** A key as a literal anywhere: tables of keys are said by name later. */
function mentions(text: string, key: string): boolean {
  return [`'${key}'`, `"${key}"`, `\`${key}\``].some((literal) => text.includes(literal));
}

describe('packages', () => {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(project, 'package.json'), 'utf8'),
  ) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };

  test('are pinned to the version that was tried', () => {
    const ranges = Object.entries({ ...dependencies, ...devDependencies })
      .filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
      .map(([name, version]) => `${name}: ${version}`);
    expect(ranges).toEqual([]);
  });

  test('that the build imports are there after "npm ci --omit=dev"', () => {
    const config = {
      file: 'astro.config.mjs',
      text: readFileSync(join(project, 'astro.config.mjs'), 'utf8'),
    };
    // Tools start what only developers need: browsers, PDF readers.
    const built = sources.filter(({ file }) => !isTest(file) && !file.startsWith('tools/'));
    const named = [
      ...[config, ...built].map(({ file, text }) => ({
        file,
        names: importsOf({ file, text }).map(({ name }) => name),
      })),
      // Fonts and sheets of packages.
      ...styles.map(({ file, text }) => ({
        file,
        names: [...text.matchAll(/(?:url\(|@import )['"]([^'"]+)['"]/g)].map((match) => match[1] ?? ''),
      })),
    ];
    const wrong = named.flatMap(({ file, names }) =>
      names
        .filter((name) => !/^(\.|#|node:|astro:|virtual:|data:)/.test(name))
        .map((name) =>
          name
            .split('/')
            .slice(0, name.startsWith('@') ? 2 : 1)
            .join('/'),
        )
        .filter((name) => !(name in dependencies))
        .map((name) => `${file} imports ${name}, which is not among the dependencies`),
    );
    expect(wrong).toEqual([]);
  });
});
