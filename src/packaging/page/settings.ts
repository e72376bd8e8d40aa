import { SETTINGS, type Settings } from '../protocol.ts';

/**
 * Replaces the page's storage areas by ones that hold what the shell handed over; each change is sent to the shell.
 * Only settings go this way; the record has messages of its own, whose answer says whether it was saved.
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
