import { loadContent } from './load-content.ts';

/** What `loadContent` gave for each language, in this process. */
type Kept = Map<string, ReturnType<typeof loadContent>>;

// The build's own steps and its pages are bundled apart, so a variable of this module would exist in each.
const KEY = Symbol.for('listen-first/content');
const shared = globalThis as { [KEY]?: Kept };
const kept: Kept = shared[KEY] ?? new Map();
shared[KEY] = kept;

/** The content of one language, read, checked and proven once in a build however many pages ask for it. */
export function contentOnce(lang: string): ReturnType<typeof loadContent> {
  const known = kept.get(lang);
  if (known) return known;
  const loaded = loadContent(process.cwd(), {
    lang,
    country: process.env.COUNTRY,
    today: new Date().toISOString().slice(0, 10),
    strict: process.env.STRICT === '1',
  });
  kept.set(lang, loaded);
  return loaded;
}

/** Discards what was read, so that the next call reads the files again (an author has changed one). */
export function forgetContent(): void {
  kept.clear();
}
