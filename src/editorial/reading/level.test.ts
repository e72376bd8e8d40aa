import { describe, expect, test } from 'vitest';
import { readLesson } from '../../core/lesson/index.ts';
import { B2_LIMITS, beyondLimits, countSyllables, measure, splitSentences } from './index.ts';

describe('splitSentences', () => {
  test.each([
    ['One. Two! Three? Four… Five.', 5],
    ['“Who has the key? Where are your papers?” he asks.', 2],
    ['In one study 87.8% met a health worker. That is many.', 2],
    ['Mr. Serge waits. Dr. Ines comes.', 2],
    ['“No. Never,” he says.', 2],
    ['She has a card A. It is valid for six months.', 2],
    ['A label without an end', 1],
    ['', 0],
  ])('finds in %j %i sentences', (text, count) => {
    expect(splitSentences(text)).toHaveLength(count);
  });

  test('returns where each stands', () => {
    const text = 'First one. “Second one.” Third';
    for (const { text: sentence, start, end } of splitSentences(text))
      expect(text.slice(start, end)).toBe(sentence);
  });
});

describe('countSyllables', () => {
  test.each([
    ['take', 1],
    ['takes', 1],
    ['table', 2],
    ['singles', 2],
    ['handled', 2],
    ['houses', 2],
    ['watches', 2],
    ['asked', 1],
    ['wanted', 2],
    ['be', 1],
    ['the', 1],
    ['people', 2],
    ['exploited', 3],
    ['trafficking', 3],
    ['magistrate’s', 3],
    ['trauma-informed', 4],
    ['2026', 1],
  ])('counts in “%s” %i', (word, count) => {
    expect(countSyllables(word)).toBe(count);
  });
});

describe('measure', () => {
  test('returns LIX as Björnsson defines it: words a sentence, and percent of words over six letters', () => {
    // 8 words in 2 sentences; "Prosecutors" and "magistrate" are long.
    const level = measure(['Prosecutors ask. A magistrate says yes or no.']);
    expect(level).toMatchObject({
      sentences: 2,
      words: 8,
      wordsPerSentence: 4,
      longWordShare: 0.25,
      lix: 29,
    });
  });

  test('returns reading ease as Flesch defines it', () => {
    // 6 words, 1 sentence, 6 syllables.
    expect(measure(['The cat sat on the mat.']).flesch).toBeCloseTo(206.835 - 1.015 * 6 - 84.6, 5);
  });

  test('counts sentences over thirty words', () => {
    const words = (n: number) => `${Array.from({ length: n }, () => 'word').join(' ')}.`;
    expect(measure([words(30)]).longSentenceShare).toBe(0);
    expect(measure([words(31), 'Short.']).longSentenceShare).toBe(0.5);
  });

  test('returns zeros for no text, which is beyond nothing', () => {
    expect(measure([])).toMatchObject({ words: 0, lix: 0 });
    expect(beyondLimits(measure([]))).toEqual([]);
  });

  test('puts a sentence of an official text beyond every limit', () => {
    const official =
      'Notwithstanding the aforementioned considerations, competent authorities responsible for administrative identification procedures shall ensure appropriate interdepartmental communication concerning individuals presumably victimised, including documentation requirements established under applicable international instruments and supplementary protocols.';
    expect(beyondLimits(measure([official]))).toHaveLength(Object.keys(B2_LIMITS).length);
  });
});

describe('the blocks of a lesson', () => {
  const { blocks } = readLesson(
    [
      '---',
      'title: T',
      '---',
      'First. <Cite s="A" /> A <Term id="x">word</Term> is said <Cite s="B C" />. By <Country k="law.x" inline /> now.',
      '',
      '## A heading',
      '',
      '| Step | Do |',
      '| --- | --- |',
      '| One | Ask. <Cite s="D" /> |',
      '',
      '- An item with **weight**.',
      '',
      '<Note title="In one line" s="E">Facts first.</Note>',
      '',
      '<Check id="q" />',
    ].join('\n'),
  );

  test('returns the text without tags, and where each source is cited', () => {
    expect(blocks[0]).toEqual({
      kind: 'paragraph',
      line: 4,
      text: 'First. A word is said. By … now.',
      cites: [
        { keys: ['A'], at: 7 },
        { keys: ['B', 'C'], at: 22 },
      ],
      context: '',
    });
    expect(blocks[0]?.text.slice(0, 22)).toBe('First. A word is said.');
  });

  test('returns headings, cells with their row, items and notes', () => {
    expect(blocks.slice(1).map(({ kind, text, context }) => [kind, text, context])).toEqual([
      ['heading', 'A heading', ''],
      ['cell', 'Step', ''],
      ['cell', 'Do', 'Step'],
      ['cell', 'One', ''],
      ['cell', 'Ask.', 'One'],
      ['item', 'An item with weight.', ''],
      ['note', 'Facts first.', 'In one line'],
    ]);
    expect(blocks.find(({ kind }) => kind === 'note')?.cites).toEqual([{ keys: ['E'], at: 12 }]);
  });
});
