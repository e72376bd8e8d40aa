import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtPages, root } from './pages.ts';

const pages = builtPages();
const isElsewhere = (url: string) =>
  /^([a-z][a-z0-9+.-]*:)?\/\//i.test(url.trim()) && !url.startsWith('data:');

/** Directive → values of a page's Content-Security-Policy; undefined when it has none. */
function policyOf(page: (typeof pages)[number]): Record<string, string[]> | undefined {
  const meta = page.tags.find(
    ({ name, attributes }) =>
      name === 'meta' && attributes['http-equiv']?.toLowerCase() === 'content-security-policy',
  );
  if (!meta) return undefined;
  const parts = (meta.attributes.content ?? '').split(';').map((part) => part.trim().split(/\s+/));
  return Object.fromEntries(parts.flatMap(([name, ...values]) => (name ? [[name, values]] : [])));
}

describe('every page', () => {
  test("has a policy that begins with default-src 'none'", () => {
    expect(
      pages.filter((page) => policyOf(page)?.['default-src']?.join() !== "'none'").map((page) => page.file),
    ).toEqual([]);
  });

  test('allows no unsafe-inline, no unsafe-eval and no other host', () => {
    const loose = pages.flatMap((page) =>
      Object.entries(policyOf(page) ?? {}).flatMap(([directive, values]) =>
        values
          .filter((value) => /unsafe-|^\*|^https?:|\w\.\w+$/.test(value))
          .map((value) => `${page.file} ${directive} ${value}`),
      ),
    );
    expect(loose).toEqual([]);
  });

  test('allows by hash only what stands in it', () => {
    const more = pages.filter((page) => {
      const own = page.tags
        .filter(({ name }) => name === 'script' || name === 'style')
        .map(({ text }) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
      return Object.values(policyOf(page) ?? {})
        .flat()
        .some((value) => value.startsWith("'sha256-") && !own.includes(value));
    });
    expect(more.map((page) => page.file)).toEqual([]);
  });

  test('has its policy before anything that loads', () => {
    const late = pages.filter((page) => {
      const policy = page.tags.findIndex(
        ({ attributes }) => attributes['http-equiv']?.toLowerCase() === 'content-security-policy',
      );
      const first = page.tags.findIndex(
        ({ name, attributes }) =>
          name === 'script' ||
          name === 'style' ||
          (name === 'link' && /stylesheet|modulepreload/.test(attributes.rel ?? '')),
      );
      return first >= 0 && policy > first;
    });
    expect(late.map((page) => page.file)).toEqual([]);
  });

  test('has no handler and no style in an attribute, which the policy would stop', () => {
    const inline = pages.flatMap((page) =>
      page.tags.flatMap(({ name, attributes }) =>
        Object.keys(attributes)
          .filter((attribute) => attribute === 'style' || /^on[a-z]+$/.test(attribute))
          .map((attribute) => `${page.file} <${name} ${attribute}>`),
      ),
    );
    expect(inline).toEqual([]);
  });

  test('loads nothing from another host', () => {
    const loads: Record<string, readonly string[]> = {
      script: ['src'],
      img: ['src', 'srcset'],
      source: ['src', 'srcset'],
      iframe: ['src'],
      video: ['src', 'poster'],
      audio: ['src'],
      embed: ['src'],
      object: ['data'],
      track: ['src'],
      use: ['href', 'xlink:href'],
      image: ['href', 'xlink:href'],
      'astro-island': ['component-url', 'renderer-url', 'before-hydration-url'],
    };
    const elsewhere = pages.flatMap((page) =>
      page.tags.flatMap(({ name, attributes }) => {
        // A link of these kinds only says where something is; all others fetch it.
        const isSaying =
          name === 'link' && /^(canonical|alternate|license|author|next|prev)$/.test(attributes.rel ?? '');
        const urls =
          name === 'link'
            ? isSaying
              ? []
              : [attributes.href]
            : (loads[name] ?? []).map((attribute) => attributes[attribute]);
        return urls
          .filter((url) => url !== undefined && isElsewhere(url))
          .map((url) => `${page.file} <${name}> ${url}`);
      }),
    );
    expect(elsewhere).toEqual([]);
  });
});

test('no style sheet loads anything from another host', () => {
  const sheets = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.css'),
  );
  const elsewhere = sheets.flatMap((file) => {
    const css = readFileSync(join(root, file), 'utf8');
    const urls = [...css.matchAll(/url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    );
    return urls.filter(isElsewhere).map((url) => `${file} ${url}`);
  });
  expect(elsewhere).toEqual([]);
});
