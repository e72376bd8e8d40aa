/** All interface strings of one language, by dotted key, as a page reads them from content/ui/. */
export type Ui = Readonly<Record<string, string>>;

/** The interface strings that an island or component is given: these keys and no others. */
export type Words<Key extends string> = Readonly<Record<Key, string>>;

/**
 * A string of the interface with its `{names}` filled in.
 *
 * @param words The strings. When they are `Words` of an island, only their keys can be asked for: another one is a type
 * error. When they are the whole `Ui` of a page, a key that is not there stops the build (`siteContent` in
 * integrations/site.ts).
 */
export function say<Key extends string>(
  words: Words<Key>,
  key: NoInfer<Key>,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/**
 * The strings of the given keys: what a page hands to an island, so that it carries no others.
 *
 * @throws {Error} when the language has no string of that key; this stops the build.
 */
export function pickWords<Key extends string>(ui: Ui, keys: readonly Key[]): Words<Key> {
  return Object.fromEntries(
    keys.map((key) => {
      const text = ui[key];
      if (text === undefined) throw new Error(missingWord(key));
      return [key, text];
    }),
  ) as Record<Key, string>;
}

/** Strings that throw when one is asked for that is not there. */
export function strictWords(ui: Ui): Ui {
  return new Proxy(ui, {
    get(known, key) {
      if (typeof key === 'string' && !(key in known)) throw new Error(missingWord(key));
      return Reflect.get(known, key) as string;
    },
  });
}

function missingWord(key: string): string {
  return `There is no interface string "${key}". Add it to content/ui/<language>.yaml of each language.`;
}

/** `dir` of a language. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  return ['ar', 'fa', 'he', 'ps', 'ur', 'dv', 'yi'].includes(lang.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/** BCP 47 tag by which days are written in a language of the course: English as in Europe, the day before the month. */
export function dateLocale(lang: string): string {
  return lang === 'en' ? 'en-GB' : lang;
}
