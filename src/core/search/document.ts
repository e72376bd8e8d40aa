/** Groups of results, in the order in which they are shown when nothing else decides. */
export const documentKinds = ['lesson', 'role-play', 'glossary', 'country', 'page', 'source'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** One thing that can be found: a section of a lesson, a term, a fact, a source. */
export interface SearchDocument {
  kind: DocumentKind;
  /** What it is called where it stands; of a lesson's section, its heading. */
  title: string;
  /** What it stands in: the lesson of a section, the country of a fact. Counts less than the title. */
  within: string;
  /** Other names under which people look for it; never shown. */
  also: string;
  /** Its words; the snippet is cut from them. */
  text: string;
  /** Telephone numbers that it gives, with the name of who answers where it gives several. Shown whole. */
  calls?: { name: string; phone: string }[];
  /** Address under the language's root, with a fragment where there is one: `glossary/#annex-15`. */
  address: string;
}

/** Page of an address, for results that must not stand there twice; entries of a list page stay apart. */
export function pageOf(document: Pick<SearchDocument, 'kind' | 'address'>): string {
  return document.kind === 'lesson' ? (document.address.split('#')[0] ?? '') : document.address;
}
