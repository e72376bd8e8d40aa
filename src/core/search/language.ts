import type { SearchLanguageFile } from './schema.ts';
import { wordsOf } from './words.ts';

/**
 * Synonyms that link two words of the language's `apart` list, each as `say → mean`. The build fails when there is one.
 *
 * Words are compared by stem and anywhere in a phrase: "smuggled people → trafficked persons" is caught.
 */
export function joinedApart(file: Pick<SearchLanguageFile, 'synonyms' | 'apart'>, lang: string): string[] {
  const stems = (text: string) => wordsOf(text, lang).map(({ stem }) => stem);
  return file.apart.flatMap((list) => {
    const groups = list.map(stems);
    const groupOf = (text: string) => {
      const has = stems(text);
      return groups.findIndex((group) => group.every((stem) => has.includes(stem)));
    };
    return file.synonyms.flatMap(({ say, mean }) =>
      say.flatMap((from) =>
        mean
          .filter((to) => groupOf(from) >= 0 && groupOf(to) >= 0 && groupOf(from) !== groupOf(to))
          .map((to) => `${from} → ${to}`),
      ),
    );
  });
}
