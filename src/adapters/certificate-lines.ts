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
