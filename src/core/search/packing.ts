/** A term index in a smaller form for sending: lunr's JSON holds every posting twice. */
export interface PackedIndex {
  version: string;
  fields: string[];
  /** Terms, separated by spaces; a term's number is its place here. */
  terms: string;
  /** Per field of a document: document, field, then for each term the step from the term before and its weight × 100. */
  vectors: number[][];
}

/** What `lunr.Index.toJSON` gives and `lunr.Index.load` takes. */
export interface LunrJson {
  version: string;
  fields: string[];
  fieldVectors: [ref: string, elements: number[]][];
  invertedIndex: [term: string, posting: Posting][];
  pipeline: string[];
}
type Posting = { _index: number } & Record<string, number | Record<string, object>>;

/** Packs lunr's JSON to about a third. Postings are left out: the vectors hold the same facts. */
export function packIndex(json: LunrJson): PackedIndex {
  const terms: string[] = [];
  for (const [term, posting] of json.invertedIndex) terms[posting._index] = term;
  const vectors = json.fieldVectors.map(([ref, elements]) => {
    const [field = '', document = ''] = ref.split('/');
    const packed = [Number(document), json.fields.indexOf(field)];
    let last = 0;
    for (let i = 0; i < elements.length; i += 2) {
      const term = elements[i] ?? 0;
      packed.push(term - last, Math.round((elements[i + 1] ?? 0) * 100));
      last = term;
    }
    return packed;
  });
  return { version: json.version, fields: json.fields, terms: terms.join(' '), vectors };
}

/**
 * What `lunr.Index.load` takes, from what was sent; weights have lost their third decimal.
 *
 * Postings are made when a query first meets their term: making all of them takes longer than everything else
 * between the index's arrival and the first result.
 */
export function unpackIndex(packed: PackedIndex): object {
  const places: number[][][] = packed.terms.split(' ').map(() => packed.fields.map(() => []));
  const fieldVectors = packed.vectors.map((vector) => {
    const document = vector[0] ?? 0;
    const field = vector[1] ?? 0;
    const elements: number[] = [];
    let term = 0;
    for (let i = 2; i < vector.length; i += 2) {
      term += vector[i] ?? 0;
      elements.push(term, (vector[i + 1] ?? 0) / 100);
      places[term]?.[field]?.push(document);
    }
    return [`${packed.fields[field] ?? ''}/${document}`, elements];
  });
  const Posting = postingClass(packed.fields);
  const invertedIndex = packed.terms
    .split(' ')
    .map((term, number) => [term, new Posting(number, places[number] ?? [])] as const)
    // lunr builds its set of terms only from sorted ones.
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return { version: packed.version, fields: packed.fields, fieldVectors, invertedIndex, pipeline: [] };
}

/** lunr's postings for these fields: `posting.title` is an object with a key for each document that has the term. */
function postingClass(fields: readonly string[]) {
  const nothing = Object.freeze({});
  class Posting {
    readonly _index: number;
    readonly #places: readonly (readonly number[])[];
    readonly #made: Record<string, object>[] = [];
    constructor(index: number, places: readonly (readonly number[])[]) {
      this._index = index;
      this.#places = places;
    }
    documents(field: number): Record<string, object> {
      this.#made[field] ??= Object.fromEntries(
        (this.#places[field] ?? []).map((document) => [document, nothing]),
      );
      return this.#made[field];
    }
  }
  fields.forEach((name, field) => {
    Object.defineProperty(Posting.prototype, name, {
      get(this: Posting) {
        return this.documents(field);
      },
    });
  });
  return Posting;
}
