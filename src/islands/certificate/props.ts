import type { Words } from '../../core/i18n/index.ts';
import type { PlayTitles } from './lines.ts';
import type { CertificateWord } from './words.ts';

/** What a page hands to the certificate. */
export interface CertificateProps {
  lang: string;
  titles: Record<string, string>;
  plays: PlayTitles;
  /** Hash of today's content. */
  release: string;
  /** Folder of the released contents. */
  releases: string;
  ui: Words<CertificateWord>;
  /** `published`: a verifier on the web, where the course was built with one. */
  links: { verify: string; paths: string; published?: string | undefined };
}
