import lunr from 'lunr';
import type { SearchIndex } from './build.ts';
import { unpackIndex } from './packing.ts';
import type { SearchNote } from './schema.ts';
import { errorsAllowed, nearest } from './spelling.ts';
import { joined, stemOf, type Word, wordsOf } from './words.ts';

/** An index made ready in memory. */
export interface OpenIndex extends Pick<SearchIndex, 'documents' | 'language'> {
  terms: lunr.Index;
  /** Every stem of the index: most of what a query asks for is not there, and asking lunr takes a hundred times as long. */
  stems: ReadonlySet<string>;
  ignored: ReadonlySet<string>;
  synonyms: { say: string[]; mean: string[][] }[];
  /** Every word of a synonym's phrases. */
  spoken: ReadonlySet<string>;
  notes: { say: string[]; note: SearchNote }[];
}

/** One document that fits. */
export interface Hit {
  /** Its place in the index's documents. */
  document: number;
  /** Greater is better; comparable within one search only. */
  score: number;
  /** Stems of its words that matched. */
  matched: string[];
}

export interface Found {
  /** Best first. */
  hits: Hit[];
  notes: SearchNote[];
}

/** How well documents fit one word of the query, and by which of their stems. */
type Fits = Map<number, { score: number; matched: string[] }>;

// Factors on the score of matches that are not literal, below 1 so that a literal match ranks first.
const SYNONYM = 0.75;
const PREFIX = 0.6;
const FUZZY = 0.85;
const APART = 0.9;
/** Letters that each part of a word taken apart has at least. */
const LEAST_PART = 3;
/** Letters of the longest word that is taken apart; each place costs two look-ups. */
const LONGEST_APART = 30;
// Exponents: DAMPING below 1 favours matching many words over one strong match; COVERAGE penalises unmatched words.
const DAMPING = 0.7;
const COVERAGE = 1.5;
/** What is read of a query; time grows with the square of its words. */
const LONGEST_QUERY = 1_000;
const MOST_WORDS = 40;

/** Makes a built or fetched index ready. A few milliseconds per thousand documents. */
export function openIndex(index: SearchIndex): OpenIndex {
  const { language, documents, packed } = index;
  const typed = (text: string) => wordsOf(text, language.lang).map(({ folded }) => folded);
  const ignored = new Set(
    language.ignore.flatMap((word) => wordsOf(word, language.lang).map(({ folded }) => folded)),
  );
  const meant = (text: string) =>
    wordsOf(text, language.lang)
      .filter(({ folded }) => !ignored.has(folded))
      .map(({ stem }) => stem);
  const synonyms = language.synonyms.flatMap(({ say, mean }) =>
    say.map((phrase) => ({ say: typed(phrase), mean: mean.map(meant) })),
  );
  return {
    documents,
    language,
    ignored,
    synonyms,
    spoken: new Set(synonyms.flatMap(({ say }) => say)),
    terms: lunr.Index.load(unpackIndex(packed)),
    stems: new Set(packed.terms.split(' ')),
    notes: language.notes.flatMap((note) => note.when.map((phrase) => ({ say: typed(phrase), note }))),
  };
}

/**
 * Documents that fit a query, best first. Every word may be met literally, by a synonym, as the beginning of a word
 * (the last one: it may still be being typed) or, when the index does not know it, by a word spelt nearly so.
 * Documents that meet more of the query's words come first; rare words count more than common ones.
 *
 * Of a query that is longer than 1,000 characters or 40 words, only its beginning is read.
 */
export function search(index: OpenIndex, given: string): Found {
  const { lang } = index.language;
  const query = given.slice(0, LONGEST_QUERY);
  const all = wordsOf(query, lang).slice(0, MOST_WORDS);
  const notes = index.notes.filter(({ say }) => placesOf(say, all).length > 0).map(({ note }) => note);
  const known = all.filter(({ folded }) => !index.ignored.has(folded));
  const words = known.length > 0 ? known : all.slice(-1);
  const last = all.at(-1);
  const meant = all.map((word) => spelt(index, word));
  const fits = words.map((word) => {
    const literal = fitsOf(index, word, word === last && !/\s$/.test(query));
    for (const pair of pairsWith(word, all)) merge(literal, lookUp(index, joined(pair, lang).stem, {}), 1);
    for (const { say, mean } of index.synonyms) {
      const span = placesOf(say, meant)
        .map((start) => all.slice(start, start + say.length))
        .find((some) => some.includes(word));
      // What a phrase stands for is shared among the words that it covers.
      const covered = span?.filter((one) => words.includes(one)).length ?? 0;
      if (covered > 0)
        for (const phrase of mean) merge(literal, phraseFits(index, phrase), SYNONYM / covered);
    }
    return literal;
  });
  return { hits: rank(index, fits), notes: [...new Set(notes)] };
}

/** The word, or the word of a synonym that it seems to be when the index does not know it: "pasport" is "passport". */
function spelt(index: OpenIndex, word: Word): Word {
  const known =
    index.ignored.has(word.folded) || index.spoken.has(word.folded) || lookUp(index, word.stem, {}).size > 0;
  return known ? word : { ...word, folded: nearest(word.folded, index.spoken) };
}

/**
 * Where a phrase begins in the query. Its words are compared as typed, but for a plural's s: by stem, "trafficker"
 * would be "trafficking".
 */
