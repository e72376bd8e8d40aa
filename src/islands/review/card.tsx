/** What the cards of the review have in common: their props, focus and foot. */
import { useEffect, useRef } from 'react';
import { say } from '../../core/i18n/index.ts';
import type { Answer } from '../../core/progress/index.ts';
import type { Sure } from '../question/SureChoice.tsx';
import type { ReviewProps } from './props.ts';

/** What every card of the review gets. */
export interface CardProps extends Pick<ReviewProps, 'lang' | 'lessons' | 'scenarios' | 'ui'> {
  /** The answer that was just given; undefined while one is asked for. */
  answered: Answer | undefined;
  /** Whether a button of this page brought what is shown: the focus then goes there. */
  focus: boolean;
  isLast: boolean;
  onAnswer: (response: number, sure: Sure | undefined) => void;
  onGoOn: () => void;
}

/**
 * Headings that take the focus: `top` when a button of the page brought the card, `verdict` once it is answered.
 *
 * @param focus See `CardProps`.
 */
export function useCardFocus(focus: boolean, isAnswered: boolean) {
  const top = useRef<HTMLHeadingElement>(null);
  const verdict = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus) top.current?.focus();
  }, [focus]);
  useEffect(() => {
    if (isAnswered) verdict.current?.focus();
  }, [isAnswered]);
  return { top, verdict };
}

/** Check the answer, or go on once it is given; and what is announced. */
export function CardFoot({
  isAnswered,
  said,
  onCheck,
  ...on
}: Pick<CardProps, 'ui' | 'isLast' | 'onGoOn'> & { isAnswered: boolean; said: string; onCheck: () => void }) {
  return (
    <>
      <p className="actions">
        {isAnswered ? (
          <GoOn {...on} />
        ) : (
          <button type="button" className="btn" onClick={onCheck}>
            {say(on.ui, 'check.submit')}
          </button>
        )}
      </p>
      <p className={isAnswered ? 'hidden-visually' : 'said-now'} role="status">
        {said}
      </p>
    </>
  );
}

function GoOn({ ui, isLast, onGoOn }: Pick<CardProps, 'ui' | 'isLast' | 'onGoOn'>) {
  return (
    <button type="button" className="btn" onClick={onGoOn}>
      {say(ui, isLast ? 'again.finish' : 'again.goOn')}
    </button>
  );
}

/** Stands where the words of what is due could not be had: one goes on, and it stays due. */
export function Unreadable(on: Pick<CardProps, 'ui' | 'isLast' | 'onGoOn'>) {
  return (
    <>
      <p className="notice">{say(on.ui, 'again.notLoaded')}</p>
      <p className="actions">
        <GoOn {...on} />
      </p>
    </>
  );
}
