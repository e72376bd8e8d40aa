import lunr from 'lunr';

/** A word of a text: how the index knows it, and where it stands. */
export interface Word {
  /** Lower case, without accents and apostrophes. */
  folded: string;
  /** Folded and without its ending. */
  stem: string;
  start: number;
  end: number;
}

// French articles stand before an apostrophe: l'annexe is looked up as annexe.
const elision = /^(?:[cdjlmnst]|qu)['’](?=\p{L})/u;
const stems = new Map<string, string>();

/** The words of a text in order. */
export function wordsOf(text: string, lang: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu)) {
    const article = elision.exec(match[0].toLowerCase())?.[0].length ?? 0;
    const bare = match[0].slice(article).replace(/['’]+$/u, '');
    const start = match.index + article;
    const folded = fold(bare);
    words.push({ folded, stem: stemOf(folded, lang), start, end: start + bare.length });
  }
  return words;
}

function fold(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase();
}

/** A folded word without its ending. lunr's own stemmer knows English; words of other languages stay as they are. */
export function stemOf(folded: string, lang: string): string {
  if (!lang.startsWith('en') || !/^[a-z]+$/.test(folded)) return folded;
  let stem = stems.get(folded);
  if (stem === undefined) {
    stem = lunr.stemmer(new lunr.Token(folded, {})).toString();
    stems.set(folded, stem);
  }
  return stem;
}
