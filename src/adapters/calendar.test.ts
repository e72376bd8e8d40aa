import { afterEach, expect, test } from 'vitest';
import { latestDay, localDay } from './calendar.ts';

const zone = process.env.TZ;
afterEach(() => {
  process.env.TZ = zone;
});

const day = (text: string) => Date.parse(text) / 86_400_000;

test.each([
  ['Europe/Brussels', '2026-11-30T23:30:00Z', '2026-12-01'],
  ['America/Los_Angeles', '2026-12-02T04:00:00Z', '2026-12-01'],
  ['Pacific/Kiritimati', '2026-11-30T10:00:00Z', '2026-12-01'],
  ['UTC', '2026-12-01T00:00:00Z', '2026-12-01'],
  ['Europe/Brussels', '2026-07-31T22:00:00Z', '2026-08-01'],
])('in %s, %s is on %s', (zoneName, instant, expected) => {
  process.env.TZ = zoneName;
  expect(localDay(Date.parse(instant))).toBe(day(expected));
});

test('no calendar on earth is ahead of the latest day', () => {
  const instant = Date.parse('2026-12-01T10:00:00Z');
  process.env.TZ = 'Pacific/Kiritimati';
  expect(latestDay(instant)).toBe(localDay(instant));
});
