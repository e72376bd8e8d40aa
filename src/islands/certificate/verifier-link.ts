/** Where a certificate can be verified, and the record it carries. */
export interface VerifierLink {
  /** What the QR code carries and the reader follows or pastes. */
  text: string;
  /** Whether it is an address that others can open; a course that is read from files has none to give. */
  isAddress: boolean;
}

/**
 * The link that a certificate carries. Opened from a file, the course has no address that anybody else could follow, and
 * the path of that file is nobody's business: the certificate is then the code alone.
 *
 * @param token The packed certificate.
 * @param page Address of this course's verifier, perhaps relative to `here`.
 * @param published Address of a verifier on the web, when the course was built with one.
 */
export function verifierLink(
  token: string,
  here: string,
  page: string,
  published: string | undefined,
): VerifierLink {
  const verifier = new URL(published ?? page, here);
  verifier.hash = '';
  verifier.search = '';
  const isAddress = /^https?:$/.test(verifier.protocol);
  return { text: `${isAddress ? verifier.href : ''}#c=${token}`, isAddress };
}
