/** What the certificate says: strings ready to print, in the learner's language. */
export interface CertificateLines {
  /** Title of the document, as the viewer's window shows it. */
  title: string;
  /** Name of the course. */
  brand: string;
  /** What the course is, in one line. */
  tagline: string;
  /** "This is to record that". */
  intro: string;
  /** The person's name, in any script. */
  name: string;
  /** What the person did: path, lessons, role-plays and result. */
  deed: string;
  /** The role-plays that were passed, under their heading: a title, and the role it was played in. */
  practised: { heading: string; items: readonly { title: string; role: string }[] };
  /** What is recorded, under its heading: a label, and its value. */
  facts: { heading: string; rows: readonly (readonly [label: string, value: string])[] };
  /** Room for an institution to sign on paper; never filled in. */
  confirmed: { heading: string; fields: readonly [string, string, string] };
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
