/**
 * No regular expression that runs in a browser, or over what authors wrote, may take more than linear time. recheck
 * (https://makenowjust-labs.github.io/recheck/) tells: it proves small ones safe and attacks the others.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from 'recheck';
import ts from 'typescript';
import { expect, test } from 'vitest';

const project = join(import.meta.dirname, '..');
const FOLDERS = ['core', 'adapters', 'stores', 'islands', 'sw'];
/** Put together from words of a list, at build time. */
const NOT_READ = ['words-to-avoid.ts'];

interface Expression {
  place: string;
  source: string;
  flags: string;
}

/** Every regular expression of a file: literals, and `new RegExp` of a text in which constants of that file are filled in. */
function expressionsOf(file: string): Expression[] {
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const constants = new Map<string, string>();
  const found: Expression[] = [];
  const add = (node: ts.Node, source: string, flags: string) => {
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
    found.push({ place: `${file.slice(project.length + 1)}:${line + 1}`, source, flags });
  };
  const textOf = (node: ts.Node | undefined): string => {
    if (node && ts.isStringLiteralLike(node)) return node.text;
    if (node && ts.isIdentifier(node)) return constants.get(node.text) ?? unread(node);
    if (!node || !ts.isTemplateExpression(node)) return unread(node);
    return node.templateSpans.reduce(
      (text, { expression, literal }) => text + textOf(expression) + literal.text,
      node.head.text,
    );
  };
  const unread = (node: ts.Node | undefined): never => {
    throw new Error(
      `${file}: cannot read the regular expression ${node?.getText() ?? ''}; write it as a literal.`,
    );
  };
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.initializer && ts.isStringLiteralLike(node.initializer))
      constants.set(node.name.getText(), node.initializer.text);
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      add(node, node.text.slice(1, end), node.text.slice(end + 1));
    }
    if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp')
      add(node, textOf(node.arguments?.[0]), node.arguments?.[1] ? textOf(node.arguments[1]) : '');
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

const expressions = FOLDERS.flatMap((folder) =>
  readdirSync(join(project, 'src', folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .filter((file) => !NOT_READ.some((name) => file.endsWith(name)))
    .flatMap((file) => expressionsOf(join(project, 'src', folder, file))),
);

test('every regular expression takes linear time', async () => {
  expect(expressions.length).toBeGreaterThan(80);
  const slow: string[] = [];
  for (const { place, source, flags } of expressions) {
    const result = await check(source, flags, { timeout: 20_000 });
    if (result.status === 'vulnerable')
      slow.push(
        `${place} /${source}/${flags} takes ${result.complexity.summary} time, as on ${result.attack.pattern}`,
      );
    if (result.status === 'unknown') slow.push(`${place} /${source}/${flags}: recheck could not tell`);
  }
  expect(slow).toEqual([]);
});
