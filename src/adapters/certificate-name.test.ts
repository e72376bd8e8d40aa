import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitLines, inVisualOrder, needsDrawing, textDirection } from './certificate-name.ts';

/** As the embedded font: Latin and Latin Extended, no Vietnamese. */
const covers = (codePoint: number) => codePoint < 0x250;

describe('drawing', () => {
  test.each(["Łucja O'Connor", 'Đorđević', 'Zoë Şebnem'])('%s is set in the embedded font', (name) => {
    expect(needsDrawing(name, covers)).toBe(false);
  });

  test.each([
    "Nguyễn Thị Łucja O'Connor",
    'محمد عبد الله 90',
    'Ελένη Παπαδοπούλου',
    '李小龍',
    'देवदत्त',
    '𠮷',
    'Z\u0303oe',
  ])('%s is drawn', (name) => {
    expect(needsDrawing(name, covers)).toBe(true);
  });

  test('is done for right-to-left letters and marks even where a font has them', () => {
    for (const name of ['שרה', 'Sara שרה', 'ܡܪܝܡ', '𞤀𞤁', 'a\u0304'])
      expect(needsDrawing(name, () => true)).toBe(true);
  });
});

test('the first letter gives the direction', () => {
  expect(['90 محمد', '(שרה)', 'Dr. محمد', '李小龍', '90'].map(textDirection)).toEqual([
    'rtl',
    'rtl',
    'ltr',
    'ltr',
    'ltr',
  ]);
});

describe('fitting', () => {
  const box = { width: 700, largest: 38, smallest: 13, mostLines: 2 };
  const widthOf = (line: string) => [...line].length * 0.5;

  test('keeps a short name large and on one line', () => {
    expect(fitLines('Łucja', widthOf, box)).toEqual({ size: 38, lines: ['Łucja'] });
  });

  test('takes two lines before letters get small', () => {
    const { size, lines } = fitLines(`${'Maria '.repeat(18)}X`, widthOf, box);
    expect(lines).toHaveLength(2);
    expect(size).toBeGreaterThan(20);
  });

  test('lets a paragraph run on rather than shrink', () => {
    expect(fitLines('word '.repeat(18).trim(), widthOf, { ...box, largest: 20, wraps: true }).size).toBe(20);
  });

  test('puts any text into its room, loses no letter and cuts none in two', () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }),
      fc.array(fc.constantFrom('ab', 'देवदत्त', '李小龍', ' ')).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(name, (text) => {
        const { size, lines } = fitLines(text, widthOf, box);
        expect(lines.length).toBeLessThanOrEqual(2);
        for (const line of lines) expect(widthOf(line) * size).toBeLessThanOrEqual(700.001);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        expect(lines.join('').isWellFormed()).toBe(text.isWellFormed());
      }),
    );
  });
});

test.each([
  ['Anna Rossi', 'Anna Rossi'],
  ['שרה כהן', 'ןהכ הרש'],
  ['محمد 90', '90 دمحم'],
  ['Dr. שרה', 'Dr. הרש'],
  ['שרה Cohen', 'Cohen הרש'],
])('%s stands on paper as %s', (name, visual) => expect(inVisualOrder(name).join('')).toBe(visual));
