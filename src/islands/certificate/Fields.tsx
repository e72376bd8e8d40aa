import type { CertificatePart } from '../../core/certificate/index.ts';
import { say, type Words } from '../../core/i18n/index.ts';
import { type CertificateFacts, formatDay, formatHours } from './lines.ts';
import { type FieldWord, verifiedFields } from './words.ts';

interface Props {
  facts: CertificateFacts;
  pathTitle: string;
  broken: readonly CertificatePart[];
  ui: Words<FieldWord>;
  lang: string;
}

/** Which fields a broken part makes doubtful. */
const FIELDS: Record<(typeof verifiedFields)[number], readonly CertificatePart[]> = {
  name: ['name', 'whole'],
  path: ['facts', 'path', 'whole'],
  result: ['facts', 'record', 'result', 'whole'],
  hours: ['facts', 'hours', 'whole'],
  day: ['facts', 'day', 'whole'],
  release: ['facts', 'release', 'whole'],
};

/** Fields that replaying cannot confirm: who makes a certificate writes them. */
const STATED: readonly string[] = ['name', 'day'];

/** Every field of a certificate, each with whether it holds. */
export function Fields({ facts, pathTitle, broken, ui, lang }: Props) {
  const values = {
    name: facts.name,
    path: pathTitle,
    result: `${facts.percent} %`,
    hours: formatHours(facts.tenthsOfHours, lang),
    day: formatDay(facts.day, lang),
    release: facts.release,
  };
  return (
    <dl className="facts">
      {verifiedFields.map((field) => {
        const doubtful = FIELDS[field].some((part) => broken.includes(part));
        return (
          <div key={field} className="row" data-field={field} data-holds={!doubtful}>
            <dt>{say(ui, `verify.field.${field}`)}</dt>
            <dd>
              <bdi>{values[field]}</bdi>{' '}
              {!doubtful && STATED.includes(field) && (
                <span className="small">{`(${say(ui, 'verify.stated')})`}</span>
              )}
              {doubtful && <span className="tag harmful">{`✕ ${say(ui, 'verify.doesNotHold')}`}</span>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
