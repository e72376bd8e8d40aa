import { type KeyboardEvent, useRef } from 'react';
import { say, type Words } from '../../core/i18n/index.ts';
import type { AssessmentWord } from './words.ts';

interface Props {
  questions: readonly string[];
  /** Number of the question that is shown, from 0; that of the overview is their number. */
  at: number;
  isAnswered: (reference: string) => boolean;
  flagged: ReadonlySet<string>;
  onGo: (to: number) => void;
  ui: Words<AssessmentWord>;
}

/**
 * The questions of a sitting as a strip: answered, open, flagged, and where one is. One stop of the Tab key; the arrow
 * keys, Home and End move within it.
 */
export function Strip({ questions, at, isAnswered, flagged, onGo, ui }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const buttons = () => [...(list.current?.querySelectorAll('button') ?? [])];
  const move = (event: KeyboardEvent<HTMLOListElement>) => {
    const all = buttons();
    const from = all.indexOf(document.activeElement as HTMLButtonElement);
    const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight';
    const to =
      event.key === forward
        ? from + 1
        : event.key === backward
          ? from - 1
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? all.length - 1
              : undefined;
    if (to === undefined) return;
    event.preventDefault();
    all[Math.min(all.length - 1, Math.max(0, to))]?.focus();
  };
  return (
    <nav aria-label={say(ui, 'exam.strip')}>
      <ol className="exam-strip" ref={list} onKeyDown={move}>
        {questions.map((reference, i) => {
          const state = isAnswered(reference) ? 'answered' : 'open';
          const name = say(ui, `exam.at.${state}`, { number: i + 1 });
          return (
            <li key={reference}>
              <button
                type="button"
                data-state={state}
                data-flagged={flagged.has(reference) ? '' : undefined}
                aria-label={flagged.has(reference) ? name + say(ui, 'exam.at.flagged') : name}
                aria-current={i === at ? 'step' : undefined}
                tabIndex={i === Math.min(at, questions.length - 1) ? 0 : -1}
                onClick={() => onGo(i)}
              />
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
