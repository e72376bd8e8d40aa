import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { say } from '../../core/i18n/index.ts';
import type { Run } from '../../core/progress/index.ts';
import type { Replay } from '../../core/scenario/index.ts';
import { Choices } from './Choices.tsx';
import { Coach } from './Coach.tsx';
import { Notebook } from './Notebook.tsx';
import { Speech } from './Speech.tsx';
import { choiceText, repliesOf, takenText } from './turn-speech.ts';
import type { PlayerProps } from './types.ts';

interface Props extends PlayerProps {
  run: Run;
  replayed: Replay;
  /** Whether the browser keeps what is done. */
  isKept: boolean;
  onChoose: (choice: string) => void;
  onEnd: () => void;
  onLeave: () => void;
}

/** The conversation: what has just happened, what is offered, what you know. */
export default function Conversation({
  scenario,
  words,
  sources,
  ui,
  links,
  run,
  replayed,
  isKept,
  onChoose,
  onEnd,
  onLeave,
}: Props) {
  const { turns, facts, ending } = replayed;
  const last = turns.at(-1);
  const taken = ending ? last : turns.at(-2);
  const current = ending ? undefined : last;
  /** A prediction (narrated) or a choice (coached) whose word is being read before it goes on. */
  const [pending, setPending] = useState<string | null>(null);
  const turnPlace = useRef<HTMLDivElement>(null);
  const steps = useRef(run.choices.length);

  // Focus goes to what is new, and its name is what was said: one announcement per turn.
  useEffect(() => {
    if (steps.current !== run.choices.length) {
      steps.current = run.choices.length;
      turnPlace.current?.focus();
      turnPlace.current?.scrollIntoView({ block: 'start' });
    }
  }, [run.choices.length]);

  // After a reload one goes on where one was: the keys work only with the focus in here. Nobody is taken from elsewhere.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) turnPlace.current?.focus({ preventScroll: true });
  }, []);

  const expert = scenario.expert[run.choices.length];
  const pick = (choice: string) => {
    if (run.help === 'alone' || current?.offered.find((offered) => offered.id === choice)?.wayRound)
      onChoose(choice);
    else setPending(choice);
  };
  const goOn = () => {
    const choice = run.help === 'narrated' ? expert : pending;
    setPending(null);
    if (choice) onChoose(choice);
  };

  const replies = taken?.taken ? repliesOf(words, taken.decision, taken.taken) : [];
  const line = current ? words.decisions[current.decision]?.lines[current.line] : undefined;
  const speaker = current ? scenario.decisions[current.decision]?.speaker : undefined;
  const named = ['you', ...replies.map((_, i) => `reply-${i}`), 'line'].join(' ');
  return (
    <div className="scene">
      <section aria-label={say(ui, 'player.conversation')}>
        <h1 className="play-title">{words.title}</h1>
        <p className="small">
          {say(ui, 'player.decision', {
            number: run.choices.length + (ending ? 0 : 1),
            about: scenario.expert.length,
          })}
        </p>
        <progress
          value={run.choices.length}
          max={Math.max(scenario.expert.length, run.choices.length)}
          aria-label={say(ui, 'player.progress')}
        />
        {turns.length > 2 && (
          <details className="small no-print">
            <summary>{say(ui, 'player.before')}</summary>
            <ol className="numbered">
              {turns.slice(0, -2).map((turn, i) => (
                <li key={i}>{takenText(words, turn)}</li>
              ))}
            </ol>
          </details>
        )}
        {/* biome-ignore lint/a11y/useSemanticElements: a group that takes focus so that the new turn is read once */}
        <div ref={turnPlace} tabIndex={-1} role="group" aria-labelledby={named} className="turns">
          {taken?.taken && (
            <div className="turn past" id="you">
              <span className="you">{say(ui, 'player.you')}</span>
              <p>{takenText(words, taken)}</p>
            </div>
          )}
          {replies.map((speech, i) => (
            <Speech
              key={`${run.choices.length}-${i}`}
              id={`reply-${i}`}
              scenario={scenario}
              words={words}
              speech={speech}
              speaker={taken ? (scenario.decisions[taken.decision]?.speaker ?? scenario.focus) : undefined}
              bearing={taken?.taken?.bearing ?? 'guarded'}
            />
          ))}
          {line && current && (
            <Speech
              id="line"
              scenario={scenario}
              words={words}
              speech={line}
              speaker={speaker}
              bearing={current.bearing}
            />
          )}
        </div>
        {current && pending === null && (
          <Choices
            heading={say(ui, run.help === 'narrated' ? 'player.predict' : 'player.question')}
            choices={current.offered.map((choice) => ({
              ...choice,
              text: choiceText(words, current.decision, choice),
            }))}
            ui={ui}
            onPick={pick}
          />
        )}
        {current && pending !== null && (
          <Coach
            scenario={scenario}
            words={words}
            sources={sources}
            ui={ui}
            decision={current.decision}
            picked={pending}
            expert={run.help === 'narrated' ? expert : undefined}
            text={(id) =>
              choiceText(
                words,
                current.decision,
                current.offered.find((choice) => choice.id === id) ?? { id, wording: 'default' },
              )
            }
            onGoOn={goOn}
          />
        )}
        {ending && (
          <p className="actions">
            <button type="button" className="btn" onClick={onEnd}>
              {say(ui, 'player.toEnd')}
            </button>
          </p>
        )}
      </section>
      <aside className="side stack">
        <div className="card stack">
          <h2>{say(ui, 'player.task')}</h2>
          <p className="small">{words.task}</p>
        </div>
        <Notebook words={words} facts={facts} ui={ui} />
        <div className="card stack">
          <h2>{say(ui, 'player.pauseTitle')}</h2>
          <p className="small">
            <span>{`${words.contentNote} ${say(ui, isKept ? 'player.pauseText' : 'player.notKept')}`}</span>{' '}
            <a href={links.lookAfter}>{say(ui, 'player.lookAfter')}</a>
          </p>
          <button type="button" className="btn quiet" onClick={onLeave}>
            {say(ui, 'player.stepOut')}
          </button>
        </div>
      </aside>
    </div>
  );
}
