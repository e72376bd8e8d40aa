import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { findToken } from '../../core/certificate/index.ts';
import { say, type Words } from '../../core/i18n/index.ts';
import { Loading } from '../Loading.tsx';
import { Fields } from './Fields.tsx';
import { goToFragment, tokenIn, useFragment } from './use-fragment.ts';
import { useVerification } from './use-verification.ts';
import type { VerifyWord } from './words.ts';

interface Props {
  lang: string;
  titles: Record<string, string>;
  /** Folder of the released contents. */
  releases: string;
  ui: Words<VerifyWord>;
  links: { certificate: string };
}

/** Paste a certificate's link, or come with it; every field is shown with whether it holds. */
export default function VerifyPage({ lang, titles, releases, ui, links }: Props) {
  const fragment = useFragment();
  const token = tokenIn(fragment);
  const [round, setRound] = useState(0);
  const verification = useVerification(token, releases, round);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (verification) heading.current?.focus();
  }, [verification]);

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = String(new FormData(event.currentTarget).get('link') ?? '');
    const fragment = `c=${findToken(given) ?? ''}`;
    // The same once more, perhaps because the network is back: the address does not change, so nothing else would.
    if (location.hash === `#${fragment}`) setRound(round + 1);
    else goToFragment(fragment);
  };
  const facts = verification?.claim;
  const broken = verification && !verification.ok ? verification.broken : [];
  return (
    <div className="stack">
      <form className="stack" onSubmit={submit}>
        <div className="field">
          <label htmlFor="certificate-link">{say(ui, 'verify.paste')}</label>
          {/* React does not hold its text: what is pasted before this script runs stays. */}
          <input
            id="certificate-link"
            name="link"
            type="text"
            autoComplete="off"
            spellCheck={false}
            required
          />
        </div>
        <button type="submit" className="btn" disabled={fragment === undefined}>
          {say(ui, 'verify.check')}
        </button>
      </form>
      {token !== undefined && !verification && (
        <Loading key={token} ui={ui} text={say(ui, 'verify.running')} />
      )}
      {verification && (
        <section className="card stack" data-verified={verification.ok}>
          <h2 ref={heading} tabIndex={-1}>
            <span className={verification.ok ? 'best' : 'harmful'}>
              <span aria-hidden="true">{verification.ok ? '✓' : '✕'}</span>{' '}
              <span>{say(ui, verification.ok ? 'verify.holds' : 'verify.holdsNot')}</span>
            </span>
          </h2>
          {verification.ok ? (
            <p>
              {say(ui, 'verify.holdsText', {
                choices: verification.result.scenarios.reduce(
                  (sum, play) => sum + (play.passingRun?.choices.length ?? 0),
                  0,
                ),
                answers: Object.keys(verification.result.assessment?.sitting.responses ?? {}).length,
              })}
            </p>
          ) : (
            broken.map((part) => <p key={part}>{say(ui, `verify.broken.${part}`)}</p>)
          )}
          {facts && (
            <Fields
              facts={facts}
              pathTitle={titles[facts.path ?? ''] ?? facts.path ?? '?'}
              broken={broken}
              ui={ui}
              lang={lang}
            />
          )}
          {verification.ok && (
            <p>
              <a href={`${links.certificate}#c=${token}`}>{say(ui, 'verify.show')}</a>
            </p>
          )}
        </section>
      )}
    </div>
  );
}
