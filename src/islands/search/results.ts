import { say, type Words } from '../../core/i18n/index.ts';
import type { Answer, Part, Result, SearchNote } from '../../core/search/index.ts';
import type { SearchWord } from './words.ts';

/** What results need to be shown. */
export interface Frame {
  ui: Words<SearchWord>;
  /** Address of the language's root, with a slash at its end. */
  base: string;
}

/**
 * The results as elements: notes, the best, then one section per kind. Text is only ever set as text: the query comes
 * from an address that anybody can have written.
 */
export function resultElements({ ui, base }: Frame, { best, groups, notes }: Answer): HTMLElement[] {
  const sections = [
    ...(best.length > 0 ? [section(say(ui, 'search.best'), best)] : []),
    ...groups.map(({ kind, results }) => section(say(ui, `search.kind.${kind}`), results)),
  ];
  return [...notes.map(noteElement), ...sections];

  function section(title: string, results: readonly Result[]): HTMLElement {
    const list = make('ol', { className: 'found' }, ...results.map(resultElement));
    return make('section', { className: 'stack' }, make('h2', { textContent: title }), list);
  }

  function resultElement({ kind, title, within, snippet, calls, address }: Result): HTMLElement {
    const place = [say(ui, `search.one.${kind}`), within].filter(Boolean).join(' · ');
    return make(
      'li',
      {},
      make('a', { href: base + address }, ...marked(title)),
      make('p', { className: 'small', textContent: place }),
      make('p', {}, ...marked(snippet)),
      ...calls.map(callElement),
    );
  }

  function noteElement({ title, text, links }: SearchNote): HTMLElement {
    const list = links.map((link) =>
      make('li', {}, make('a', { href: base + link.address, textContent: link.text })),
    );
    return make(
      'div',
      { className: 'notice stack' },
      make('p', {}, make('strong', { textContent: title })),
      make('p', { textContent: text }),
      make('ul', { className: 'found-links' }, ...list),
    );
  }
}

/** A number to call. The schema of country packs allows digits, spaces and a plus only. */
function callElement({ name, phone }: Result['calls'][number]): HTMLElement {
  const link = make('a', { href: `tel:${phone.replaceAll(' ', '')}`, textContent: phone });
  return make('p', { className: 'found-call' }, ...(name ? [`${name}: `] : []), link);
}

/** What is shown when nothing was found. */
export function nothingFound({ ui, base }: Frame, query: string): HTMLElement[] {
  const ways = (['search.try.spelling', 'search.try.fewer'] as const).map((key) =>
    make('li', { textContent: say(ui, key) }),
  );
  const glossary = make(
    'li',
    {},
    make('a', { href: `${base}glossary/`, textContent: say(ui, 'search.try.glossary') }),
  );
  return [
    make(
      'div',
      { className: 'notice stack' },
      make('p', { textContent: say(ui, 'search.none', { query }) }),
      make('ul', { className: 'found-links' }, ...ways, glossary),
    ),
  ];
}

function marked(parts: readonly Part[]): (Node | string)[] {
  return parts.map(({ text, marked: mark }) => (mark ? make('mark', { textContent: text }) : text));
}

function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(name), properties);
  if (children.length > 0) element.append(...children);
  return element;
}
