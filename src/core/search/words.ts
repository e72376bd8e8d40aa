import lunr from 'lunr';

/** A word of a text: how the index knows it, and where it stands. */
export interface Word {
  /** Lower case, compatibility forms taken apart, without accents, apostrophes and invisible characters. */
  folded: string;
  /** Folded and without its ending. */
  stem: string;
  start: number;
  end: number;
}

// Between letters of one word: apostrophes as keyboards, typesetters and other scripts write them.
const APOSTROPHE = "'’‘ʼ＇`´";
// Invisible characters (soft hyphen, joiners, direction marks; Unicode category Cf) may stand anywhere in a word.
const WORD = new RegExp(`[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}\\p{Cf}${APOSTROPHE}]*`, 'gu');
const TRAILING = new RegExp(`(?<![\\p{Cf}${APOSTROPHE}])[\\p{Cf}${APOSTROPHE}]+$`, 'u');
// U+0640 only makes an Arabic word longer.
const UNSEEN = new RegExp(`[\\p{M}\\p{Cf}\\u0640${APOSTROPHE}]`, 'gu');
// French articles stand before an apostrophe: l'annexe is looked up as annexe.
const ELISION = new RegExp(`^(?:[cdjlmnst]|qu)[${APOSTROPHE}](?=\\p{L})`, 'u');
const HYPHEN = /^[-\u2010-\u2013\u2212\ufe63\uff0d]$/u;
const NUMBER = /^\p{N}+$/u;
const NUMBER_GAP = /^[\s./-]{1,2}$/u;
// Letters that Unicode does not take apart, and how they are typed where the keyboard lacks them.
const SPELT: Record<string, string> = {
  ß: 'ss',
  œ: 'oe',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
const stems = new Map<string, string>();

/** The words of a text in order. A compound with a hyphen gives one word for each part; see {@link compoundsOf}. */
export function wordsOf(text: string, lang: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const article = ELISION.exec(match[0].toLowerCase())?.[0].length ?? 0;
    const bare = match[0].slice(article).replace(TRAILING, '');
    const start = match.index + article;
    const folded = fold(bare);
    if (folded) words.push({ folded, stem: stemOf(folded, lang), start, end: start + bare.length });
  }
  return words;
}

/**
 * What a text also says in one piece: parts joined by hyphens ("follow-up" is "followup") and the groups of a number
 * ("116 000" is "116000").
 *
 * @param words The words of `text`, from {@link wordsOf}.
 */
export function compoundsOf(text: string, words: readonly Word[], lang: string): Word[] {
  const compounds: Word[] = [];
  for (let first = 0; first < words.length; first++) {
    let last = first;
    while (isJoined(text, words[last], words[last + 1])) last++;
    if (last > first) compounds.push(joined(words.slice(first, last + 1), lang));
    first = last;
  }
  return compounds;
}

/** One word made of neighbours, as it is written without what stands between them. */
export function joined(parts: readonly Word[], lang: string): Word {
  const folded = parts.map((part) => part.folded).join('');
  return { folded, stem: stemOf(folded, lang), start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 };
}

/** Whether two neighbours are groups of one number, such as 116 000. */
export function isOneNumber(text: string, word: Word | undefined, next: Word | undefined): boolean {
  if (!word || !next || !NUMBER.test(word.folded) || !NUMBER.test(next.folded)) return false;
  return NUMBER_GAP.test(text.slice(word.end, next.start));
}

function isJoined(text: string, word: Word | undefined, next: Word | undefined): boolean {
  if (!word || !next) return false;
  return HYPHEN.test(text.slice(word.end, next.start)) || isOneNumber(text, word, next);
}

/** As {@link Word.folded} says. Marks and invisible characters may also come out of a compatibility form. */
function fold(word: string): string {
  return word
    .replace(UNSEEN, '')
    .normalize('NFKD')
    .replace(UNSEEN, '')
    .toLowerCase()
    .replace(/[ßœæøłđðþı]/g, (letter) => SPELT[letter] ?? letter);
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
