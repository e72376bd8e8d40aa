import { loadingWords } from '../loading-words.ts';

const brokenWords = [
  'verify.broken.format',
  'verify.broken.facts',
  'verify.broken.name',
  'verify.broken.record',
  'verify.broken.whole',
  'verify.broken.release',
  'verify.broken.path',
  'verify.broken.result',
  'verify.broken.hours',
  'verify.broken.day',
] as const;

/** Interface strings of a certificate's own lines, on the screen and in the PDF. */
export const certificateLineWords = [
  'site.name',
  'certificate.title',
  'certificate.tagline',
  'certificate.intro',
  'certificate.deed',
  'certificate.practised',
  'certificate.facts',
  'certificate.completed',
  'certificate.hours',
  'certificate.result',
  'certificate.content',
  'certificate.record',
  'certificate.confirmedBy',
  'certificate.signer',
  'certificate.signedOn',
  'certificate.signature',
  'certificate.proof',
  'certificate.qr',
] as const;
export type CertificateLineWord = (typeof certificateLineWords)[number];

/** Interface strings of the page that makes and shows a certificate. */
export const certificateWords = [
  ...certificateLineWords,
  ...loadingWords,
  ...brokenWords,
  'verify.running',
  'verify.provesNot',
  'certificate.none',
  'certificate.toPaths',
  'certificate.makeTitle',
  'certificate.path',
  'certificate.completedPath',
  'certificate.name',
  'certificate.nameHelp',
  'certificate.nameEmpty',
  'certificate.make',
  'certificate.see',
  'certificate.replayed',
  'certificate.replayedText',
  'certificate.pdf',
  'certificate.making',
  'certificate.pdfFailed',
  'certificate.pdfHidden',
  'certificate.print',
  'certificate.file',
  'certificate.copyLink',
  'certificate.copyCode',
  'certificate.copied',
  'certificate.notCopied',
  'certificate.share',
  'certificate.employerTitle',
  'certificate.employerText',
  'certificate.theLink',
  'certificate.theCode',
  'certificate.linkText',
  'certificate.codeText',
] as const;
export type CertificateWord = (typeof certificateWords)[number];

/** The fields of a certificate, in the order in which the verifier shows them. */
export const verifiedFields = ['name', 'path', 'result', 'hours', 'day', 'release'] as const;

/** Interface strings of the fields as the verifier shows them. */
export const fieldWords = [
  ...verifiedFields.map((field) => `verify.field.${field}` as const),
  'verify.doesNotHold',
  'verify.stated',
] as const;
export type FieldWord = (typeof fieldWords)[number];

/** Interface strings of the verifier. */
export const verifyWords = [
  ...fieldWords,
  ...loadingWords,
  ...brokenWords,
  'verify.paste',
  'verify.check',
  'verify.running',
  'verify.holds',
  'verify.holdsNot',
  'verify.holdsText',
  'verify.show',
] as const;
export type VerifyWord = (typeof verifyWords)[number];
