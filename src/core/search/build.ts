import lunr from 'lunr';
import type { DocumentKind, SearchDocument } from './document.ts';
import { type LunrJson, type PackedIndex, packIndex } from './packing.ts';
import type { SearchLanguage } from './schema.ts';
import { compoundsOf, wordsOf } from './words.ts';

/** Everything a browser needs to search one language, as plain data. */
export interface SearchIndex {
  format: 1;
  language: SearchLanguage;
  documents: Omit<SearchDocument, 'also'>[];
  packed: PackedIndex;
}

const fieldWeights = { title: 4, also: 3, within: 1.5, text: 1 } as const;
// Weights: sources and pages about the course rank below lessons with the same words.
const kindWeights: Record<DocumentKind, number> = {
  lesson: 1,
  'role-play': 0.9,
  glossary: 1,
  country: 1,
  page: 0.85,
  source: 0.12,
};

/**
 * Builds the index of one language; document numbers are places in `documents`.
 *
 * Words are folded and stemmed here, so that lunr gets terms and needs no pipeline, at build or in the browser.
 */
export function buildIndex(documents: readonly SearchDocument[], language: SearchLanguage): SearchIndex {
  const ignored = new Set(
    language.ignore.flatMap((word) => wordsOf(word, language.lang).map(({ folded }) => folded)),
  );
  const termsOf = (text: string) => {
    const words = wordsOf(text, language.lang);
    return [...words, ...compoundsOf(text, words, language.lang)]
      .filter(({ folded }) => !ignored.has(folded))
      .map(({ stem }) => stem);
  };
  const builder = new lunr.Builder();
  builder.ref('number');
  // BM25 length normalisation, lower than lunr's default: long sections are penalised only a little.
  builder.b(0.5);
  for (const [field, boost] of Object.entries(fieldWeights)) builder.field(field, { boost });
  documents.forEach((document, number) => {
    const { kind, title, also, within, text } = document;
    const terms = {
      title: termsOf(title),
      also: termsOf(also),
      within: termsOf(within),
      text: termsOf(text),
    };
    builder.add({ number, ...terms }, { boost: kindWeights[kind] });
  });
  return {
    format: 1,
    language: {
      lang: language.lang,
      ignore: language.ignore,
      synonyms: language.synonyms,
      notes: language.notes,
    },
    documents: documents.map(({ also: _, ...shown }) => shown),
    packed: packIndex(builder.build().toJSON() as LunrJson),
  };
}
