import { documentKinds } from '../../core/search/document.ts';

/** Interface strings that the search shows while one types. */
export const searchWords = [
  ...documentKinds.map((kind) => `search.kind.${kind}` as const),
  ...documentKinds.map((kind) => `search.one.${kind}` as const),
  'search.best',
  'search.count.none',
  'search.count.one',
  'search.count.many',
  'search.none',
  'search.try.spelling',
  'search.try.fewer',
  'search.try.glossary',
  'search.failed',
] as const;
export type SearchWord = (typeof searchWords)[number];
