import { fitLines, type TextBox, textDirection } from './certificate-name.ts';
import { pngFromPixels } from './png.ts';

/** A picture of a text; sizes in points. */
export interface TextPicture {
  png: Uint8Array<ArrayBuffer>;
  width: number;
  height: number;
  /** Empty room on each side of the letters. */
  margin: number;
}

/** Pixels per point: 300 dots per inch, as print wants. */
const SCALE = 300 / 72;
/** One family throughout: a name set letter by letter from two fonts looks like a mistake. */
const FAMILY = 'system-ui, "Noto Sans", sans-serif';
const LINE_HEIGHT = 1.45;

/**
 * Lets the browser draw a text with the system's fonts, which shape every script that the system knows.
 *
 * @throws {Error} when the browser gives no canvas.
 */
export async function drawText(text: string, box: TextBox, colour: string): Promise<TextPicture> {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser gives no canvas to draw on.');
  context.font = `400 100px ${FAMILY}`;
  const { size, lines } = fitLines(text, (line) => context.measureText(line).width / 100, box);
  // Swashes and stacked marks reach over the letters' own box.
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
  const png = await pngFromPixels(data, canvas.width, canvas.height);
  return { png, width: canvas.width / SCALE, height: canvas.height / SCALE, margin };
}
