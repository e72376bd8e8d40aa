import Document from 'pdfkit';
import { expect, test } from 'vitest';
import { inVisualOrder } from '../../src/adapters/certificate-name.ts';
import { addInvisibleText } from '../../src/adapters/pdf-invisible-text.ts';
import { readPdf } from '../../src/tools/pdf-pages.ts';

/** A page that holds one line of invisible text. */
async function pageWith(name: string): Promise<Uint8Array> {
  const doc = new Document({ size: 'A4', margin: 0, font: null as unknown as string });
  const chunks: Uint8Array[] = [];
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const done = new Promise((resolve) => doc.on('end', resolve));
  addInvisibleText(doc, [{ letters: inVisualOrder(name), x: 100, baseline: 200, width: 300 }], 20);
  doc.end();
  await done;
  return Buffer.concat(chunks);
}

test.each([
  'Nguyễn Thị Łucja',
  'Ελένη Παπαδοπούλου',
  '李小龍',
  'देवदत्त',
  '𠮷野',
  'محمد عبد الله',
  'שרה כהן',
  'x'.repeat(120),
])('a reader that knows no ActualText finds %s', async (name) => {
  const { pages } = await readPdf(await pageWith(name));
  expect(pages[0]?.text.normalize('NFC').replace(/\s+/g, ' ').trim()).toBe(name.normalize('NFC'));
  const [item] = pages[0]?.items ?? [];
  const mm = 25.4 / 72;
  expect(item?.left).toBeCloseTo(100 * mm, 0);
  expect(item?.baseline).toBeCloseTo(200 * mm, 0);
});

test('refuses more letters than a font takes', () => {
  const doc = new Document({ margin: 0, font: null as unknown as string });
  const letters = Array.from({ length: 256 }, (_, i) => String.fromCodePoint(0x4e00 + i));
  expect(() => addInvisibleText(doc, [{ letters, x: 0, baseline: 0, width: 10 }], 10)).toThrow(RangeError);
});
