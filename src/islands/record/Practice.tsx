import { competenciesOf, type PlayOverview } from '../../core/grading/index.ts';
import { say } from '../../core/i18n/index.ts';
import { percentReached } from '../../core/percent/index.ts';
import type { RecordProps } from './props.ts';

type Props = { plays: readonly PlayOverview[] } & Pick<RecordProps, 'scenarios' | 'ui'>;

/** The competencies that role-plays showed, now and in the runs before. */
export function Competencies({ plays, scenarios, ui }: Props) {
  const possible = Object.fromEntries(Object.entries(scenarios).map(([id, play]) => [id, play.possible]));
  const shown = competenciesOf(plays, possible);
  if (shown.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="record-competencies">
      <h2 id="record-competencies">{say(ui, 'record.competenciesTitle')}</h2>
      <p className="small">{say(ui, 'record.competenciesText')}</p>
      <ul className="record-bars">
        {shown.map(({ competency, now, before }) => (
          <li key={competency}>
            <span>{say(ui, `competency.${competency}`)}</span>
            <span className="record-meter" aria-hidden="true">
              <span style={{ inlineSize: `${now * 100}%` }} />
              {before !== undefined && <i style={{ insetInlineStart: `${before * 100}%` }} />}
            </span>
            <span className="small">
              {before === undefined
                ? say(ui, 'record.competencyNow', { now: percentReached(now) })
                : say(ui, 'record.competencyBefore', {
                    now: percentReached(now),
                    before: percentReached(before),
                  })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Role-plays that were played: state, endings found, and the way on. */
export function Plays({ plays, scenarios, ui }: Props) {
  if (plays.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="record-plays">
      <h2 id="record-plays">{say(ui, 'record.playsTitle')}</h2>
      <ul className="record-plays">
        {plays.map(({ scenario, runs, passed, endings, openAt }) => {
          const play = scenarios[scenario];
          if (!play) return null;
          const isOpen = openAt !== undefined;
          return (
            <li key={scenario} data-play={scenario}>
              <div>
                <h3>
                  <a href={play.href}>{play.title}</a>
                </h3>
                <p className="record-play-state">
                  {passed && <span className="tag best">{`✓ ${say(ui, 'record.passed')}`}</span>}
                  {isOpen && <span className="tag open">{say(ui, 'record.openAt', { number: openAt })}</span>}
                  <span className="small">
                    {say(ui, 'record.endings', {
                      found: endings.length,
                      of: Object.keys(play.endings).length,
                      runs,
                    })}
                  </span>
                </p>
                {endings.length > 0 && (
                  <p className="small">{endings.map((id) => play.endings[id] ?? id).join(' · ')}</p>
                )}
              </div>
              <a className="btn quiet" href={play.href}>
                {say(ui, isOpen ? 'record.goOn' : 'record.playAgain')}
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
