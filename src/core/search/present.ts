import { type DocumentKind, documentKinds, pageOf } from './document.ts';
import { type Found, type Hit, type OpenIndex, search } from './query.ts';
import type { SearchNote } from './schema.ts';
import { markWords, type Part, snippet } from './snippet.ts';

/** One result as it is shown. */
export interface Result {
  kind: DocumentKind;
  title: Part[];
  within: string;
  snippet: Part[];
  /** Telephone numbers, shown whole below the extract. */
  calls: { name: string; phone: string }[];
  address: string;
}

/** The answer to a query as it is shown. */
export interface Answer {
  /** Of all kinds, best first: the first thing that is read. */
  best: Result[];
  /** The others by kind; kinds in the order of their best result. */
  groups: { kind: DocumentKind; results: Result[] }[];
  notes: SearchNote[];
  /** Results shown. */
  count: number;
}

const BEST = 3;
const PER_KIND = 8;
/** What fits less than this share of the best result is noise. */
const LEAST_SHARE = 0.05;

/** Searches and lays out: the best three whatever their kind, then the rest by kind. */
export function answer(index: OpenIndex, query: string): Answer {
  const found = search(index, query);
  const hits = worthShowing(index, found);
  const best = hits.slice(0, BEST).map((hit) => present(index, hit));
  const groups: Answer['groups'] = [];
  for (const hit of hits.slice(BEST)) {
    const result = present(index, hit);
    const group = groups.find(({ kind }) => kind === result.kind);
    if (!group) groups.push({ kind: result.kind, results: [result] });
    else if (group.results.length < PER_KIND) group.results.push(result);
  }
  const count = groups.reduce((sum, { results }) => sum + results.length, best.length);
  return { best, groups, notes: found.notes, count };
}

/** One hit per page, best section first, without those that hardly fit. */
export function worthShowing(index: Pick<OpenIndex, 'documents'>, found: Pick<Found, 'hits'>): Hit[] {
  const least = (found.hits[0]?.score ?? 0) * LEAST_SHARE;
  const pages = new Set<string>();
  const shown: Hit[] = [];
  for (const hit of found.hits) {
    const document = index.documents[hit.document];
    if (!document || hit.score < least || shown.length >= BEST + PER_KIND * documentKinds.length) break;
    const page = pageOf(document);
    if (pages.has(page)) continue;
    pages.add(page);
    shown.push(hit);
  }
  return shown;
}

function present(index: OpenIndex, hit: Hit): Result {
  const document = index.documents[hit.document];
  if (!document) throw new Error(`The index has no document ${hit.document}.`);
  const { kind, title, within, text, address, calls = [] } = document;
  const { lang } = index.language;
  return {
    kind,
    title: markWords(title, hit.matched, lang),
    within,
    snippet: snippet(text, hit.matched, lang),
    calls,
    address,
  };
}
