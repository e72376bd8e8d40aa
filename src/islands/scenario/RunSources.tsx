import { say, type Words } from '../../core/i18n/index.ts';
import type { Scenario, Turn } from '../../core/scenario/index.ts';
import type { PlayerProps } from './types.ts';
import type { PlayerWord } from './words.ts';

interface Props {
  scenario: Scenario;
  sources: PlayerProps['sources'];
  turns: readonly Turn[];
  ui: Words<PlayerWord>;
}

/** For paper, where a link leads nowhere: the sources that the decisions of a run name, each once, with its address. */
export function RunSources({ scenario, sources, turns, ui }: Props) {
  const keys = new Set(
    turns.flatMap(
      ({ decision, taken }) => scenario.decisions[decision]?.choices[taken?.id ?? '']?.sources ?? [],
    ),
  );
  return (
    <section className="print-only small">
      <h2>{say(ui, 'debrief.sources')}</h2>
      <dl className="notes">
        {[...keys].map((key) => {
          const { label, title, url } = sources[key] ?? { label: key };
          return (
            <div key={key}>
              <dt>{label}</dt>
              <dd>{[title, url && `(${url})`].filter(Boolean).join(' ')}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
