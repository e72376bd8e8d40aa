import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { pickWords, type Ui } from '../core/i18n/index.ts';
import { languagesOf } from './load-content.ts';

/**
 * Makes `virtual:words/<name>` a module whose default is the words of an island, by language. They come with the
 * island's script, once for all pages, where a page would carry them once for each island.
 *
 * @param lists The keys of each name.
 * @returns A plugin for Vite.
 * @throws {Error} while building, when a language has no word for a key.
 */
export function islandWords(lists: Readonly<Record<string, readonly string[]>>) {
  const PREFIX = 'virtual:words/';
  return {
    name: 'island-words',
    resolveId: (id: string) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load(this: { addWatchFile: (file: string) => void }, id: string) {
      const keys = id.startsWith(`\0${PREFIX}`) ? lists[id.slice(PREFIX.length + 1)] : undefined;
      if (!keys) return undefined;
      const words = languagesOf(process.cwd()).map((lang) => {
        const file = join(process.cwd(), `content/ui/${lang}.yaml`);
        this.addWatchFile(file);
        return [lang, pickWords(parse(readFileSync(file, 'utf8')) as Ui, keys)] as const;
      });
      // As text: a parser reads JSON faster than an object in a script.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(words)))});`;
    },
  };
}
