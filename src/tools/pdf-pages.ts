import { getDocument } from 'unpdf/pdfjs';

/** A stretch of text where it stands on paper. Lengths in millimetres from the page's top left corner. */
export interface PaperText {
  text: string;
  left: number;
  right: number;
  /** Position of its base line. */
  baseline: number;
}

export interface PaperPage {
  /** Millimetres, to a tenth. */
  width: number;
  height: number;
  items: readonly PaperText[];
  /** The page's text as one line, with single spaces. */
  text: string;
}

export interface Paper {
  title: string | undefined;
  isTagged: boolean;
  pages: readonly PaperPage[];
}

const MM_PER_POINT = 25.4 / 72;

/** Reads a PDF's pages: their size, and each text with its position. */
export async function readPdf(bytes: Uint8Array): Promise<Paper> {
  // The library detaches the buffer, so it gets a copy. Fonts are not needed: nothing is drawn.
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false });
  const document = await loading.promise;
  const { info } = await document.getMetadata();
  const marks = (await document.getMarkInfo()) as { Marked?: boolean } | null;
  const pages: PaperPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const content = await page.getTextContent();
    const texts = content.items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []));
    pages.push({
      width: mm(width),
      height: mm(height),
      items: texts.map((item) => {
        const [, , , , x = 0, y = 0] = item.transform as number[];
        return {
          text: item.str,
          left: x * MM_PER_POINT,
          right: (x + item.width) * MM_PER_POINT,
          baseline: (height - y) * MM_PER_POINT,
        };
      }),
      text: content.items
        .map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''))
        .join('')
        .replace(/\s+/g, ' '),
    });
  }
  await loading.destroy();
  return {
    title: (info as { Title?: string }).Title,
    isTagged: marks?.Marked === true,
    pages,
  };
}

function mm(points: number): number {
  return Math.round(points * MM_PER_POINT * 10) / 10;
}
