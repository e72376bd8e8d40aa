import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { say } from '../../core/i18n/index.ts';
import { answerName, type QuestionOf } from '../../core/question/index.ts';
import type { BodyProps } from './body-props.ts';

/**
 * One card at a time into two to four large buckets: by touch, mouse, or the keys 1 to 4 while the focus is in the
 * question (WCAG 2.1.4). The card that was placed last can be taken back, and so can any other, below the buckets.
 */
export function Sorting({ question, words, options, value, onChange, ui }: BodyProps<QuestionOf<'sorting'>>) {
  // A card that was taken back is the next one.
  const [inHand, setInHand] = useState<string>();
  const root = useRef<HTMLDivElement>(null);
  const focusBucket = useRef(false);
  const { groups } = value;
  const isPlaced = (item: string) => groups[item] !== undefined;
  const current =
    inHand !== undefined && !isPlaced(inHand) ? inHand : options.find((item) => !isPlaced(item));
  /** In the order in which they were placed. */
  const placed = Object.keys(groups).filter((item) => options.includes(item));
  const name = (item: string) => answerName(question, words, ui, item);

  // The button that was pressed is gone once its card is back in the hand.
  useEffect(() => {
    if (focusBucket.current) root.current?.querySelector<HTMLElement>('.bucket')?.focus();
    focusBucket.current = false;
  });

  const put = (group: string) => {
    if (current === undefined) return;
    onChange({ ...value, groups: { ...groups, [current]: group }, isGiven: true });
    setInHand(undefined);
  };
  const takeBack = (item: string) => {
    const { [item]: _, ...rest } = groups;
    onChange({ ...value, groups: rest, isGiven: true });
    setInHand(item);
    focusBucket.current = true;
  };
  const byKey = (event: KeyboardEvent) => {
    const group = question.groups[Number(event.key) - 1];
    if (group === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    put(group);
  };
  const last = placed.at(-1);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys for the buttons within; each is a button as well.
    <div className="sorting" ref={root} onKeyDown={byKey}>
      <div className="sort-card" role="status" data-card={current}>
        {current === undefined ? (
          <p key="placed">{say(ui, 'question.all-placed')}</p>
        ) : (
          <p key={current}>
            <span className="small">
              {say(ui, 'question.card', { number: placed.length + 1, count: options.length })}
            </span>
            <span>{name(current)}</span>
          </p>
        )}
      </div>
      <div className="buckets">
        {question.groups.map((group, i) => {
          const held = placed.filter((item) => groups[item] === group).length;
          return (
            <button
              type="button"
              className="bucket"
              key={group}
              data-group={group}
              aria-disabled={current === undefined}
              onClick={() => put(group)}
            >
              <kbd>{i + 1}</kbd>
              <span>{words.groups?.[group] ?? group}</span>
              <span className="small" key={held}>
                {held}
              </span>
            </button>
          );
        })}
      </div>
      <p className="sort-undo">
        <button
          type="button"
          aria-disabled={last === undefined}
          onClick={() => last !== undefined && takeBack(last)}
        >
          {say(ui, 'question.undo')}
        </button>
      </p>
      {placed.length > 0 && (
        <details className="sort-placed" open={current === undefined}>
          <summary>{say(ui, 'question.placed')}</summary>
          {question.groups
            .filter((group) => placed.some((item) => groups[item] === group))
            .map((group) => (
              <div key={group}>
                <p className="small">{words.groups?.[group] ?? group}</p>
                <ul>
                  {placed
                    .filter((item) => groups[item] === group)
                    .map((item) => (
                      <li key={item}>
                        <span>{name(item)}</span>{' '}
                        <button
                          type="button"
                          aria-label={say(ui, 'question.take-back-of', { text: name(item) })}
                          onClick={() => takeBack(item)}
                        >
                          {say(ui, 'question.take-back')}
                        </button>
                      </li>
                    ))}
                </ul>
              </div>
            ))}
        </details>
      )}
    </div>
  );
}
