/** One start tag of a page, in document order. */
export interface Tag {
  /** Lower case. */
  name: string;
  /** Names in lower case, values with their entities resolved; an attribute without a value is ''. */
  attributes: Readonly<Record<string, string>>;
  /** What stands between the tag and its end, of script, style, title and textarea only. */
  text: string;
}

const RAW_TEXT = ['script', 'style', 'title', 'textarea'];
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The start tags of a page that our build wrote: well-formed, quoted, without doctype subtleties. html-validate checks
 * that it is so; for any other HTML take a real parser.
 */
export function tagsOf(html: string): Tag[] {
  const tags: Tag[] = [];
  const start = /<!--[\s\S]*?-->|<([a-zA-Z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g;
  for (let match = start.exec(html); match; match = start.exec(html)) {
    const [, rawName, rawAttributes = ''] = match;
    if (rawName === undefined) continue;
    const name = rawName.toLowerCase();
    let text = '';
    if (RAW_TEXT.includes(name)) {
      const end = html.toLowerCase().indexOf(`</${name}`, start.lastIndex);
      text = html.slice(start.lastIndex, end < 0 ? undefined : end);
      start.lastIndex += text.length;
    }
    tags.push({ name, attributes: attributesOf(rawAttributes), text });
  }
  return tags;
}

function attributesOf(raw: string): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [, name = '', double, single, bare] of raw.matchAll(
    /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g,
  )) {
    out[name.toLowerCase()] = unescapeEntities(double ?? single ?? bare ?? '');
  }
  return out;
}

function unescapeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex ?? '0', 16) : Number(decimal));
    },
  );
}
