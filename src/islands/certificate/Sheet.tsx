import { qrSvgPath } from '../../adapters/qr.ts';
import { recordName } from '../../core/certificate/index.ts';
import { say } from '../../core/i18n/index.ts';
import { type CertificateFacts, certificateLines } from './lines.ts';

interface Props {
  facts: CertificateFacts;
  token: string;
  /** Address that the QR code carries. */
  link: string;
  ui: Record<string, string>;
  lang: string;
  pathTitle: string;
}

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
        <p className="voice name" dir="auto">
          {facts.name}
        </p>
        <p className="deed">{lines.deed}</p>
      </div>
      <footer>
        <p>
          {lines.completed}
          <br />
          {lines.record}
          <br />
          {lines.proof}
        </p>
        <svg
          viewBox={`0 0 ${qr.size} ${qr.size}`}
          role="img"
          aria-label={say(ui, 'certificate.qr')}
          shapeRendering="crispEdges"
        >
          <path d={qr.path} fill="#17222b" />
        </svg>
      </footer>
    </article>
  );
}
