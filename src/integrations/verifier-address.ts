/**
 * The verifier on the web that certificates of this build lead to, from VERIFY_URL; undefined when there is none.
 *
 * @throws {Error} when it is no absolute https address: it goes into the QR code of every certificate.
 */
export function publishedVerifier(value = process.env.VERIFY_URL): string | undefined {
  if (!value) return undefined;
  if (!URL.canParse(value) || new URL(value).protocol !== 'https:')
    throw new Error(
      `VERIFY_URL is "${value}", which is no address on the web. Give the whole address of a verifier, such as https://training.example/en/verify/, or leave it out.`,
    );
  return value;
}
