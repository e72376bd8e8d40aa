/** A term index in the form in which it is sent: lunr's own JSON says everything twice. */
export interface PackedIndex {
  version: string;
  fields: string[];
  /** Terms in the order of their numbers, parted by spaces. */
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

/** The inverse of `packIndex`, but for the weights' third decimal. */
export function unpackIndex(packed: PackedIndex): LunrJson {
  const nothing = Object.freeze({});
  const postings: [string, Posting][] = packed.terms.split(' ').map((term, number) => {
    const posting: Posting = { _index: number };
    for (const field of packed.fields) posting[field] = {};
    return [term, posting];
  });
  const fieldVectors: LunrJson['fieldVectors'] = packed.vectors.map((vector) => {
    const document = String(vector[0]);
    const field = packed.fields[vector[1] ?? 0] ?? '';
    const elements: number[] = [];
    let term = 0;
    for (let i = 2; i < vector.length; i += 2) {
      term += vector[i] ?? 0;
      elements.push(term, (vector[i + 1] ?? 0) / 100);
      const places = postings[term]?.[1][field];
      if (typeof places === 'object') places[document] = nothing;
    }
    return [`${field}/${document}`, elements];
  });
  // lunr builds its set of terms only from sorted ones.
  const invertedIndex = postings.sort(([a], [b]) => (a < b ? -1 : 1));
  return { version: packed.version, fields: packed.fields, fieldVectors, invertedIndex, pipeline: [] };
}
