import { answerName, type Question } from '../../core/question/index.ts';
import type { BodyProps } from './body-props.ts';

/** Answers of which one (radio buttons) or several (checkboxes) can be chosen. */
export function ChoiceList({
  question,
  words,
  options,
  value,
  onChange,
  ui,
  name,
  several = false,
}: BodyProps<Question> & { several?: boolean }) {
  const choose = (id: string, isChosen: boolean) => {
    const others = several ? value.chosen.filter((other) => other !== id) : [];
    const chosen = isChosen ? [...others, id] : others;
    onChange({ ...value, chosen, isGiven: chosen.length > 0 });
  };
  return (
    <div className="choices">
      {options.map((id) => (
        <label className="choice" key={id}>
          <input
            type={several ? 'checkbox' : 'radio'}
            name={name}
            value={id}
            checked={value.chosen.includes(id)}
            onChange={(event) => choose(id, event.currentTarget.checked)}
          />
          <span>{answerName(question, words, ui, id)}</span>
        </label>
      ))}
    </div>
  );
}
