import { MARK_PATH } from '../core/mark/index.ts';
import type { FontFiles, Weight } from './certificate-fonts.ts';
import type { CertificateLines, CertificateOptions } from './certificate-lines.ts';
import { fitLines, inVisualOrder, needsDrawing, type TextBox } from './certificate-name.ts';
import { addInvisibleText } from './pdf-invisible-text.ts';
import { QUIET_ZONE, qrSvgPath } from './qr.ts';
import type { TextPicture } from './text-picture.ts';

type Doc = PDFKit.PDFDocument;
type DrawText = (text: string, box: TextBox, colour: string) => Promise<TextPicture>;

/** Sizes and places in points; the sheet is A4 across, 842 × 595. */
const FRAME = 22;
const MARGIN = 56;
const LINE_HEIGHT = 1.45;
const QR_SIZE = 104;
const COLUMN_GAP = 28;
/** Size of the text in the two columns. */
const SMALL = 10.5;
const MARK_SIZE = 38;
/** Width of the lines to sign on, and the share of each: who, when, signature. */
const SIGNING_WIDTH = 372;
const SIGNATURES = [0.42, 0.22, 0.36];
/** Paper colours: those of the light theme, whatever theme the screen has. */
const INK = '#17222b';
const SOFT = '#47555f';
const PETROL = '#0b5a60';

interface Style {
  weight: Weight;
  colour: string;
  box: TextBox;
}

/** A text fitted to its box: set in an embedded font, or a picture with invisible text behind it. */
interface Block {
  text: string;
  style: Style;
  height: number;
  width: number;
  set: { size: number; lines: string[] } | { picture: TextPicture };
}

type Pair = readonly [Block, Block];

/**
 * Draws the certificate's only page, in reading order, everything tagged.
 *
 * @param drawText Draws what the embedded fonts cannot set.
 */
