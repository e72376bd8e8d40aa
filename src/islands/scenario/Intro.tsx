import { useState } from 'react';
import { say } from '../../core/i18n/index.ts';
import { type HelpLevel, helpLevels } from '../../core/scenario/index.ts';
import type { PlayerProps } from './types.ts';

interface Props extends PlayerProps {
  /** Whether the last run has been played to its end. */
  finished: boolean;
  /** Whether the browser keeps what is done. */
  isKept: boolean;
  onStart: (help: HelpLevel) => void;
  onDebrief: () => void;
}

/** How much help, then start. The words of the scene stand in the page above, as HTML. */
export function Intro({ ui, finished, isKept, onStart, onDebrief }: Props) {
  const [help, setHelp] = useState<HelpLevel>('coached');
  return (
    <form
      className="stack narrow"
      onSubmit={(event) => {
        event.preventDefault();
        onStart(help);
      }}
    >
      <fieldset className="stack">
        <legend className="legend">
          <strong>{say(ui, 'player.helpLegend')}</strong>
        </legend>
        <div className="choices">
          {helpLevels.map((level) => (
            <label key={level} className="choice">
              <input
                type="radio"
                name="help"
                value={level}
                checked={help === level}
                onChange={() => setHelp(level)}
              />
              <span>
                <strong>{`${say(ui, `player.help.${level}`)}.`}</strong>{' '}
                <span>{say(ui, `player.helpText.${level}`)}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <p className="actions">
        <button type="submit" className="btn">
          {say(ui, finished ? 'player.again' : 'player.start')}
        </button>
        {finished && (
          <button type="button" className="btn quiet" onClick={onDebrief}>
            {say(ui, 'player.toDebrief')}
          </button>
        )}
      </p>
      <p className="small">{say(ui, isKept ? 'player.leaveAnyTime' : 'player.notKept')}</p>
    </form>
  );
}
