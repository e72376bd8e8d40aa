import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addressOf, base, builtPages, root } from './pages.ts';

const HOST = 'http://the-site.invalid';
const pages = builtPages();
const idsOf = new Map(
  pages.map((page) => [page.file, new Set(page.tags.flatMap(({ attributes }) => attributes.id ?? []))]),
);

/** What is wrong with a link; undefined when it leads somewhere. */
function complaint(href: string, from: string): string | undefined {
  const url = new URL(href, HOST + from);
  if (url.origin !== HOST) return undefined;
  if (!url.pathname.startsWith(base)) return `${href} leaves the base path ${base}`;
  const path = decodeURI(url.pathname).slice(base.length);
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  if (!existsSync(join(root, file))) return `${href}: there is no ${file}`;
  if (statSync(join(root, file)).isDirectory()) return `${href}: a folder’s address ends in a slash`;
  const fragment = decodeURIComponent(url.hash.slice(1));
  // `#key=value` carries data for a script and names no place.
  if (fragment !== '' && !fragment.includes('=') && !(idsOf.get(file)?.has(fragment) ?? true))
    return `${href}: ${file} has no id "${fragment}"`;
  return undefined;
}

/** One line per broken target: a wrong link in the frame stands on every page. */
function grouped(broken: readonly string[]): string[] {
  const onPages = Map.groupBy(broken, (line) => line.slice(line.indexOf(' ') + 1));
  return [...onPages].map(
    ([said, lines]) => `${said} (${lines.length}×, first in ${lines[0]?.split(' ')[0]})`,
  );
}

describe('every link and reference', () => {
  test('leads to a page and a place that are there', () => {
    const broken = pages.flatMap((page) =>
      page.tags.flatMap(({ name, attributes }) => {
        const hrefs = [attributes.href, attributes.src, attributes['data-away'], attributes.action].filter(
          (href) => href !== undefined,
        );
        const targets = name === 'use' || hrefs.length === 0 ? [] : hrefs;
        return targets
          .filter((href) => !/^(data|mailto|tel):/.test(href))
          .flatMap((href) => {
            const said = complaint(href, addressOf(page));
            return said === undefined ? [] : [`${page.file} <${name}> ${said}`];
          });
      }),
    );
    expect(grouped(broken)).toEqual([]);
  });

  test('to another host tells it nothing of where it came from', () => {
    const telling = pages.flatMap((page) =>
      page.tags
        .filter(({ name, attributes }) => name === 'a' && /^(https?:)?\/\//.test(attributes.href ?? ''))
        .filter(
          ({ attributes }) =>
            !(attributes.rel ?? '').includes('noreferrer') &&
            !page.tags.some(
              (tag) =>
                tag.name === 'meta' &&
                tag.attributes.name === 'referrer' &&
                tag.attributes.content === 'no-referrer',
            ),
        )
        .map(({ attributes }) => `${page.file} ${attributes.href}`),
    );
    expect(telling).toEqual([]);
  });

  test('of a label, a description or a control names an id of its own page', () => {
    const dangling = pages.flatMap((page) =>
      page.tags.flatMap(({ name, attributes }) =>
        ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'aria-details']
          .flatMap((attribute) => (attributes[attribute] ?? '').split(/\s+/).filter(Boolean))
          .filter((id) => !idsOf.get(page.file)?.has(id))
          .map((id) => `${page.file} <${name}> ${id}`),
      ),
    );
    expect(dangling).toEqual([]);
  });
});