export async function drawCertificate(
  doc: Doc,
  lines: CertificateLines,
  options: CertificateOptions,
  fonts: FontFiles,
  drawText: DrawText,
): Promise<void> {
  const setter = textSetter(doc, fonts);
  const { width, height } = doc.page;
  const inner = width - 2 * MARGIN;
  const style = (
    size: number,
    boxWidth: number,
    colour = INK,
    weight: Weight = 'regular',
    mostLines = 1,
    smallest = size * 0.6,
  ): Style => ({
    weight,
    colour,
    box: { width: boxWidth, largest: size, smallest, mostLines, wraps: mostLines > 2 },
  });
  const block = async (text: string, wanted: Style): Promise<Block> => {
    if (needsDrawing(text, setter.covers(wanted.weight))) {
      const picture = await drawText(text, wanted.box, wanted.colour);
      return {
        text,
        style: wanted,
        width: picture.width - 2 * picture.margin,
        height: picture.height - 2 * picture.margin,
        set: { picture },
      };
    }
    const set = fitLines(text, (line) => setter.widthOf(line, wanted.weight), wanted.box);
    const longest = Math.max(...set.lines.map((line) => setter.widthOf(line, wanted.weight) * set.size));
    return { text, style: wanted, width: longest, height: set.lines.length * set.size * LINE_HEIGHT, set };
  };

  const half = (inner - COLUMN_GAP) / 2;
  const brand = await block(lines.brand, style(17, inner * 0.6, INK, 'bold'));
  const tagline = await block(lines.tagline, style(10.5, inner * 0.7, SOFT));
  const title = await block(lines.title, style(24, inner * 0.28, PETROL));
  const intro = await block(lines.intro, style(13, inner, SOFT));
  const name = await block(lines.name, style(34, inner, INK, 'regular', 2, 13));
  const deed = await block(lines.deed, style(13.5, inner * 0.86, INK, 'regular', 4));
  const { practised, facts, confirmed } = lines;
  const small = (text: string, width: number, colour = INK, weight: Weight = 'regular') =>
    block(text, style(SMALL, width, colour, weight));
  const plays = await Promise.all(
    practised.items.map(
      async (play): Promise<Pair> => [
        await small(play.title, half * 0.62, INK, 'bold'),
        await small(play.role, half * 0.34, SOFT),
      ],
    ),
  );
  const rows = await Promise.all(
    facts.rows.map(
      async ([label, value]): Promise<Pair> => [
        await small(label, half * 0.42, SOFT),
        await small(value, half * 0.55, INK, 'bold'),
      ],
    ),
  );
  const headings = {
    practised: await small(practised.heading, half, PETROL, 'bold'),
    facts: await small(facts.heading, half, PETROL, 'bold'),
    confirmed: await small(confirmed.heading, half, PETROL, 'bold'),
  };
  const signed = await Promise.all(
    confirmed.fields.map((field, i) =>
      block(field, style(8.5, (SIGNATURES[i] ?? 0) * SIGNING_WIDTH - 10, SOFT, 'regular', 1, 5)),
    ),
  );
  const beside = inner - SIGNING_WIDTH - QR_SIZE - 3 * COLUMN_GAP;
  const [address = ''] = options.link.split('#', 1);
  // A certificate made from files is a code without an address.
  const link = address === '' ? undefined : await block(address, style(9.5, beside, PETROL));
  const proof = await block(lines.proof, style(8.5, beside, SOFT, 'regular', 5, 6));

  doc.markContent('Artifact', { type: 'Layout' });
  doc
    .lineWidth(1.2)
    .strokeColor(PETROL)
    .rect(FRAME, FRAME, width - 2 * FRAME, height - 2 * FRAME)
    .stroke()
    .save()
    .translate(MARGIN - 5, MARGIN)
    .scale(MARK_SIZE / 28)
    .lineWidth(2.6)
    .lineCap('round')
    .path(MARK_PATH)
    .stroke()
    .restore();
  doc.endMarkedContent();

  const root = doc.struct('Document');
  doc.addStructure(root);
  const place = (tag: string, one: Block, x: number, y: number, url?: string) => {
    const element = doc.struct(tag);
    root.add(element);
    const inside = url === undefined ? element : doc.struct('Link');
    if (inside !== element) element.add(inside);
    const span = 'picture' in one.set ? doc.struct('Span', { actual: one.text }) : inside;
    if (span !== inside) inside.add(span);
    // ActualText also on the content itself: text extraction reads it there, screen readers read the structure element.
    span.add(
      doc.markStructureContent(
        span === inside ? (url === undefined ? tag : 'Link') : 'Span',
        span === inside ? {} : { actual: one.text },
      ),
    );
    if ('picture' in one.set) {
      const { picture } = one.set;
      doc.image(picture.png as never, x - picture.margin, y - picture.margin, {
        width: picture.width,
        height: picture.height,
      });
      const { lines: drawn, lineHeight, firstBaseline } = picture;
      const placed = drawn.map((line, i) => ({
        letters: inVisualOrder(line),
        x,
        baseline: y + firstBaseline + i * lineHeight,
        width: one.width,
      }));
      addInvisibleText(doc, placed, lineHeight / LINE_HEIGHT);
    } else setter.draw(one.set, one.style, x, y);
    doc.endMarkedContent();
    if (url !== undefined) {
      const annotation = { structParent: inside, Contents: new String(one.text) };
      doc.link(x, y, one.width, one.height, url, annotation as never);
    }
    element.end();
  };

  place('P', brand, MARGIN + MARK_SIZE + 4, MARGIN);
  place('P', tagline, MARGIN + MARK_SIZE + 4, MARGIN + brand.height);
  place('H1', title, width - MARGIN - title.width, MARGIN);
  const rule = (x1: number, x2: number, at: number) => {
    doc.markContent('Artifact', { type: 'Layout' });
    doc.lineWidth(0.6).moveTo(x1, at).lineTo(x2, at).stroke();
    doc.endMarkedContent();
  };
  /**
   * Pairs of texts under a heading, the second beside the first.
   *
   * @param second How far from the first the second begins; without it, it follows its first.
   */
  const column = (heading: Block, pairs: readonly Pair[], x: number, from: number, second?: number) => {
    place('H2', heading, x, from);
    let at = from + heading.height + 2;
    for (const [one, other] of pairs) {
      place('P', one, x, at);
      place('P', other, x + (second ?? one.width + 8), at);
      at += Math.max(one.height, other.height);
    }
  };
  const footTop = height - MARGIN - QR_SIZE;
  const columnHeight = headings.facts.height + 2 + SMALL * LINE_HEIGHT * Math.max(plays.length, rows.length);
  const middle = intro.height + name.height + 4 + deed.height + 20 + columnHeight;
  const headEnd = MARGIN + brand.height + tagline.height;
  let y = headEnd + Math.max(6, (footTop - headEnd - middle) / 2);
  place('P', intro, MARGIN, y);
  // A picture is white to its edges.
  y += intro.height + ('picture' in name.set ? name.set.picture.margin : 0);
  place('P', name, MARGIN, y);
  y += name.height + 4;
  place('P', deed, MARGIN, y);
  y += deed.height + 10;
  rule(MARGIN, width - MARGIN, y);
  y += 10;
  if (plays.length > 0) column(headings.practised, plays, MARGIN, y);
  column(headings.facts, rows, MARGIN + half + COLUMN_GAP, y, half * 0.42);

  const signingLine = height - MARGIN - 16;
  place('H2', headings.confirmed, MARGIN, signingLine - 46);
  let x = MARGIN;
  for (const [i, field] of signed.entries()) {
    const share = (SIGNATURES[i] ?? 0) * SIGNING_WIDTH;
    rule(x, x + share - 10, signingLine);
    place('P', field, x, signingLine + 2);
    x += share;
  }
  const besideX = MARGIN + SIGNING_WIDTH + COLUMN_GAP;
  y = height - MARGIN - (link?.height ?? 0) - proof.height;
  if (link) {
    place('P', link, besideX, y, options.link);
    y += link.height;
  }
  place('P', proof, besideX, y);
  drawQr(doc, root, lines.qr ?? address, options.link, width - MARGIN - QR_SIZE, height - MARGIN - QR_SIZE);
  root.end();
}

