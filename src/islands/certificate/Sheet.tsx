import type { CertificateLines } from '../../adapters/certificate-lines.ts';
import { qrSvgPath } from '../../adapters/qr.ts';
import { MARK_PATH } from '../../core/mark/index.ts';
import '../../styles/certificate.css';

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

/**
 * The certificate as a sheet: prints on one A4 page across.
 *
 * @param link Address that the QR code carries, or the code alone where there is no address.
 */
export function Sheet({ lines, link }: { lines: CertificateLines; link: string }) {
  const qr = qrSvgPath(link);
  const { practised, facts, confirmed } = lines;
  return (
    <article className="sheet" aria-label={lines.title}>
      <header>
        <svg className="mark" viewBox="0 0 28 28" aria-hidden="true">
          <path d={MARK_PATH} />
        </svg>
        <p>
          <strong>{lines.brand}</strong>
          <span>{lines.tagline}</span>
        </p>
        <p className="voice kind" aria-hidden="true">
          {lines.title}
        </p>
      </header>
      <div>
        <p>{lines.intro}</p>
        <p className="voice name" dir="auto" data-long={widthOf(lines.name) > 60 ? '' : undefined}>
          {lines.name}
        </p>
        <p className="deed">{lines.deed}</p>
      </div>
      <div className="columns">
        {practised.items.length > 0 && (
          <div>
            <h2>{practised.heading}</h2>
            <ul>
              {practised.items.map(({ title, role }) => (
                <li key={title}>
                  <strong>{title}</strong> <span>{role}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
        <div>
          <h2>{facts.heading}</h2>
          <dl>
            {facts.rows.map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      </div>
      <footer>
        <div className="confirmed">
          <h2>{confirmed.heading}</h2>
          <ul>
            {confirmed.fields.map((field) => (
              <li key={field}>{field}</li>
            ))}
          </ul>
        </div>
        <p>{lines.proof}</p>
        <svg
          className="qr"
          viewBox={`0 0 ${qr.size} ${qr.size}`}
          role="img"
          aria-label={lines.qr}
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
