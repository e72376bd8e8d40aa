import { useEffect } from 'react';
import { say } from '../../core/i18n/index.ts';
import type { OfferedChoice } from '../../core/scenario/index.ts';

interface Props {
  heading: string;
  choices: readonly (OfferedChoice & { text: string })[];
  ui: Record<string, string>;
  onPick: (choice: string) => void;
}

/** What can be said or done now. Keys 1–9 choose; struck choices were already made here. */
export function Choices({ heading, choices, ui, onPick }: Props) {
  const open = choices.filter((choice) => !choice.struck && !choice.wayRound);
  const around = choices.filter((choice) => choice.wayRound && !choice.struck);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || !/^[1-9]$/.test(event.key))
        return;
      if (
        event.target instanceof Element &&
        event.target.closest('input, textarea, select, [contenteditable]')
      )
        return;
      const choice = open[Number(event.key) - 1];
      if (choice) {
        event.preventDefault();
        onPick(choice.id);
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
  return (
    <div className="deciding">
      <h2>{heading}</h2>
      <ul className="choices">
        {choices
          .filter((choice) => !choice.wayRound)
          .map((choice) => (
            <li key={choice.id}>
              <button
                type="button"
                className={`choice${choice.struck ? ' struck' : ''}`}
                disabled={choice.struck}
                onClick={() => onPick(choice.id)}
                data-choice={choice.id}
              >
                <kbd>{choice.struck ? '–' : open.indexOf(choice) + 1}</kbd>
                <span>{choice.text}</span>
              </button>
            </li>
          ))}
      </ul>
      {around.map((choice) => (
        <p key={choice.id} className="notice">
          {say(ui, 'player.wayRound')}{' '}
          <button
            type="button"
            className="btn quiet"
            onClick={() => onPick(choice.id)}
            data-choice={choice.id}
          >
            {choice.text}
          </button>
        </p>
      ))}
      <p className="small">{say(ui, 'player.keys', { last: open.length })}</p>
    </div>
  );
}