function drawQr(
  doc: Doc,
  root: PDFKit.PDFStructureElement,
  alt: string,
  url: string,
  x: number,
  y: number,
): void {
  const { size, path } = qrSvgPath(url);
  const figure = doc.struct('Figure', { alt, bbox: [x, y, x + QR_SIZE, y + QR_SIZE] } as never);
  root.add(figure);
  figure.add(doc.markStructureContent('Figure'));
  // Its quiet zone may lie in the sheet's own margin: the dark modules line up with the text.
  const scale = QR_SIZE / (size - 2 * QUIET_ZONE);
  doc
    .save()
    .translate(x - QUIET_ZONE * scale, y - QUIET_ZONE * scale)
    .scale(scale)
    .path(path)
    .fill(INK)
    .restore();
  doc.endMarkedContent();
  figure.end();
}

/** Sets text in the embedded fonts, whose letters are spread over several files. */
function textSetter(doc: Doc, fonts: FontFiles) {
  const has: Record<string, (codePoint: number) => boolean> = {};
  const names: Record<Weight, string[]> = { regular: [], bold: [] };
  for (const weight of ['regular', 'bold'] as const) {
    fonts[weight].forEach((file, i) => {
      const name = `${weight}-${i}`;
      doc.registerFont(name, file as never).font(name);
      // pdfkit does not say which characters a font has; the fontkit font inside does.
      const { font } = (
        doc as unknown as { _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } } }
      )._font;
      has[name] = (codePoint) => font.hasGlyphForCodePoint(codePoint);
      names[weight].push(name);
    });
  }
  /** Stretches of a line, each with the first font that has its letters. */
  const runs = (line: string, weight: Weight) => {
    const out: { font: string; text: string }[] = [];
    for (const character of line) {
      const last = out.at(-1);
      const covering = names[weight].filter((name) => has[name]?.(character.codePointAt(0) as number));
      const font =
        last && covering.includes(last.font) ? last.font : (covering[0] ?? (names[weight][0] as string));
      if (last?.font === font) last.text += character;
      else out.push({ font, text: character });
    }
    return out;
  };
  const widthOf = (line: string, weight: Weight) =>
    runs(line, weight).reduce(
      (sum, run) => sum + doc.font(run.font).fontSize(100).widthOfString(run.text) / 100,
      0,
    );
  return {
    covers: (weight: Weight) => (codePoint: number) => names[weight].some((name) => has[name]?.(codePoint)),
    widthOf,
    draw: (
      { size, lines }: { size: number; lines: string[] },
      { weight, colour }: Style,
      x: number,
      y: number,
    ) => {
      doc.fillColor(colour);
      lines.forEach((line, i) => {
        let at = x;
        for (const run of runs(line, weight)) {
          doc
            .font(run.font)
            .fontSize(size)
            .text(run.text, at, y + i * size * LINE_HEIGHT, { lineBreak: false });
          at += doc.widthOfString(run.text);
        }
      });
    },
  };
}
