import { useEffect, useRef, useState } from 'react';
import { say } from '../../core/i18n/index.ts';
import { answerName, type QuestionOf, startDraft } from '../../core/question/index.ts';
import type { BodyProps } from './body-props.ts';

const directions = [
  { by: -1, key: 'question.move-up', arrow: '↑' },
  { by: 1, key: 'question.move-down', arrow: '↓' },
] as const;

/** A list whose items move by buttons: the same by keyboard, touch and mouse, and each new place is said once. */
export function Ordering({
  question,
  words,
  options,
  value,
  onChange,
  ui,
}: BodyProps<QuestionOf<'ordering'>>) {
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const pressed = useRef('');
  const order =
    value.chosen.length === question.items.length ? value.chosen : startDraft(question, options).chosen;

  // The browser drops focus from a button whose item moves in the document.
  useEffect(() => {
    if (pressed.current)
      list.current?.querySelector<HTMLElement>(`[data-button="${pressed.current}"]`)?.focus();
    pressed.current = '';
  });

  const move = (id: string, by: number) => {
    const from = order.indexOf(id);
    const other = order[from + by];
    if (other === undefined) return;
    const chosen = [...order];
    chosen[from] = other;
    chosen[from + by] = id;
    pressed.current = `${id} ${by}`;
    setSaid(
      say(ui, 'question.moved', {
        place: from + by + 1,
        count: order.length,
        text: answerName(question, words, ui, id),
      }),
    );
    onChange({ ...value, chosen, isGiven: true });
  };

  return (
    <>
      <ol className="choices" ref={list}>
        {order.map((id, at) => {
          const text = answerName(question, words, ui, id);
          return (
            <li className="ordered" key={id}>
              <span className="key" aria-hidden="true">
                {at + 1}
              </span>
              <span>{text}</span>
              <span className="moves">
                {directions.map(({ by, key, arrow }) => (
                  // Not `disabled` at the ends: the button would lose the focus it has.
                  <button
                    type="button"
                    key={by}
                    data-button={`${id} ${by}`}
                    aria-label={say(ui, key, { text })}
                    aria-disabled={order[at + by] === undefined}
                    onClick={() => move(id, by)}
                  >
                    <span aria-hidden="true">{arrow}</span>
                  </button>
                ))}
              </span>
            </li>
          );
        })}
      </ol>
      <p className="hidden-visually" role="status">
        {said}
      </p>
    </>
  );
}
