import { useLayoutEffect, useRef } from 'react';
import { say, type Words } from '../../core/i18n/index.ts';
import type { OfferedChoice } from '../../core/scenario/index.ts';
import { onFirstClick } from './first-click.ts';
import type { PlayerWord } from './words.ts';

interface Props {
  heading: string;
  choices: readonly (OfferedChoice & { text: string })[];
  ui: Words<PlayerWord>;
  onPick: (choice: string) => void;
}

/** What can be said or done now. Keys 1–9 choose while the player has the focus; struck choices were already made here. */
export function Choices({ heading, choices, ui, onPick }: Props) {
  const open = choices.filter((choice) => !choice.struck && !choice.wayRound);
  const around = choices.filter((choice) => choice.wayRound && !choice.struck);
  const own = useRef<HTMLDivElement>(null);
  // In the moment in which they are shown: nobody presses a key that is not heard yet.
  useLayoutEffect(() => {
    // WCAG 2.1.4: a shortcut of one character that cannot be turned off works only with the focus on its component.
    const player = own.current?.closest<HTMLElement>('[data-view]');
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
    player?.addEventListener('keydown', onKey);
    return () => player?.removeEventListener('keydown', onKey);
  });
  return (
    <div className="deciding" ref={own}>
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
                onClick={onFirstClick(() => onPick(choice.id))}
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
          <span>{say(ui, 'player.wayRound')}</span>{' '}
          <button
            type="button"
            className="btn quiet"
            onClick={onFirstClick(() => onPick(choice.id))}
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
