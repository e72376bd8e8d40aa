import { type SubmitEvent, useRef } from 'react';
import { useStore } from 'zustand';
import { localDay } from '../../adapters/calendar.ts';
import { claimFor, cleanName, LONGEST_NAME, packClaim } from '../../core/certificate/index.ts';
import { standingOf } from '../../core/grading/index.ts';
import { say } from '../../core/i18n/index.ts';
import { learner } from '../../stores/browser.ts';
import { useReleases } from '../use-release.ts';
import type { CertificateProps } from './props.ts';
import { goToFragment } from './use-fragment.ts';
import { Waiting } from './Waiting.tsx';

/** Asks for the name and puts the certificate into the address. The name is kept nowhere else. */
export function MakeCertificate({
  titles,
  release,
  releases,
  ui,
  links,
  wanted,
}: CertificateProps & { wanted: string | undefined }) {
  const { record, isReady } = useStore(learner);
  const known = useReleases(record, releases, release);
  const field = useRef<HTMLInputElement>(null);
  if (!isReady || !known) return <Waiting ui={ui} hasFailed={known === null} />;
  const completeOn = (path: string) => standingOf(record, path, known)?.completeOn;
  const complete = Object.keys(titles).filter(completeOn);
  const path = wanted && complete.includes(wanted) ? wanted : complete[0];
  if (!path) {
    return (
      <div className="stack narrow">
        <h1>{say(ui, 'certificate.title')}</h1>
        <p className="lead">{say(ui, 'certificate.none')}</p>
        <p>
          <a className="btn" href={links.paths}>
            {say(ui, 'certificate.toPaths')}
          </a>
        </p>
      </div>
    );
  }
  const make = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const chosen = String(data.get('path') ?? path);
    const name = String(data.get('name') ?? '');
    if (cleanName(name) === '') {
      // Spaces alone pass `required`.
      field.current?.setCustomValidity(say(ui, 'certificate.nameEmpty'));
      field.current?.reportValidity();
      return;
    }
    const on = completeOn(chosen);
    const claim = on && claimFor(on, record, chosen, name, localDay);
    if (on && claim) goToFragment(`c=${packClaim(on, claim)}`);
  };
  return (
    <form className="stack narrow" onSubmit={make}>
      <h1>{say(ui, 'certificate.makeTitle')}</h1>
      {complete.length > 1 ? (
        <div className="field">
          <label htmlFor="certificate-path">{say(ui, 'certificate.path')}</label>
          <select id="certificate-path" name="path" defaultValue={path}>
            {complete.map((id) => (
              <option key={id} value={id}>
                {titles[id]}
              </option>
            ))}
          </select>
        </div>
      ) : (
        <p className="lead">{say(ui, 'certificate.completedPath', { path: titles[path] ?? path })}</p>
      )}
      <div className="field">
        <label htmlFor="certificate-name">{say(ui, 'certificate.name')}</label>
        <input
          id="certificate-name"
          name="name"
          ref={field}
          type="text"
          dir="auto"
          autoComplete="name"
          maxLength={LONGEST_NAME}
          required
          // What the certificate will say is shown before it is made. What has nothing to show is left for the message.
          onBlur={(event) => {
            event.currentTarget.value = cleanName(event.currentTarget.value) || event.currentTarget.value;
          }}
          onInput={(event) => event.currentTarget.setCustomValidity('')}
          aria-describedby="certificate-name-help"
        />
        <p className="small" id="certificate-name-help">
          {say(ui, 'certificate.nameHelp')}
        </p>
      </div>
      <button type="submit" className="btn">
        {say(ui, 'certificate.make')}
      </button>
    </form>
  );
}
