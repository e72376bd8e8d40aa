import { useEffect, useRef } from 'react';
import { say, type Words } from '../../core/i18n/index.ts';
import type { Scenario, ScenarioWords } from '../../core/scenario/index.ts';
import { JudgementTag } from '../question/JudgementTag.tsx';
import { onFirstClick } from './first-click.ts';
import type { PlayerProps } from './types.ts';
import type { PlayerWord } from './words.ts';

interface Props {
  scenario: Scenario;
  words: ScenarioWords;
  sources: PlayerProps['sources'];
  ui: Words<PlayerWord>;
  decision: string;
  picked: string;
  /** The expert's choice, in a narrated run. */
  expert: string | undefined;
  text: (choice: string) => string;
  onGoOn: () => void;
}

/** A word after a choice: why it is rated so; in a narrated run, what the expert does and thinks. */
export function Coach({ scenario, words, sources, ui, decision, picked, expert, text, onGoOn }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  const own = words.decisions[decision]?.choices[picked];
  const structure = scenario.decisions[decision]?.choices[picked];
  return (
    <div ref={place} tabIndex={-1} className="card stack" data-coach="">
      {expert !== undefined && (
        <>
          <h2>{say(ui, picked === expert ? 'player.sameAsExpert' : 'player.otherThanExpert')}</h2>
          <p>
            <strong>{say(ui, 'player.expertDoes')}</strong> <span>{text(expert)}</span>
          </p>
          {words.expert[decision] && <p className="voice">{words.expert[decision]}</p>}
        </>
      )}
      {picked !== expert && (
        <>
          <p>
            {expert !== undefined && <strong>{`${say(ui, 'player.youThought')} `}</strong>}
            <span>{text(picked)}</span>
          </p>
          <p>
            {structure && <JudgementTag judgement={structure.rating} ui={ui} />}
            <span>{` ${own?.why ?? ''}`}</span>
          </p>
          {own?.better && (
            <p>
              <strong>{say(ui, 'debrief.better')}</strong> <span>{own.better}</span>
            </p>
          )}
        </>
      )}
      <p className="small">
        {(structure?.sources ?? []).map((key, i) => (
          <span key={key}>
            {i > 0 && <span> · </span>}
            <a href={sources[key]?.href}>{sources[key]?.label ?? key}</a>
          </span>
        ))}
      </p>
      <button type="button" className="btn" onClick={onFirstClick(onGoOn)}>
        {say(ui, 'player.goOn')}
      </button>
    </div>
  );
}
