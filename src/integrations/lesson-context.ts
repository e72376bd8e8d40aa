/** Tags whose `s` names sources. */
const CITING = new Set(['Cite', 'Note', 'Voice']);

/**
 * A remark plugin that tells each tag of a lesson where it stands: MDX components cannot see their page.
 *
 * Every tag gets `lesson` (`module/lesson`) and `lang`; `Cite`, `Note` and `Voice` get `numbers`, the places of their sources in
 * the lesson's list, counted from 1 in the order in which the lesson first cites them;
 * `Term` gets `n`, which makes its popover's id its own.
 */
export function lessonContext() {
  return (tree: MdxNode, file: { path?: string }) => {
    const match = /modules\/([a-z0-9-]+)\/([A-Za-z-]+)\/([a-z0-9-]+)\.mdx$/.exec(
      (file.path ?? '').replaceAll('\\', '/'),
    );
    if (!match) return;
    const [, module = '', lang = '', lesson = ''] = match;
    const cited: string[] = [];
    let tag = 0;
    visit(tree, (node) => {
      if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
      const attributes = node.attributes ?? [];
      node.attributes = attributes;
      add(attributes, 'lesson', `${module}/${lesson}`);
      add(attributes, 'lang', lang);
      if (node.name === 'Term') add(attributes, 'n', String(++tag));
      const keys = attributes.find((attribute) => attribute.name === 's')?.value;
      if (!CITING.has(node.name ?? '') || typeof keys !== 'string') return;
      const numbers = keys
        .split(/[\s,]+/)
        .filter(Boolean)
        .map((key) => {
          if (!cited.includes(key)) cited.push(key);
          return cited.indexOf(key) + 1;
        });
      add(attributes, 'numbers', numbers.join(' '));
    });
  };
}

interface MdxNode {
  type: string;
  name?: string | null;
  attributes?: { type: string; name: string; value: unknown }[];
  children?: MdxNode[];
}

function add(
  attributes: { type: string; name: string; value: unknown }[],
  name: string,
  value: string,
): void {
  attributes.push({ type: 'mdxJsxAttribute', name, value });
}

function visit(node: MdxNode, act: (node: MdxNode) => void): void {
  act(node);
  for (const child of node.children ?? []) visit(child, act);
}
