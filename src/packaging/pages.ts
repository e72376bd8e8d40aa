import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  defaultTreeAdapter as adapter,
  html,
  parse,
  serialize,
  type DefaultTreeAdapterTypes as Tree,
} from 'parse5';
import { fileIn, PACKING_BASE, placeIn, relativeAddresses } from './addresses.ts';

/** Scripts that were removed from a page, to be bundled into one. */
export interface PageScripts {
  /** Module scripts and islands' files, by path in the site. */
  modules: string[];
  /** The text of scripts that are no modules: those in the page, and Astro's own, which `island-scripts.ts` made files. */
  inline: string[];
}

export interface PackedPage extends PageScripts {
  html: string;
}

/** Attributes whose URLs a browser loads or follows without a script. */
const FOLLOWED = new Set(['href', 'src', 'srcset', 'poster', 'action', 'data']);
/** `rel` of <link> elements that have no effect on a page opened from a file. */
const USELESS = /^(manifest|preload|modulepreload|canonical|alternate)$/;

/**
 * Makes a page of the built site one that works from a file: addresses relative, one classic script in place of all
 * modules, a Content-Security-Policy that allows no request to any host.
 *
 * @param site Folder of the site, built under `PACKING_BASE`.
 * @param file The page's path in it.
 * @param script Path of the packed script in the site.
 * @param isAlone The page is shown outside the shell.
 * @throws {Error} with the page's path when an address leads nowhere or the policy is not where Astro puts it.
 */
export function packPage(
  site: string,
  file: string,
  text: string,
  script: string,
  isAlone: boolean,
): PackedPage {
  const followed = (path: string) => fileIn(site, path);
  const used = (path: string) => placeIn(site, path);
  // Without scripting, what stands in <noscript> is a tree as well.
  const document = parse(text, { scriptingEnabled: false });
  const out: PageScripts = { modules: [], inline: [] };
  const run: string[] = [];
  let hasPolicy = false;

  const visit = (node: Tree.ParentNode) => {
    for (const child of [...node.childNodes]) {
      if (!adapter.isElementNode(child)) continue;
      if (child.tagName === 'script' && !(attribute(child, 'type') ?? '').includes('json')) {
        const src = attribute(child, 'src');
        if (src === undefined) out.inline.push(textOf(child));
        else if (attribute(child, 'type') === 'module') run.push(pathOf(src));
        else out.inline.push(readFileSync(join(site, pathOf(src)), 'utf8'));
        adapter.detachNode(child);
        continue;
      }
      if (child.tagName === 'link' && USELESS.test(attribute(child, 'rel') ?? '')) {
        adapter.detachNode(child);
        continue;
      }
      if (child.tagName === 'astro-island')
        for (const name of ['component-url', 'renderer-url', 'before-hydration-url']) {
          const url = attribute(child, name);
          if (url) out.modules.push(pathOf(url));
        }
      if (child.tagName === 'meta' && attribute(child, 'http-equiv') === 'content-security-policy') {
        hasPolicy = true;
        set(child, 'content', packedPolicy(attribute(child, 'content') ?? ''));
      }
      const isForFiles = attribute(child, 'data-packed-only') !== undefined;
      child.attrs = child.attrs
        .filter(({ name }) => name !== 'crossorigin' && !(isForFiles && name === 'hidden'))
        .map(({ name, value, ...rest }) => ({
          ...rest,
          name,
          value: relativeAddresses(value, file, FOLLOWED.has(name) ? followed : used),
        }));
      if (child.tagName === 'script')
        for (const inner of child.childNodes)
          if (adapter.isTextNode(inner)) inner.value = relativeAddresses(inner.value, file, used);
      visit(child);
      if (child.tagName === 'template') visit(adapter.getTemplateContent(child as Tree.Template));
    }
  };
  try {
    visit(document);
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : error}`);
  }
  if (!hasPolicy)
    throw new Error(`${file}: has no Content-Security-Policy; astro.config.mjs should give it one.`);
  const head = find(document, 'head');
  const packed = adapter.createElement('script', html.NS.HTML, [
    { name: 'src', value: relativeAddresses(`${PACKING_BASE}${script}`, file, (path) => path) },
    { name: 'data-run', value: run.join(' ') },
    ...(isAlone ? [{ name: 'data-alone', value: '' }] : []),
  ]);
  // After the policy, which holds from where it stands.
  adapter.appendChild(head, packed);
  return { html: serialize(document), modules: [...out.modules, ...run], inline: out.inline };
}

/** The policy of the website without what only a website can do. */
function packedPolicy(policy: string): string {
  const kept = policy
    .split(';')
    .map((directive) => directive.trim())
    .filter((directive) => !/^(script-src|connect-src|worker-src|manifest-src)\b/.test(directive))
    .filter(Boolean);
  return [...kept, "script-src 'self'"].join('; ');
}

function pathOf(url: string): string {
  const [, path] = /^\/__listen-first__\/(.+)$/.exec(url) ?? [];
  if (path === undefined)
    throw new Error(`${url} is a script from elsewhere; only the site's own can be packed.`);
  return path;
}

function attribute(element: Tree.Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

function set(element: Tree.Element, name: string, value: string): void {
  for (const candidate of element.attrs) if (candidate.name === name) candidate.value = value;
}

function textOf(element: Tree.Element): string {
  return element.childNodes.map((node) => (adapter.isTextNode(node) ? node.value : '')).join('');
}

function find(node: Tree.ParentNode, tagName: string): Tree.Element {
  for (const child of node.childNodes) {
    if (!adapter.isElementNode(child)) continue;
    if (child.tagName === tagName) return child;
    const inner = child.tagName === 'html' ? find(child, tagName) : undefined;
    if (inner) return inner;
  }
  throw new Error(`The page has no <${tagName}>.`);
}
