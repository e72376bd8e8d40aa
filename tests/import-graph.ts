/** Which file of `src/` imports which, read from its text; used by `architecture.test.ts`. */
import { dirname, posix } from 'node:path';

/** A file of `src/`, by its path from there. */
export interface SourceFile {
  file: string;
  text: string;
}

export interface Import {
  /** As it is written: `../core/x/index.ts`, `node:fs`, `zod`. */
  name: string;
  /** Path in `src/` of a file of ours; undefined for packages. */
  to: string | undefined;
  /** `import type` and `export type`, which no script ever loads. */
  isType: boolean;
}

/** Modules that a file names, of `import … from`, `export … from`, `import '…'` and `import('…')`. */
export function importsOf({ file, text }: SourceFile): Import[] {
  const pattern =
    /(?:^|[\s;(])(?:import|export)(\s+type(?=[\s{]))?\s*(?:[\w*{}\s,$]+?\s*from\s*)?\(?\s*['"]([^'"\n]+)['"]/g;
  return [...withoutComments(text).matchAll(pattern)].map((match) => ({
    name: match[2] ?? '',
    to: resolved(file, match[2] ?? ''),
    isType: match[1] !== undefined,
  }));
}

/** Comments may name what code may not. Quotes are skipped so that `'https://…'` is no comment. */
export function withoutComments(text: string): string {
  return text.replace(
    /('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|(?<=^|[\s;{}(),])\/\/[^\n]*/g,
    (_, quoted?: string) => quoted ?? ' ',
  );
}

function resolved(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.join(dirname(file), specifier.replace(/[?#].*$/, ''));
  if (specifier === '#site') return 'integrations/site.ts';
  if (specifier.startsWith('#schema/')) return `core/${specifier.slice('#schema/'.length)}/schema.ts`;
  return specifier.startsWith('#') ? specifier.slice(1) : undefined;
}

export const isTest = (file: string) => /\.test\.tsx?$/.test(file);

/**
 * Circles of imports, types included: files that cannot be understood one before the other.
 *
 * @returns One circle for each group of files that reach each other, as `a.ts → b.ts → a.ts`.
 */
export function circlesIn(sources: readonly SourceFile[]): string[] {
  const targets = new Map(
    sources.map((source) => [source.file, importsOf(source).flatMap(({ to }) => (to ? [to] : []))]),
  );
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]) => {
    const from = way.indexOf(file);
    if (from >= 0) circles.push([...way.slice(from), file].join(' → '));
    if (from >= 0 || done.has(file)) return;
    for (const to of targets.get(file) ?? []) visit(to, [...way, file]);
    done.add(file);
  };
  for (const { file } of sources) visit(file, []);
  return circles;
}

/** What only a build may use: Node, what reads and checks content, and the libraries of both. */
const BUILD_CODE =
  /^(node:|integrations\/|editorial\/|tools\/|astro(:|$|\/)|yaml$|unified$|remark-|parse5$|esbuild$|github-slugger$)/;

/** Files that run in a browser: these folders, and what a `<script>` of an Astro file imports. */
export function isBrowserCode({ file, text }: SourceFile): boolean {
  if (isTest(file)) return false;
  return (
    /^(adapters|stores|islands|page-scripts|sw|packaging\/(page|shell))\//.test(file) ||
    (file.endsWith('.astro') && scriptsIn(text) !== '')
  );
}

/** The scripts of an Astro file that a browser loads; its own part is what the build runs. */
function scriptsIn(text: string): string {
  return [...text.matchAll(/<script(?![^>]*is:inline)[^>]*>([\s\S]*?)<\/script>/g)]
    .map((match) => match[1])
    .join('\n');
}

/**
 * Ways by which browser code reaches what only a build may use, however many files lie between.
 *
 * @returns Each as `islands/x.tsx → core/y.ts → node:fs`; the shortest from its first file.
 */
export function buildCodeInBrowser(sources: readonly SourceFile[]): string[] {
  const byName = new Map(sources.map((source) => [source.file, source]));
  return sources.filter(isBrowserCode).flatMap((entry) => {
    const start = entry.file.endsWith('.astro') ? { ...entry, text: scriptsIn(entry.text) } : entry;
    const found: string[] = [];
    const seen = new Set([entry.file]);
    const queue: { source: SourceFile; way: string[] }[] = [{ source: start, way: [entry.file] }];
    for (const { source, way } of queue) {
      for (const { name, to, isType } of importsOf(source)) {
        if (isType) continue;
        if (BUILD_CODE.test(to ?? name)) found.push([...way, to ?? name].join(' → '));
        const next = to === undefined || seen.has(to) ? undefined : byName.get(to);
        if (!next) continue;
        seen.add(next.file);
        queue.push({ source: next, way: [...way, next.file] });
      }
    }
    return found;
  });
}
