import { say, type Words } from '../../core/i18n/index.ts';
import type { LineType, Scenario, ScenarioWords, Turn } from '../../core/scenario/index.ts';
import { betterThan, takenText } from './turn-speech.ts';
import type { PlayerWord } from './words.ts';

interface Props {
  scenario: Scenario;
  words: ScenarioWords;
  /** How often each kind of line was used. */
  mix: Partial<Record<LineType, number>>;
  turns: readonly Turn[];
  ui: Words<PlayerWord>;
}

/** The kinds of line that were used, most frequent first; beside those that were rated low, what is better to say. */
export function LineMix({ scenario, words, mix, turns, ui }: Props) {
  const kinds = (Object.entries(mix) as [LineType, number][]).sort(([, a], [, b]) => b - a);
  if (kinds.length === 0) return null;
  return (
    <div className="card stack">
      <h2>{say(ui, 'debrief.lineMix')}</h2>
      <p className="small">{say(ui, 'debrief.lineMixText')}</p>
      <dl className="line-mix">
        {kinds.map(([kind, times]) => (
          <div key={kind}>
            <dt>
              <span>{say(ui, `line.${kind}`)}</span>{' '}
              <span className="small">{say(ui, 'debrief.times', { times })}</span>
            </dt>
            {turns.map((turn, i) => {
              const taken = scenario.decisions[turn.decision]?.choices[turn.taken?.id ?? ''];
              const better = betterThan(scenario, words, turn);
              return taken?.line === kind &&
                (taken.rating === 'poor' || taken.rating === 'harmful') &&
                better ? (
                <dd key={i}>
                  <p>
                    <span className="small">{say(ui, 'debrief.youSaid')}</span>{' '}
                    <span>{takenText(words, turn)}</span>
                  </p>
                  <p>
                    <strong>{say(ui, `debrief.${better.of}`)}</strong> <span>{better.text}</span>
                  </p>
                </dd>
              ) : null;
            })}
          </div>
        ))}
      </dl>
    </div>
  );
}
