import type { CertificateLines } from '../../adapters/certificate-lines.ts';
import { DAY_MS } from '../../core/calendar/index.ts';
import type { Claim } from '../../core/certificate/index.ts';
import type { PathResult } from '../../core/grading/index.ts';
import { dateLocale, say, type Words } from '../../core/i18n/index.ts';
import type { CertificateLineWord } from './words.ts';

/** The fields that a certificate shows. */
export type CertificateFacts = Pick<Claim, 'name' | 'day' | 'percent' | 'tenthsOfHours' | 'release'>;

/** Title and role of each role-play, by id. */
export type PlayTitles = Readonly<Record<string, { title: string; role: string }>>;

interface Context {
  ui: Words<CertificateLineWord>;
  lang: string;
  pathTitle: string;
  /** Role-plays of today's course; one that is gone from it is counted and not named. */
  plays: PlayTitles;
  recordName: string;
}

/**
 * All lines of a certificate, ready to set: the same for screen, print and PDF.
 *
 * @param result What its record is worth, replayed.
 */
export function certificateLines(
  facts: CertificateFacts,
  result: PathResult,
  { ui, lang, pathTitle, plays, recordName }: Context,
): CertificateLines {
  const passed = result.scenarios.filter((play) => play.passed).map(({ scenario }) => scenario);
  return {
    title: say(ui, 'certificate.title'),
    brand: say(ui, 'site.name'),
    tagline: say(ui, 'certificate.tagline'),
    intro: say(ui, 'certificate.intro'),
    name: facts.name,
    deed: say(ui, 'certificate.deed', {
      path: pathTitle,
      lessons: result.lessons.done,
      plays: passed.length,
      percent: facts.percent,
    }),
    practised: {
      heading: say(ui, 'certificate.practised'),
      items: passed.flatMap((id) => plays[id] ?? []),
    },
    facts: {
      heading: say(ui, 'certificate.facts'),
      rows: [
        [say(ui, 'certificate.completed'), formatDay(facts.day, lang)],
        [say(ui, 'certificate.hours'), formatHours(facts.tenthsOfHours, lang)],
        [say(ui, 'certificate.result'), `${facts.percent} %`],
        [say(ui, 'certificate.content'), facts.release],
        [say(ui, 'certificate.record'), recordName],
      ],
    },
    confirmed: {
      heading: say(ui, 'certificate.confirmedBy'),
      fields: [
        say(ui, 'certificate.signer'),
        say(ui, 'certificate.signedOn'),
        say(ui, 'certificate.signature'),
      ],
    },
    proof: say(ui, 'certificate.proof'),
    qr: say(ui, 'certificate.qr'),
  };
}

/** A day (since 1970-01-01) as people write it. */
export function formatDay(day: number, lang: string): string {
  return new Intl.DateTimeFormat(dateLocale(lang), {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(day * DAY_MS);
}

/** Tenths of hours as a number of hours. */
export function formatHours(tenths: number, lang: string): string {
  return new Intl.NumberFormat(lang, { maximumFractionDigits: 1 }).format(tenths / 10);
}
