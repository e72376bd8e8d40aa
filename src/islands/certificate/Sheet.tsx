import { qrSvgPath } from '../../adapters/qr.ts';
import { recordName } from '../../core/certificate/index.ts';
import { say, type Words } from '../../core/i18n/index.ts';
import { type CertificateFacts, certificateLines } from './lines.ts';
import type { CertificateLineWord } from './words.ts';
import '../../styles/certificate.css';

interface Props {
  facts: CertificateFacts;
  token: string;
  /** Address that the QR code carries. */
  link: string;
  ui: Words<CertificateLineWord>;
  lang: string;
  pathTitle: string;
}

/** Width of a text in letters: ideographs and syllables of East Asia are as wide as two. */
const widthOf = (text: string) =>
  [...text].reduce(
    (sum, letter) =>
      sum +
      (/[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\u{20000}-\u{3ffff}]/u.test(letter)
        ? 2
        : 1),
    0,
  );

/** The certificate as a sheet: prints on one A4 page across. */
export function Sheet({ facts, token, link, ui, lang, pathTitle }: Props) {
  const lines = certificateLines(facts, { ui, lang, pathTitle, recordName: recordName(token) });
  const qr = qrSvgPath(link);
  return (
    <article className="sheet" aria-label={say(ui, 'certificate.title')}>
      <header>
        <strong>{say(ui, 'site.name')}</strong>
        <span>{lines.context}</span>
      </header>
      <div>
        <p>{lines.intro}</p>
        <p className="voice name" dir="auto" data-long={widthOf(facts.name) > 60 ? '' : undefined}>
          {facts.name}
        </p>
        <p className="deed">{lines.deed}</p>
      </div>
      <footer>
        <p>
          <span>{lines.completed}</span>
          <br />
          <span>{lines.record}</span>
          <br />
          <span>{lines.proof}</span>
        </p>
        <svg
          viewBox={`0 0 ${qr.size} ${qr.size}`}
          role="img"
          aria-label={say(ui, 'certificate.qr')}
          shapeRendering="crispEdges"
        >
          {/* Scanners want dark modules on white, also in colours that the reader's system forces. */}
          <rect width={qr.size} height={qr.size} fill="#fff" />
          <path d={qr.path} fill="#000" />
        </svg>
      </footer>
    </article>
  );
}
