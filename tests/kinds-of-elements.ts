/** Which pages to open so that every kind of element of the built site is looked at once. */
import { parse } from 'parse5';

export interface HtmlPage {
  address: string;
  html: string;
}

interface Node {
  tagName?: string;
  attrs?: readonly { name: string; value: string }[];
  parentNode?: Node | null;
  childNodes?: readonly Node[];
}

/** What rules of accessibility and styles tell elements apart by; texts, addresses and ids are left out. */
const TELLING = /^(class|role|type|scope|lang|dir|hidden|open|controls|aria-[a-z]+|data-[a-z]+)$/;
/** Attributes of which the value counts as well. */
const WITH_VALUE = /^(class|role|type|scope|lang|dir)$/;

function kindOf(node: Node | null | undefined): string {
  const told = (node?.attrs ?? [])
    .filter(({ name }) => TELLING.test(name))
    .map(({ name, value }) => (WITH_VALUE.test(name) ? `[${name}=${value}]` : `[${name}]`));
  return `${node?.tagName ?? ''}${told.join('')}`;
}

/** Kinds of the elements of a page: each with that of its parent, since colours and rules depend on both. */
export function kindsOf(html: string): ReadonlySet<string> {
  const kinds = new Set<string>();
  const walk = (node: Node) => {
    if (node.tagName) kinds.add(`${kindOf(node.parentNode)} > ${kindOf(node)}`);
    for (const child of node.childNodes ?? []) walk(child);
  };
  walk(parse(html) as Node);
  return kinds;
}

/**
 * Few pages that together hold every kind of element that any of them holds, the page with most new kinds first.
 *
 * @param pages Addresses must differ.
 * @returns Addresses.
 */
export function pagesWithEveryKind(pages: readonly HtmlPage[]): string[] {
  const all = pages.map(({ address, html }) => ({ address, kinds: kindsOf(html) }));
  const missing = new Set(all.flatMap(({ kinds }) => [...kinds]));
  const chosen: string[] = [];
  while (missing.size > 0) {
    const counted = all.map(({ address, kinds }) => ({
      address,
      kinds,
      isNew: [...kinds].filter((kind) => missing.has(kind)).length,
    }));
    const best = counted.reduce((most, one) => (one.isNew > most.isNew ? one : most));
    chosen.push(best.address);
    for (const kind of best.kinds) missing.delete(kind);
  }
  return chosen;
}
