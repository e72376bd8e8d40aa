import {
  defaultTreeAdapter as adapter,
  parse,
  parseFragment,
  type DefaultTreeAdapterTypes as Tree,
} from 'parse5';

/** One element of a page, in document order. */
export interface Tag {
  /** Lower case. */
  name: string;
  /** Names in lower case, values with their entities resolved; an attribute without a value is ''. */
  attributes: Readonly<Record<string, string>>;
  /** What stands between the tag and its end, of script, style, title and textarea only. */
  text: string;
}

const RAW_TEXT = ['script', 'style', 'title', 'textarea'];

/**
 * The elements of a page or of a piece of one, read as a browser without scripting does.
 *
 * @param html A whole page, from its doctype, or a piece; of a piece no html, head and body are added.
 */
export function tagsOf(html: string): Tag[] {
  const tags: Tag[] = [];
  const visit = (parent: Tree.ParentNode): void => {
    for (const node of parent.childNodes) {
      if (!adapter.isElementNode(node)) continue;
      const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name.toLowerCase(), value]));
      const name = node.tagName.toLowerCase();
      const text = RAW_TEXT.includes(name) ? textOf(node) : '';
      tags.push({ name, attributes, text });
      // parse5 keeps the content of <template> in a separate tree.
      visit(node.tagName === 'template' ? adapter.getTemplateContent(node as Tree.Template) : node);
    }
  };
  const isPage = /^\s*<(?:!doctype|html)\b/i.test(html);
  visit((isPage ? parse : parseFragment)(html, { scriptingEnabled: false }));
  return tags;
}

function textOf(node: Tree.Element): string {
  return node.childNodes.map((child) => (adapter.isTextNode(child) ? child.value : '')).join('');
}
