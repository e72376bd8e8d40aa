/**
 * Holds the islands to a rule that keeps a page true when the browser's translator works on it: text stands alone in its
 * element. A translator takes text nodes out of the page and puts its own elements there. Text that is alone in its
 * element React replaces as the whole content of that element; text beside siblings it changes in the node that is no
 * longer in the page, or it looks for that node to insert something before it and throws.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const project = join(import.meta.dirname, '..');
const islands = readdirSync(join(project, 'src/islands'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => join(project, 'src/islands', file));

/** Files that are not on the disk, by their whole path. */
function textFaults(paths: readonly string[], inMemory: Readonly<Record<string, string>> = {}): string[] {
  const options: ts.CompilerOptions = {
    jsx: ts.JsxEmit.ReactJSX,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ESNext,
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    types: ['react', 'react-dom'],
  };
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  host.readFile = (path) => inMemory[path] ?? readFile(path);
  host.fileExists = (path) => path in inMemory || fileExists(path);
  const program = ts.createProgram([...paths], options, host);
  const checker = program.getTypeChecker();
  return paths.flatMap((path) => {
    const source = program.getSourceFile(path);
    if (!source) throw new Error(`${path} cannot be read.`);
    const faults: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isJsxElement(node)) check(node.children, !isComponent(node.openingElement.tagName));
      if (ts.isJsxFragment(node)) check(node.children, false);
      ts.forEachChild(node, visit);
    };
    const check = (all: readonly ts.JsxChild[], mayHoldText: boolean) => {
      const children = all.filter((child) => !isNothing(child));
      if (children.length === 1 && mayHoldText) return;
      for (const [at, child] of children.entries()) {
        const before = children.slice(0, at);
        if (isSpace(child) ? before.some(mayComeAndGo) : isText(child, checker))
          faults.push(`${path.slice(project.length + 1)}:${lineOf(child)}: ${child.getText().trim()}`);
      }
    };
    const lineOf = (node: ts.Node) => source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    visit(source);
    return faults;
  });
}

const isComponent = (name: ts.JsxTagNameExpression) => /^[A-Z]/.test(name.getText());

/** Line breaks of the source, and comments. */
function isNothing(child: ts.JsxChild): boolean {
  return (
    (ts.isJsxText(child) && child.containsOnlyTriviaWhiteSpaces) ||
    (ts.isJsxExpression(child) && child.expression === undefined)
  );
}

/** A space between two elements. */
function isSpace(child: ts.JsxChild): boolean {
  if (ts.isJsxText(child)) return child.text.trim() === '';
  return (
    ts.isJsxExpression(child) &&
    child.expression !== undefined &&
    ts.isStringLiteral(child.expression) &&
    child.expression.text.trim() === ''
  );
}

const mayComeAndGo = (child: ts.JsxChild) => ts.isJsxExpression(child) && !isSpace(child);

function isText(child: ts.JsxChild, checker: ts.TypeChecker): boolean {
  if (ts.isJsxText(child)) return true;
  return (
    ts.isJsxExpression(child) &&
    child.expression !== undefined &&
    hasText(checker.getTypeAtLocation(child.expression), checker)
  );
}

/** Whether a value of this type can be text. An empty string draws nothing. */
function hasText(type: ts.Type, checker: ts.TypeChecker): boolean {
  if (type.isUnion()) return type.types.some((one) => hasText(one, checker));
  if (checker.isArrayLikeType(type))
    return checker.getTypeArguments(type as ts.TypeReference).some((one) => hasText(one, checker));
  if (type.isStringLiteral()) return type.value !== '';
  return (
    (type.flags &
      (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !==
    0
  );
}

test('in every island, text stands alone in its element', () => {
  expect(islands.length).toBeGreaterThan(30);
  expect(textFaults(islands)).toEqual([]);
});

test('text beside an element, in a fragment, in a component or before what comes and goes is found', () => {
  const path = join(project, 'src/islands/Broken.tsx');
  const broken = `
    import type { ReactNode } from 'react';
    function Box({ children }: { children: ReactNode }) { return <div><i>a</i>{children}</div>; }
    export function Broken({ name, n, shown }: { name: string; n: number; shown: boolean }) {
      return (
        <div>
          <p><b>✓</b> {name}</p>
          <p>Fixed <b>a</b></p>
          <p><b>a</b>{shown && name}</p>
          <p><b>a</b>{n}</p>
          <p>{shown && <b>a</b>} <i>b</i></p>
          <p><b>a</b>{[1].map(() => name)}</p>
          <>{name}</>
          <Box>{name}</Box>
          <p>{name}</p>
          <p><b>{name}</b> <i>b</i>{shown && <b>c</b>}{name && <u>d</u>}</p>
          <ul>{[1].map((i) => <li key={i}>{i}</li>)}</ul>
        </div>
      );
    }`;
  const found = textFaults([path], { [path]: broken }).map((fault) => fault.replace(/^[^:]*:/, ''));
  expect(found).toEqual([
    '3: {children}',
    '7: {name}',
    '8: Fixed',
    '9: {shown && name}',
    '10: {n}',
    // The space after what comes and goes.
    '11: ',
    '12: {[1].map(() => name)}',
    '13: {name}',
    '14: {name}',
  ]);
});

test('the rule looks at every island that a page loads', () => {
  const pages = readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.astro'))
    .map((file) => readFileSync(join(project, 'src', file), 'utf8'))
    .filter((text) => text.includes('client:'));
  for (const text of pages)
    for (const [, name] of text.matchAll(/<(\w+)\s+client:/g))
      expect(
        islands.some((file) => file.endsWith(`/${name}.tsx`)),
        name,
      ).toBe(true);
});
