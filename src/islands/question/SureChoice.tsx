import { say, type Words } from '../../core/i18n/index.ts';
import type { CheckWord } from './words.ts';

type SureWord = Extract<CheckWord, 'check.sure.question' | 'check.sure.1' | 'check.sure.2' | 'check.sure.3'>;

/** How sure a learner is: 1 a guess, 2 fairly sure, 3 sure. Never for marks. */
export type Sure = 1 | 2 | 3;
const levels = [1, 2, 3] as const;

/** “How sure are you?”, to be asked together with the answer; may be left open. */
export function SureChoice({
  value,
  onChange,
  ui,
  name,
  disabled = false,
}: {
  value: Sure | undefined;
  onChange: (sure: Sure) => void;
  ui: Words<SureWord>;
  name: string;
  disabled?: boolean;
}) {
  return (
    <fieldset className="sure" disabled={disabled}>
      <legend>{say(ui, 'check.sure.question')}</legend>
      <div className="options">
        {levels.map((level) => (
          <label className="option" key={level}>
            <input
              type="radio"
              name={`${name}/sure`}
              value={level}
              checked={value === level}
              onChange={() => onChange(level)}
            />
            <span>{say(ui, `check.sure.${level}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
