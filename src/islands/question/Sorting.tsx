import { answerName, type QuestionOf } from '../../core/question/index.ts';
import type { BodyProps } from './body-props.ts';

/** Radio buttons for each item: all groups in sight, one press each. */
export function Sorting({
  question,
  words,
  options,
  value,
  onChange,
  ui,
  name,
}: BodyProps<QuestionOf<'sorting'>>) {
  const put = (item: string, group: string) =>
    onChange({ ...value, groups: { ...value.groups, [item]: group }, isGiven: true });
  return (
    <div className="choices">
      {options.map((item) => (
        <fieldset className="sorted" key={item}>
          <legend>{answerName(question, words, ui, item)}</legend>
          <div className="options">
            {question.groups.map((group) => (
              <label className="option" key={group}>
                <input
                  type="radio"
                  name={`${name}/${item}`}
                  value={group}
                  checked={value.groups[item] === group}
                  onChange={() => put(item, group)}
                />
                <span>{words.groups?.[group] ?? group}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
