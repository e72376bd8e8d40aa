import { describe, expect, test } from 'vitest';
import { readLesson } from './read-lesson.ts';

describe('the reading of a lesson', () => {
  const reading = readLesson(
    [
      '---',
      'title: T',
      '---',
      'One two. <Cite s="A, B" />',
      '',
      '## Three four',
      '',
      '<Note title="Not counted">Five.</Note>',
      '',
      '### Six',
      '',
      '{"computed"}',
    ].join('\n'),
  );

  test('counts each word of prose and headings once, and none of tags', () => {
    expect(reading.words).toBe(6);
  });

  test('holds tags, headings and sections in their order, with their lines', () => {
    expect(reading.tags).toEqual([
      { name: 'Cite', attributes: { s: 'A, B' }, line: 4 },
      { name: 'Note', attributes: { title: 'Not counted' }, line: 8 },
    ]);
    expect(reading.headings).toEqual([
      { depth: 2, text: 'Three four', line: 6 },
      { depth: 3, text: 'Six', line: 10 },
    ]);
    expect(reading.sections.map(({ heading }) => heading)).toEqual(['', 'Three four', 'Six']);
  });

  test('names what authors may not write, and holds the front matter', () => {
    expect(reading.forbidden).toEqual([{ what: 'an expression {"computed"}', line: 12 }]);
    expect(reading.frontmatter).toEqual({ title: 'T' });
  });
});
