import { DAY_MS } from '../core/calendar/index.ts';
import { dateLocale } from '../core/i18n/index.ts';

/**
 * A calendar day in words with its weekday, with or without its year, or the first letter of its weekday.
 *
 * @param day Days since 1970-01-01.
 */
export function dayText(
  day: number,
  lang: string,
  length: 'whole' | 'with-year' | 'narrow' = 'whole',
): string {
  return new Intl.DateTimeFormat(dateLocale(lang), {
    ...(length === 'narrow' ? { weekday: 'narrow' } : { weekday: 'long', day: 'numeric', month: 'long' }),
    ...(length === 'with-year' && { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(day * DAY_MS);
}
