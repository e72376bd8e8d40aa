/** Calendar files, as two other programs read them: ical.js (Thunderbird's) and node-ical. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import ICAL from 'ical.js';
import ical from 'node-ical';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type CalendarDay, calendarFile } from '../../src/core/calendar/index.ts';
import { addAnswer, emptyRecord, finishLesson } from '../../src/core/progress/index.ts';
import { intervals, reviewDays, reviewEntries } from '../../src/core/review/review-days.ts';
import { anyRecord } from '../fixtures/arbitrary-record.ts';

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 10, 30, 8, 5, 9);
const day = (text: string) => Date.parse(text) / DAY_MS;
const dateOf = (days: number) => new Date(days * DAY_MS).toISOString().slice(0, 10);

/** Text of any script, with everything that has a meaning in the format, and long enough to be folded. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
      fc.constantFrom(
        '\n',
        '\\',
        ';',
        ',',
        ':',
        '"',
        '\\n',
        'BEGIN:VEVENT',
        ' ',
        'é'.repeat(80),
        '👩‍👩‍👧',
        'شهادة',
      ),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => `a${parts.join('')}z`.replace(/[\u2028\u2029]/g, '\n'));
const anyEntry: fc.Arbitrary<CalendarDay> = fc.record(
  {
    uid: fc.uuid(),
    sequence: fc.nat(),
    day: fc.integer({ min: 0, max: 60_000 }),
    summary: anyText,
    description: anyText,
    url: fc.webUrl({ withFragments: true, withQueryParameters: true }),
    isPrivate: fc.boolean(),
  },
  { requiredKeys: ['uid', 'sequence', 'day', 'summary', 'isPrivate'] },
);
const anyEntries = fc.uniqueArray(anyEntry, { minLength: 1, maxLength: 4, selector: ({ uid }) => uid });

describe('a calendar file', () => {
  test('says to ical.js what was put into it', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const events = new ICAL.Component(ICAL.parse(calendarFile(entries, 'en', NOW)))
          .getAllSubcomponents('vevent')
          .map((component) => new ICAL.Event(component));
        expect(
          events.map((event) => ({
            uid: event.uid,
            summary: event.summary,
            description: event.description ?? undefined,
            from: event.startDate.toString(),
            to: event.endDate.toString(),
            isDay: event.startDate.isDate,
            made: event.component.getFirstPropertyValue('dtstamp')?.toString(),
            sequence: event.sequence,
            private: event.component.getFirstPropertyValue('class') === 'PRIVATE',
            reminder: event.component
              .getFirstSubcomponent('valarm')
              ?.getFirstPropertyValue('trigger')
              ?.toString(),
          })),
        ).toEqual(
          entries.map(({ uid, summary, description, day, sequence, isPrivate }) => ({
            uid,
            summary,
            description,
            from: dateOf(day),
            to: dateOf(day + 1),
            isDay: true,
            made: '2026-11-30T08:05:09Z',
            sequence,
            private: isPrivate,
            reminder: 'PT9H',
          })),
        );
      }),
    );
  });

  test('says the same to node-ical', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const read = ical.sync.parseICS(calendarFile(entries, 'en', NOW));
        for (const { uid, summary, day } of entries) {
          const event = read[uid];
          if (event?.type !== 'VEVENT') throw new Error(`No event ${uid}.`);
          // It reads an escaped backslash before "n" as a line end; ical.js above does not.
          if (!summary.includes('\\')) expect(event.summary).toBe(summary);
          expect(event.datetype).toBe('date');
          const start = event.start as Date;
          expect([start.getFullYear(), start.getMonth(), start.getDate()]).toEqual(
            dateOf(day)
              .split('-')
              .map((part, i) => Number(part) - (i === 1 ? 1 : 0)),
          );
        }
      }),
    );
  });

  test('has lines of at most 75 octets, each ended by CRLF, none of them cutting a character', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const text = calendarFile(entries, 'en', NOW);
        const lines = text.split('\r\n');
        expect(lines.at(-1)).toBe('');
        for (const line of lines) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
          expect(line.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  test('is not opened by what is put into it: control and half characters are left out', () => {
    const entry = {
      uid: 'u',
      sequence: 0,
      day: 1,
      summary: 'a\u0000\u001b\ud800b\u2028\r\nEND:VEVENT',
      isPrivate: true,
    };
    const text = calendarFile([entry], 'en', NOW);
    expect(text).toContain('SUMMARY:ab\\n\\nEND:VEVENT\r\n');
    expect(text.match(/^END:VEVENT/gm)).toHaveLength(1);
    expect(() => calendarFile([{ ...entry, url: 'no address' }], 'en', NOW)).toThrow();
  });
});

describe('review days', () => {
  test('come after one week, one month and six months, on the last day where a month is shorter', () => {
    const from = (text: string) => Object.values(reviewDays(day(text))).map(dateOf);
    expect(from('2026-11-30')).toEqual(['2026-12-07', '2026-12-30', '2027-05-30']);
    expect(from('2026-08-31')).toEqual(['2026-09-07', '2026-09-30', '2027-02-28']);
    expect(from('2027-12-29')).toEqual(['2028-01-05', '2028-01-29', '2028-06-29']);
  });

  test('are the same entries when they are made again, and other ones for another learner', () => {
    fc.assert(
      fc.property(
        anyRecord,
        fc.integer({ min: 20_454, max: 60_000 }),
        fc.integer({ min: 1, max: 900 }),
        (record, from, later) => {
          const words = { summary: 'x', isPrivate: true };
          const first = reviewEntries(record, from, words);
          const again = reviewEntries(
            addAnswer(record, { question: 'one/two', response: 1, atMs: 8.64e15 }),
            from + later,
            words,
          );
          expect(new Set(first.map(({ uid }) => uid)).size).toBe(intervals.length);
          if (Object.keys(record.lessons).length + record.answers.length > 0)
            expect(again.map(({ uid }) => uid)).toEqual(first.map(({ uid }) => uid));
          first.forEach(({ uid, sequence, day }, i) => {
            expect(uid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
            expect(again[i]?.sequence).toBeGreaterThan(sequence);
            expect(day).toBeGreaterThan(from);
          });
        },
      ),
    );
    const uids = [1, 2].map((atMs) =>
      reviewEntries(finishLesson(emptyRecord, 'one/two', atMs), 21_000, { summary: '', isPrivate: true }),
    );
    expect(uids[0]?.[0]?.uid).not.toBe(uids[1]?.[0]?.uid);
  });

  test('say nothing of the subject unless the learner asks for it', () => {
    const ui = parse(readFileSync('content/ui/en.yaml', 'utf8')) as Record<string, string>;
    const words = { summary: ui['again.calendarQuiet'] ?? '', isPrivate: true };
    const text = `${calendarFile(reviewEntries(emptyRecord, 21_000, words), 'en', NOW)} ${ui['again.calendarFile']}`;
    expect(text).toContain(`SUMMARY:${ui['again.calendarQuiet']}`);
    expect(text).not.toMatch(/traffick|victim|listen|police|shelter|review|train|course|http|lesson|help/i);
  });
});
