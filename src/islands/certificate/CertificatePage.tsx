import { useEffect, useRef, useState } from 'react';
import { saveFile } from '../../adapters/save-file.ts';
import { recordName } from '../../core/certificate/index.ts';
import { say } from '../../core/i18n/index.ts';
import { certificateLines } from './lines.ts';
import { MakeCertificate } from './MakeCertificate.tsx';
import type { CertificateProps } from './props.ts';
import { Sheet } from './Sheet.tsx';
import { tokenIn, useFragment } from './use-fragment.ts';
import { useVerification } from './use-verification.ts';
import { verifierLink } from './verifier-link.ts';
import { Waiting } from './Waiting.tsx';

/** With a token in the address: the certificate, replayed. Without: make one from the record. */
export default function CertificatePage(props: CertificateProps) {
  const { lang, titles, plays, releases, ui, links } = props;
  const fragment = useFragment();
  const token = tokenIn(fragment);
  const verification = useVerification(token, releases);
  const [pdf, setPdf] = useState<'idle' | 'making' | 'failed' | 'hidden'>('idle');
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const [isLinkOpen, setLinkOpen] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const wasAsked = useRef(false);
  useEffect(() => {
    if (fragment !== undefined && token === undefined) wasAsked.current = true;
    // The form that was filled in is gone: one goes on from what it made.
    else if (verification && wasAsked.current) heading.current?.focus();
  }, [fragment, token, verification]);
  if (fragment === undefined) return <Waiting ui={ui} />;
  if (token === undefined)
    return <MakeCertificate {...props} wanted={new URLSearchParams(fragment).get('path') ?? undefined} />;
  if (!verification) return <Waiting ui={ui} text={say(ui, 'verify.running')} />;
  if (!verification.ok) {
    return (
      <div className="stack narrow">
        <h1 ref={heading} tabIndex={-1}>
          {say(ui, 'certificate.title')}
        </h1>
        <div className="notice bad">
          {verification.broken.map((part) => (
            <p key={part}>{say(ui, `verify.broken.${part}`)}</p>
          ))}
        </div>
        <p>
          <a href={`${links.verify}#c=${token}`}>{say(ui, 'certificate.see')}</a>
        </p>
      </div>
    );
  }
  const { claim } = verification;
  const pathTitle = titles[claim.path] ?? claim.path;
  const lines = certificateLines(claim, verification.result, {
    ui,
    lang,
    pathTitle,
    plays,
    recordName: recordName(token),
  });
  const link = verifierLink(token, location.href, links.verify, links.published);
  const download = async () => {
    if (pdf === 'making') return;
    setPdf('making');
    try {
      const { makeCertificatePdf } = await import('../../adapters/certificate-pdf.ts');
      const blob = await makeCertificatePdf(lines, { lang, link: link.text });
      saveFile(`${say(ui, 'certificate.file')}.pdf`, blob, blob.type);
      setPdf('idle');
    } catch (error) {
      console.warn(error);
      setPdf(error instanceof Error && error.name === 'CanvasHidden' ? 'hidden' : 'failed');
    }
  };
  // A browser without it, or one that asks and is refused: the link is shown, to be copied by hand.
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link.text);
      setCopied('yes');
    } catch {
      setCopied('no');
      setLinkOpen(true);
    }
  };
  const canShare = typeof navigator.share === 'function';
  const share = async () => {
    try {
      await navigator.share({ title: say(ui, 'certificate.title'), url: link.text });
    } catch (error) {
      // Closing the system's sheet is no failure.
      if (error instanceof Error && error.name === 'AbortError') return;
      await copy();
    }
  };
  return (
    <div className="certificate-layout">
      <h1 ref={heading} tabIndex={-1} className="hidden-visually">
        {say(ui, 'certificate.title')}
      </h1>
      <Sheet lines={lines} link={link.text} />
      <aside className="side stack no-print">
        <div className="card stack">
          <p>
            <span className="tag best">{`✓ ${say(ui, 'certificate.replayed')}`}</span>
          </p>
          <p className="small">{say(ui, 'certificate.replayedText')}</p>
        </div>
        <p className="actions">
          {/* Not `disabled`: the button would lose the focus it has. */}
          <button type="button" className="btn" onClick={download} aria-disabled={pdf === 'making'}>
            {say(ui, pdf === 'making' ? 'certificate.making' : 'certificate.pdf')}
          </button>
          <button type="button" className="btn quiet" onClick={() => print()}>
            {say(ui, 'certificate.print')}
          </button>
          <button type="button" className="btn quiet" onClick={() => void copy()}>
            {say(ui, link.isAddress ? 'certificate.copyLink' : 'certificate.copyCode')}
          </button>
          {link.isAddress && canShare && (
            <button type="button" className="btn quiet" onClick={() => void share()}>
              {say(ui, 'certificate.share')}
            </button>
          )}
        </p>
        <p role="status">
          {copied && (
            <span className={`notice ${copied === 'yes' ? 'good' : 'bad'}`}>
              {say(ui, copied === 'yes' ? 'certificate.copied' : 'certificate.notCopied')}
            </span>
          )}
        </p>
        <p className="hidden-visually" role="status">
          {pdf === 'making' && say(ui, 'certificate.making')}
        </p>
        {(pdf === 'failed' || pdf === 'hidden') && (
          <p className="notice bad" role="alert">
            {say(ui, pdf === 'hidden' ? 'certificate.pdfHidden' : 'certificate.pdfFailed')}
          </p>
        )}
        <div className="card stack">
          <h2>{say(ui, 'certificate.employerTitle')}</h2>
          <p className="small">{say(ui, 'certificate.employerText')}</p>
          <p className="small">{say(ui, 'verify.provesNot')}</p>
        </div>
        <details open={isLinkOpen} onToggle={(event) => setLinkOpen(event.currentTarget.open)}>
          <summary>{say(ui, link.isAddress ? 'certificate.theLink' : 'certificate.theCode')}</summary>
          <p className="small">{say(ui, link.isAddress ? 'certificate.linkText' : 'certificate.codeText')}</p>
          <p className="small breaks">
            {link.isAddress ? <a href={link.text}>{link.text}</a> : <code>{link.text}</code>}
          </p>
        </details>
      </aside>
    </div>
  );
}
