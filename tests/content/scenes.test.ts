import { readFileSync } from 'node:fs';
import { parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { sceneDrawing, sceneIds } from '../../src/core/course/index.ts';
import { nodeFiles } from '../../src/integrations/node-files.ts';

const ALLOWED = ['svg', 'g', 'path', 'circle', 'rect', 'ellipse', 'line'];
const files = nodeFiles(process.cwd());

interface Element {
  tagName?: string;
  attrs?: { name: string; value: string }[];
  childNodes?: Element[];
}
const elements = (node: Element): Element[] => [
  ...(node.tagName ? [node] : []),
  ...(node.childNodes ?? []).flatMap(elements),
];

describe('drawings of places', () => {
  test.each(sceneIds(files))('%s holds shapes only, in the colours of the page', (id) => {
    const found = elements(parseFragment(sceneDrawing(files, id)) as Element);
    expect(found.map((element) => element.tagName).filter((name) => !ALLOWED.includes(name ?? ''))).toEqual(
      [],
    );
    const attributes = found.flatMap((element) => element.attrs ?? []);
    expect(
      attributes.filter(({ name }) => name.startsWith('on') || name.includes('href') || name === 'style'),
    ).toEqual([]);
    const colours = attributes
      .filter(({ name }) => name === 'fill' || name === 'stroke')
      .map(({ value }) => value);
    const known = readFileSync('src/styles/scene.css', 'utf8');
    for (const colour of colours.filter((value) => value !== 'none')) {
      const name = /^var\((--scene-[a-z]+)\)$/.exec(colour)?.[1];
      expect(name, `${id}: ${colour} is not one of the scene colours`).toBeDefined();
      expect(known).toContain(`${name}:`);
    }
    expect(found[0]?.attrs?.find(({ name }) => name === 'aria-hidden')?.value).toBe('true');
  });
});
