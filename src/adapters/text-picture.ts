import { fitLines, type TextBox, textDirection } from './certificate-name.ts';
import { pngFromPixels } from './png.ts';

/** A picture of a text; sizes in points. */
export interface TextPicture {
  png: Uint8Array<ArrayBuffer>;
  width: number;
  height: number;
  /** Empty margin on each side of the letters, in points. */
  margin: number;
  /** Its lines from the top; the step from one base line to the next, and the first base line below the margin. */
  lines: string[];
  lineHeight: number;
  firstBaseline: number;
}

/** Pixels per point: 300 dots per inch, as print wants. */
const SCALE = 300 / 72;
/** One family throughout: a name set letter by letter from two fonts looks like a mistake. */
const FAMILY = 'system-ui, "Noto Sans", sans-serif';
const LINE_HEIGHT = 1.45;

/**
 * The browser gives other pixels than were drawn: protection against fingerprinting, such as Firefox's
 * `privacy.resistFingerprinting`, hides what a canvas holds.
 */
export class CanvasHidden extends Error {
  override name = 'CanvasHidden';
}

/**
 * Lets the browser draw a text with the system's fonts, which shape every script that the system knows.
 *
 * @throws {Error} when the browser gives no canvas.
 * @throws {CanvasHidden} when it does not let the page read what was drawn.
 */
export async function drawText(text: string, box: TextBox, colour: string): Promise<TextPicture> {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser gives no canvas to draw on.');
  context.font = `400 100px ${FAMILY}`;
  const { size, lines } = fitLines(text, (line) => context.measureText(line).width / 100, box);
  // Swashes and stacked marks extend beyond the measured box.
  const margin = size * 0.25;
  const width = Math.max(...lines.map((line) => (context.measureText(line).width / 100) * size)) + 2 * margin;
  const height = lines.length * size * LINE_HEIGHT + 2 * margin;
  canvas.width = Math.ceil(width * SCALE);
  canvas.height = Math.ceil(height * SCALE);
  context.scale(SCALE, SCALE);
  // Setting the size has reset everything else.
  context.font = `400 ${size}px ${FAMILY}`;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width + 1, height + 1);
  context.fillStyle = colour;
  context.direction = textDirection(text);
  context.textAlign = context.direction === 'rtl' ? 'right' : 'left';
  context.textBaseline = 'alphabetic';
  const x = context.direction === 'rtl' ? width - margin : margin;
  lines.forEach((line, i) => {
    context.fillText(line, x, margin + size * 1.05 + i * size * LINE_HEIGHT);
  });
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  if (!isAsDrawn(data, canvas.width, canvas.height, Math.floor(margin * SCALE * 0.2)))
    throw new CanvasHidden('The browser hides what was drawn on the canvas.');
  const png = await pngFromPixels(data, canvas.width, canvas.height);
  return {
    png,
    width: canvas.width / SCALE,
    height: canvas.height / SCALE,
    margin,
    lines,
    lineHeight: size * LINE_HEIGHT,
    firstBaseline: size * 1.05,
  };
}

/**
 * Whether pixels can be those of a text on white paper: the edges are white, and not all of it is.
 *
 * @param data RGBA, row by row. `edge`: pixels along each side that no letter reaches.
 */
export function isAsDrawn(data: Uint8ClampedArray, width: number, height: number, edge: number): boolean {
  const isWhite = (x: number, y: number) => {
    const at = (y * width + x) * 4;
    return data[at] === 255 && data[at + 1] === 255 && data[at + 2] === 255;
  };
  let ink = false;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (isWhite(x, y)) continue;
      if (x < edge || y < edge || x >= width - edge || y >= height - edge) return false;
      ink = true;
    }
  return ink;
}
