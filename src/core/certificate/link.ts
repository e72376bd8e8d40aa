import { openToken } from './token.ts';

/** Longest text that is searched: a token has at most 8,000 characters, and mail programs wrap it in more. */
const LONGEST_TEXT = 40_000;
/** Pieces into which a mail program may have broken one token. */
const MOST_PIECES = 60;
/** Places in a text at which a code may begin. */
const MOST_PLACES = 20;
/** Links inside links are percent-encoded once for each. */
const MOST_DECODINGS = 3;
const SHORTEST_TOKEN = 40;

/**
 * Finds a certificate's token in a link, in the text of a mail around it, or in the bare code.
 *
 * What mail programs, filters and printers do to a link is undone: percent-encoding, line breaks and quotation marks
 * within the code, brackets and full stops around it. The code itself is not mended: it must open as it is, and
 * {@link openToken} says whether its sums hold.
 *
 * @param text What was pasted, or a page's address.
 * @returns The first code that opens with all its sums right; else the first that opens; else the first that looks like
 *   one; undefined when nothing does.
 */
export function findToken(text: string): string | undefined {
  const candidates = new Set<string>();
  let form = text.slice(0, LONGEST_TEXT);
  for (let decoding = 0; decoding <= MOST_DECODINGS; decoding++) {
    for (const token of tokensIn(form)) candidates.add(token);
    const decoded = form.replace(/%([2-7][0-9A-Fa-f])/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    if (decoded === form) break;
    form = decoded;
  }
  let opens: string | undefined;
  for (const candidate of candidates) {
    const opened = openToken(candidate);
    if (opened?.broken.length === 0) return candidate;
    if (opened) opens ??= candidate;
  }
  return opens ?? [...candidates][0];
}

/** Texts that may be a token, the likeliest first. */
function tokensIn(text: string): string[] {
  // Quoted-printable breaks lines with "=" and writes "=" as "=3D"; replies put ">" before each line.
  const unquoted = text.replace(/\n[>|\s]+/g, '\n').replace(/\p{Cf}/gu, '');
  const unbroken = unquoted.replace(/=\r?\n/g, '').replace(/=3D/g, '=');
  return [...new Set([unquoted, unbroken])].flatMap(tokensInPlain);
}

function tokensInPlain(plain: string): string[] {
  const named = [...plain.matchAll(/(?:^|[^A-Za-z0-9])c=\s*/g)]
    .slice(0, MOST_PLACES)
    .map(({ index, 0: { length } }) => plain.slice(index + length));
  const bare = named.length > 0 || !/^[\s"'“”<([]*[\w-]{12,}/.test(plain) ? [] : [plain];
  return [...named, ...bare].flatMap(pieced);
}

/** The beginning of a text as a token: its first piece, and that with one more piece at a time. */
function pieced(text: string): string[] {
  const pieces: string[] = [];
  let rest = text.replace(/^[\s"'“”<([]+/, '');
  for (let i = 0; i < MOST_PIECES; i++) {
    const piece = /^([\w-]+)\s*/.exec(rest);
    if (!piece) break;
    pieces.push(piece[1] ?? '');
    rest = rest.slice(piece[0].length);
  }
  const joined = pieces.map((_, i) => pieces.slice(0, i + 1).join(''));
  // An underscore or dash behind the link belongs to the sentence around it.
  const trimmed = joined.flatMap((token) => [token, token.replace(/(?<![-_])[-_]+$/, '')]);
  const long = trimmed.filter((token, i) => token.length >= SHORTEST_TOKEN && trimmed.indexOf(token) === i);
  // The longest text is the one to name when none opens: nothing that was given is left out in silence.
  return long.length > 0 ? long : joined.slice(0, 1);
}
