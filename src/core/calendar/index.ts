/** Calendar files (iCalendar, RFC 5545) of whole days. */

/** Milliseconds of a day of 24 hours. */
export const DAY_MS = 86_400_000;
/** Longest line in octets, without its end (RFC 5545, 3.1). */
const LONGEST_LINE = 75;

/** One whole day in a calendar, with a reminder at nine in the morning of wherever it is opened. */
export interface CalendarDay {
  /** The same for the same entry for ever: a file that is opened again moves the entry instead of adding one. */
  uid: string;
  /** Greater in a later version of the same entry. A whole number from 0. */
  sequence: number;
  /** Days since 1970-01-01. */
  day: number;
  /** What a calendar, and a locked screen, shows. */
  summary: string;
  description?: string;
  /** An absolute address. */
  url?: string;
  /** Hidden from others who may see the calendar. */
  isPrivate: boolean;
}

/**
 * The text of a calendar file, in UTF-8.
 *
 * @param language Of the words, such as `en`.
 * @param nowMs When it is made, in milliseconds since 1970.
 */
export function calendarFile(days: readonly CalendarDay[], language: string, nowMs: number): string {
  const stamp = new Date(nowMs).toISOString().replace(/[-:]|\.\d+/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Reminders//Reminders//${language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    ...days.flatMap(({ uid, sequence, day, summary, description, url, isPrivate }) => [
      'BEGIN:VEVENT',
      `UID:${asText(uid)}`,
      `DTSTAMP:${stamp}`,
      `SEQUENCE:${sequence}`,
      `DTSTART;VALUE=DATE:${asDate(day)}`,
      `DTEND;VALUE=DATE:${asDate(day + 1)}`,
      `SUMMARY:${asText(summary)}`,
      ...(description ? [`DESCRIPTION:${asText(description)}`] : []),
      ...(url ? [`URL:${asAddress(url)}`] : []),
      `CLASS:${isPrivate ? 'PRIVATE' : 'PUBLIC'}`,
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${asText(summary)}`,
      'TRIGGER:PT9H',
      'END:VALARM',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** A value of the type TEXT: what has a meaning in it is escaped, what may not stand in it is left out. */
function asText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replace(/[^\P{Cc}\t]|\p{Surrogate}/gu, '');
}

/** A value of the type URI: an address holds no line end and no other control character. */
function asAddress(url: string): string {
  return new URL(url).href;
}

/** A value of the type DATE. */
function asDate(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10).replaceAll('-', '');
}

/** Breaks a line so that no part is longer than 75 octets; each further part begins with a space. No character is cut. */
function fold(line: string): string {
  const encoder = new TextEncoder();
  let folded = '';
  let length = 0;
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (length + octets > LONGEST_LINE) {
      folded += '\r\n ';
      length = 1;
    }
    folded += character;
    length += octets;
  }
  return folded;
}
