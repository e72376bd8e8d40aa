/** What a page hands to the certificate. */
export interface CertificateProps {
  lang: string;
  titles: Record<string, string>;
  /** Hash of today's content. */
  release: string;
  /** Folder of the released contents. */
  releases: string;
  ui: Record<string, string>;
  /** `published`: a verifier on the web, where the course was built with one. */
  links: { verify: string; paths: string; published?: string | undefined };
}