function placesOf(phrase: readonly string[], words: readonly Word[]): number[] {
  const same = (said: string, word: Word | undefined) => word?.folded === said || word?.folded === `${said}s`;
  return words.flatMap((_, start) =>
    phrase.every((said, i) => same(said, words[start + i])) ? [start] : [],
  );
}

/** Literal matches; for a word not yet finished also words that begin with it; for an unknown word similar ones. */
function fitsOf(index: OpenIndex, word: Word, unfinished: boolean): Fits {
  const fits = lookUp(index, word.stem, {});
  const { length } = word.folded;
  if (unfinished && length >= 2) {
    merge(fits, lookUp(index, word.folded, { wildcard: lunr.Query.wildcard.TRAILING }), PREFIX);
    // Stems are shorter than words: "interviewi" begins no stem, and is begun by one.
    for (let end = length - 1; end >= Math.max(4, length * 0.6) && fits.size === 0; end--)
      merge(fits, lookUp(index, word.folded.slice(0, end), {}), PREFIX);
  }
  if (fits.size === 0) merge(fits, apart(index, word), APART);
  const allowed = errorsAllowed(length);
  for (let editDistance = 1; editDistance <= allowed && fits.size === 0; editDistance++)
    merge(fits, lookUp(index, word.stem, { editDistance }), FUZZY);
  return fits;
}

/** The word with the one before it, and with the one after it: "work place" may stand as "workplace" in the text. */
function pairsWith(word: Word, all: readonly Word[]): Word[][] {
  const at = all.indexOf(word);
  return [all.slice(Math.max(0, at - 1), at + 1), all.slice(at, at + 2)].filter((pair) => pair.length === 2);
}

/** Documents that have both parts of a word that the index does not know: "checklist" where the text has "check list". */
function apart(index: OpenIndex, { folded }: Word): Fits {
  const { lang } = index.language;
  const fits: Fits = new Map();
  if (folded.length > LONGEST_APART) return fits;
  for (let at = LEAST_PART; at <= folded.length - LEAST_PART; at++) {
    const parts = [folded.slice(0, at), folded.slice(at)].map((part) => stemOf(part, lang));
    merge(fits, phraseFits(index, parts), 1);
  }
  return fits;
}

/** Documents that have all words of a phrase, with the mean of what each word gives. */
function phraseFits(index: OpenIndex, stems: readonly string[]): Fits {
  const each = stems.map((stem) => lookUp(index, stem, {}));
  const [first, ...others] = each;
  const fits: Fits = new Map();
  for (const [document, { score, matched }] of first ?? []) {
    const rest = others.map((other) => other.get(document));
    if (rest.includes(undefined)) continue;
    const sum = rest.reduce((total, fit) => total + (fit?.score ?? 0), score);
    fits.set(document, {
      score: sum / stems.length,
      matched: [...matched, ...rest.flatMap((fit) => fit?.matched ?? [])],
    });
  }
  return fits;
}

function lookUp(
  index: OpenIndex,
  stem: string,
  how: { wildcard?: lunr.Query.wildcard; editDistance?: number },
): Fits {
  if (how.wildcard === undefined && how.editDistance === undefined && !index.stems.has(stem))
    return new Map();
  const found = index.terms.query((query) => query.term(stem, { usePipeline: false, ...how }));
  return new Map(
    found.map(({ ref, score, matchData }) => [
      Number(ref),
      { score, matched: Object.keys(matchData.metadata) },
    ]),
  );
}

/** Adds to `fits` what fits better or is new, at a share of its score. */
function merge(fits: Fits, others: Fits, share: number): void {
  for (const [document, { score, matched }] of others) {
    const before = fits.get(document);
    const all = before ? [...new Set([...before.matched, ...matched])] : matched;
    fits.set(document, { score: Math.max(before?.score ?? 0, score * share), matched: all });
  }
}

function rank(index: OpenIndex, fits: readonly Fits[]): Hit[] {
  const known = fits.filter((fit) => fit.size > 0);
  // Inverse document frequency: rare words weigh more.
  const weights = known.map((fit) => Math.log(1 + index.documents.length / fit.size));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const sums = new Map<number, { score: number; met: number; matched: Set<string> }>();
  known.forEach((fit, i) => {
    for (const [document, { score, matched }] of fit) {
      const sum = sums.get(document) ?? { score: 0, met: 0, matched: new Set<string>() };
      sum.score += score ** DAMPING;
      sum.met += weights[i] ?? 0;
      for (const stem of matched) sum.matched.add(stem);
      sums.set(document, sum);
    }
  });
  const hits = [...sums].map(([document, { score, met, matched }]) => ({
    document,
    score: score * (met / whole) ** COVERAGE,
    matched: [...matched],
  }));
  hits.sort((a, b) => b.score - a.score || a.document - b.document);
  // Documents whose title matches rank higher; only the first 60 are re-ranked, to save time.
  const best = hits.slice(0, 60).map((hit) => ({ ...hit, score: hit.score * (1 + titleShare(index, hit)) }));
  best.sort((a, b) => b.score - a.score || a.document - b.document);
  return [...best, ...hits.slice(60)];
}

/** Share of a title's words that matched, 0 to 1. */
function titleShare(index: OpenIndex, hit: Hit): number {
  const { lang } = index.language;
  const stems = wordsOf(index.documents[hit.document]?.title ?? '', lang)
    .filter(({ folded }) => !index.ignored.has(folded))
    .map(({ folded }) => stemOf(folded, lang));
  return stems.length === 0 ? 0 : stems.filter((stem) => hit.matched.includes(stem)).length / stems.length;
}
