import type PDFDocument from 'pdfkit';
import { fetchFonts } from './certificate-fonts.ts';
import type { CertificateLines, CertificateOptions } from './certificate-lines.ts';
import { drawCertificate } from './certificate-sheet.ts';
import { drawText } from './text-picture.ts';

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
    // The types require a font name, but pdfkit accepts none; no standard font is wanted.
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
