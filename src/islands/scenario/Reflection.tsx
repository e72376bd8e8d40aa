import { say, type Words } from '../../core/i18n/index.ts';
import type { ScenarioWords, Turn } from '../../core/scenario/index.ts';
import { takenText } from './turn-speech.ts';
import type { PlayerWord } from './words.ts';

interface Props {
  words: ScenarioWords;
  turns: readonly Turn[];
  costliest: readonly number[];
  ui: Words<PlayerWord>;
  onDone: () => void;
}

/**
 * "What made you choose this?" at the costliest decisions, before anything is shown. What is typed stays in this page:
 * it is for thinking, so it is neither kept nor judged.
 */
export function Reflection({ words, turns, costliest, ui, onDone }: Props) {
  return (
    <form
      className="stack narrow"
      data-reflection=""
      onSubmit={(event) => {
        event.preventDefault();
        onDone();
      }}
    >
      <h1>{say(ui, 'reflect.title')}</h1>
      <p>{say(ui, 'reflect.text')}</p>
      {costliest.map((turn) => (
        <div key={turn} className="field card">
          <label htmlFor={`reflect-${turn}`}>
            {`${say(ui, 'reflect.ask', { number: turn + 1 })} ${turns[turn] ? takenText(words, turns[turn]) : ''}`}
          </label>
          <textarea id={`reflect-${turn}`} rows={2} maxLength={600} />
        </div>
      ))}
      <p className="small">{say(ui, 'reflect.notKept')}</p>
      <button type="submit" className="btn">
        {say(ui, 'reflect.done')}
      </button>
    </form>
  );
}
