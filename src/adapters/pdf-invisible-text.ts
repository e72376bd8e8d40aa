/**
 * Text that a PDF carries and does not show: behind a picture of a text, so that it can be found, copied and read aloud.
 *
 * `ActualText` alone is read by poppler only; PDFium, pdf.js and MuPDF want glyphs with a Unicode map. The glyphs are
 * those of a font of our own (Type 3, ISO 32000-1 section 9.6.5) that draws nothing.
 */
type Doc = PDFKit.PDFDocument;

/** Members of pdfkit's document that its types leave out. */
interface Inside {
  page: { fonts: Record<string, unknown>; height: number };
  ref(data: object): { end(chunk?: string): void };
  addContent(operators: string): void;
}

/** One line: its letters from left to right, and where it stands (points from the page's top left corner). */
export interface InvisibleLine {
  letters: readonly string[];
  x: number;
  baseline: number;
  width: number;
}

/** A letter is as wide as it is high; the text matrix scales the line to its width on the page. */
const EM = 1_000;
/** PDF readers split words at gaps wider than a space, so a space must be narrower than a letter. */
const SPACE = 250;
/** Type 3 fonts name a glyph by one byte; 0 is not used. */
const MOST_GLYPHS = 255;

/**
 * Adds lines of invisible text to the page.
 *
 * @param size Height of the letters in points.
 * @throws {RangeError} when the lines have more than 255 different letters.
 */
export function addInvisibleText(doc: Doc, lines: readonly InvisibleLine[], size: number): void {
  const inside = doc as unknown as Inside;
  const glyphs = [...new Set(lines.flatMap(({ letters }) => letters))];
  if (glyphs.length > MOST_GLYPHS)
    throw new RangeError(
      `Invisible text has ${glyphs.length} different letters; a font takes ${MOST_GLYPHS}.`,
    );
  const drawn = (width: number) => {
    const glyph = inside.ref({});
    glyph.end(`${width} 0 d0`);
    return glyph;
  };
  const letter = drawn(EM);
  const space = drawn(SPACE);
  const widthOf = (one: string) => (one === ' ' ? SPACE : EM);
  const unicode = inside.ref({});
  unicode.end(unicodeMap(glyphs));
  const names = glyphs.map((one, i) => (one === ' ' ? 'space' : `g${i + 1}`));
  const font = inside.ref({
    Type: 'Font',
    Subtype: 'Type3',
    FontBBox: [0, 0, EM, EM],
    FontMatrix: [1 / EM, 0, 0, 1 / EM, 0, 0],
    CharProcs: Object.fromEntries(names.map((name) => [name, name === 'space' ? space : letter])),
    Encoding: { Type: 'Encoding', Differences: [1, ...names] },
    FirstChar: 1,
    LastChar: glyphs.length,
    Widths: glyphs.map(widthOf),
    Resources: {},
    ToUnicode: unicode,
  });
  font.end();
  const name = `I${Object.keys(inside.page.fonts).length + 1}`;
  inside.page.fonts[name] = font;
  for (const { letters, x, baseline, width } of lines) {
    if (letters.length === 0) continue;
    const ems = letters.reduce((sum, one) => sum + widthOf(one), 0) / EM;
    const scale = width / ems / size;
    const codes = letters.map((one) => hex(glyphs.indexOf(one) + 1, 2)).join('');
    // pdfkit flips the y axis; flip it back so that text is upright.
    inside.addContent(
      `BT /${name} ${number(size)} Tf ${number(scale)} 0 0 -1 ${number(x)} ${number(baseline)} Tm <${codes}> Tj ET`,
    );
  }
}

/** A ToUnicode map (ISO 32000-1 section 9.10.3) from one byte to the UTF-16 of a letter. */
function unicodeMap(glyphs: readonly string[]): string {
  const entries = glyphs.map((letter, i) => {
    const units = Array.from({ length: letter.length }, (_, at) => hex(letter.charCodeAt(at), 4)).join('');
    return `<${hex(i + 1, 2)}> <${units}>`;
  });
  const blocks: string[] = [];
  // A block takes at most 100 entries.
  for (let at = 0; at < entries.length; at += 100) {
    const some = entries.slice(at, at + 100);
    blocks.push(`${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <ff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
const number = (value: number) => String(Math.round(value * 10_000) / 10_000);
