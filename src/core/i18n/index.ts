/** Interface strings of one language, by dotted key. */
export type Ui = Readonly<Record<string, string>>;

/**
 * A string of the interface with its `{names}` filled in. A missing key shows itself, so that it is seen; the content
 * check fails the build before that happens.
 */
export function say(ui: Ui, key: string, values: Readonly<Record<string, string | number>> = {}): string {
  return (ui[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The strings whose key starts with one of the prefixes: an island gets only what it shows. */
export function pickUi(ui: Ui, ...prefixes: string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(ui).filter(([key]) => prefixes.some((prefix) => key.startsWith(prefix))),
  );
}

/** `dir` of a language. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  return ['ar', 'fa', 'he', 'ps', 'ur', 'dv', 'yi'].includes(lang.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}
