export { buildIndex, type SearchIndex } from './build.ts';
export { type DocumentKind, documentKinds, pageOf, type SearchDocument } from './document.ts';
export { joinedApart } from './language.ts';
export { type Answer, answer, type Result, worthShowing } from './present.ts';
export { type Found, type Hit, type OpenIndex, openIndex, search } from './query.ts';
export type { SearchLanguage, SearchNote } from './schema.ts';
export { markWords, type Part, snippet } from './snippet.ts';
export { wordsOf } from './words.ts';
