import type PDFDocument from 'pdfkit';
import { fetchFonts } from './certificate-fonts.ts';
import { drawCertificate } from './certificate-sheet.ts';
import { drawText } from './text-picture.ts';

/** What the certificate says: strings ready to print, in the learner's language. */
export interface CertificateLines {
  /** Title of the document, as the viewer's window shows it. */
  title: string;
  /** Name of the course. */
  brand: string;
  /** Path and version of the content. */
  context: string;
  /** "This is to record that". */
  intro: string;
  /** The person's name, in any script. */
  name: string;
  /** What the person did: hours, path and result. */
  deed: string;
  completed: string;
  /** Name of the record, to read out on the phone. */
  record: string;
  /** What the certificate proves and what not. */
  proof: string;
  /** What the QR code is, for those who do not see it; default its address. */
  qr?: string;
}

export interface CertificateOptions {
  /** BCP 47 tag of the lines. */
  lang: string;
  /**
   * Full link with the record, or `#c=…` alone where there is no address. The QR code carries it; printed is its address
   * without the record, linked to all of it.
   */
  link: string;
}

/**
 * Makes the certificate as a PDF in the browser: A4 across, one page, tagged, fonts embedded.
 *
 * The library (about 340 KB packed) is loaded only by this call. Nothing leaves the browser.
 *
 * @returns A Blob of type `application/pdf`.
 * @throws {Error} when the library or the fonts cannot be loaded, and {RangeError} when the link is too long for a QR code.
 */
export async function makeCertificatePdf(
  lines: CertificateLines,
  options: CertificateOptions,
): Promise<Blob> {
  const [{ default: Document }, fonts] = await Promise.all([import('pdfkit'), fetchFonts()]);
  const doc = new Document({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    pdfVersion: '1.7',
    // The type asks for a name, the code takes "none" too: no standard font is wanted.
    font: null as unknown as string,
    tagged: true,
    subset: 'PDF/UA' as never,
    lang: options.lang,
    displayTitle: true,
    info: { Title: lines.title, Creator: lines.brand },
  });
  const done = collect(doc);
  await drawCertificate(doc, lines, options, fonts, drawText);
  doc.end();
  return new Blob(await done, { type: 'application/pdf' });
}

/** Chunks of the document once it has ended. */
function collect(doc: typeof PDFDocument.prototype): Promise<Uint8Array<ArrayBuffer>[]> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    doc.on('data', (chunk: Uint8Array<ArrayBuffer>) => chunks.push(chunk));
    doc.on('end', () => resolve(chunks));
    doc.on('error', reject);
  });
}
