import { SETTINGS, type Settings } from '../protocol.ts';

/**
 * Puts areas in place of the page's own storage: filled with what the shell handed over, and told to it when changed.
 * Only settings pass; the record goes by messages of its own, because it must be known whether it was kept.
 */
export function settingsAreas(handed: Settings, changed: (key: string, value: string | null) => void): void {
  const values = new Map<string, string | undefined>(Object.entries(handed));
  const put = (key: string, value: string | null) => {
    if (value === null) values.delete(key);
    else values.set(key, value);
    if (key in SETTINGS) changed(key, value);
  };
  const area = {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => put(key, value),
    removeItem: (key: string) => put(key, null),
  };
  for (const name of ['localStorage', 'sessionStorage'])
    Object.defineProperty(globalThis, name, { value: area, configurable: true });
}
