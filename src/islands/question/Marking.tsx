import { type QuestionOf, splitPassage } from '../../core/question/index.ts';
import type { BodyProps } from './body-props.ts';

/** Running text in which stretches are buttons that mark and unmark. */
export function Marking({ words, value, onChange }: BodyProps<QuestionOf<'marking'>>) {
  const toggle = (id: string) => {
    const chosen = value.chosen.includes(id)
      ? value.chosen.filter((other) => other !== id)
      : [...value.chosen, id];
    onChange({ ...value, chosen, isGiven: chosen.length > 0 });
  };
  return (
    <p className="passage">
      {splitPassage(words.passage ?? '').map(({ id, text }, i) =>
        id === undefined ? (
          <span key={i}>{text}</span>
        ) : (
          <button
            type="button"
            className="stretch"
            key={i}
            aria-pressed={value.chosen.includes(id)}
            onClick={() => toggle(id)}
          >
            {text}
          </button>
        ),
      )}
    </p>
  );
}
