const DAY_MS = 86_400_000;

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
  return new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    ...(length === 'narrow' ? { weekday: 'narrow' } : { weekday: 'long', day: 'numeric', month: 'long' }),
    ...(length === 'with-year' && { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(day * DAY_MS);
}
