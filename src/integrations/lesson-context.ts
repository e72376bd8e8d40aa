/**
 * A remark plugin that passes each tag the lesson it is in: MDX components cannot read their page.
 *
 * Every tag gets `lesson` (`module/lesson`) and `lang`, by which it asks the course for more; `Term` gets `n`, which makes
 * its popover's id its own.
 */
export function lessonContext() {
  return (tree: MdxNode, file: { path?: string }) => {
    const match = /modules\/([a-z0-9-]+)\/([A-Za-z-]+)\/([a-z0-9-]+)\.mdx$/.exec(
      (file.path ?? '').replaceAll('\\', '/'),
    );
    if (!match) return;
    const [, module = '', lang = '', lesson = ''] = match;
    let tag = 0;
    visit(tree, (node) => {
      if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
      const attributes = node.attributes ?? [];
      node.attributes = attributes;
      add(attributes, 'lesson', `${module}/${lesson}`);
      add(attributes, 'lang', lang);
      if (node.name === 'Term') add(attributes, 'n', String(++tag));
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
