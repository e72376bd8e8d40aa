import { say, type Words } from '../../core/i18n/index.ts';
import type { CertificateLineWord } from './words.ts';

/** The fields that a certificate shows. */
export interface CertificateFacts {
  name: string;
  day: number;
  percent: number;
  tenthsOfHours: number;
  release: string;
}

interface Context {
  ui: Words<CertificateLineWord>;
  lang: string;
  pathTitle: string;
  recordName: string;
}

/** All lines of a certificate, ready to set: the same for screen, print and PDF. */
export function certificateLines(facts: CertificateFacts, { ui, lang, pathTitle, recordName }: Context) {
  return {
    title: say(ui, 'certificate.title'),
    brand: say(ui, 'site.name'),
    context: say(ui, 'certificate.context', { path: pathTitle, release: facts.release }),
    intro: say(ui, 'certificate.intro'),
    name: facts.name,
    deed: say(ui, 'certificate.deed', {
      hours: formatHours(facts.tenthsOfHours, lang),
      path: pathTitle,
      percent: facts.percent,
    }),
    completed: say(ui, 'certificate.completed', { day: formatDay(facts.day, lang) }),
    record: say(ui, 'certificate.record', { record: recordName }),
    proof: say(ui, 'certificate.proof'),
    qr: say(ui, 'certificate.qr'),
  };
}

/** A day (since 1970-01-01) as people write it. */
export function formatDay(day: number, lang: string): string {
  return new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(day * 86_400_000);
}

/** Tenths of hours as a number of hours. */
export function formatHours(tenths: number, lang: string): string {
  return new Intl.NumberFormat(lang, { maximumFractionDigits: 1 }).format(tenths / 10);
}
