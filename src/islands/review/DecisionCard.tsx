import { useMemo, useState } from 'react';
import { say } from '../../core/i18n/index.ts';
import type { DecisionReview } from '../../core/review/index.ts';
import { compileScenario, replay, type Turn } from '../../core/scenario/index.ts';
import { Loading } from '../Loading.tsx';
import { JudgementTag } from '../question/JudgementTag.tsx';
import { Speech } from '../scenario/Speech.tsx';
import { choiceText, repliesOf, takenText } from '../scenario/turn-speech.ts';
import type { PlayerProps } from '../scenario/types.ts';
import { useLoaded } from '../use-loaded.ts';
import { CardFoot, type CardProps, Unreadable, useCardFocus } from './card.tsx';
import '../../styles/scenario.css';

interface Props extends CardProps {
  item: DecisionReview;
}

/** A decision of a role-play that comes back: its last lines and its choices; then what each is worth, and why. */
export default function DecisionCard(props: Props) {
  const { item, scenarios, lang, ui, onGoOn } = props;
  const own = scenarios[item.scenario];
  const play = useLoaded(own && `${own.href}#data-${lang}-${item.scenario}`, fetchPlay);
  const turns = useMemo(() => {
    if (!play) return undefined;
    const { turns } = replay(compileScenario(play.scenario), { choices: item.before, seed: item.seed });
    return turns.at(-1)?.decision === item.decision ? turns : undefined;
  }, [play, item]);
  if (play === undefined) return <Loading ui={ui} />;
  if (!play || !turns) return <Unreadable ui={ui} isLast={props.isLast} onGoOn={onGoOn} />;
  return <Decision {...props} play={play} turns={turns} />;
}

function Decision({
  item,
  play: { scenario, words },
  turns,
  scenarios,
  answered,
  focus,
  isLast,
  ui,
  onAnswer,
  onGoOn,
}: Props & { play: Pick<PlayerProps, 'scenario' | 'words'>; turns: readonly Turn[] }) {
  const [chosen, setChosen] = useState<string>();
  const [said, setSaid] = useState('');
  const isAnswered = answered !== undefined;
  const { top, verdict } = useCardFocus(focus, isAnswered);
  const turn = turns.at(-1);
  const before = turns.at(-2);
  if (!turn) return null;
  const decision = scenario.decisions[turn.decision];
  const line = words.decisions[turn.decision]?.lines[turn.line];
  const offered = turn.offered.filter(({ struck, wayRound }) => !struck && !wayRound);
  const replies = before?.taken ? repliesOf(words, before.decision, before.taken) : [];
  const mine = answered ? item.choices[answered.response] : undefined;
  const check = () => {
    if (chosen === undefined) return setSaid(say(ui, 'again.choose'));
    setSaid(say(ui, 'check.checked'));
    onAnswer(item.choices.indexOf(chosen), undefined);
  };
  const noteOf = (id: string) => {
    const rating = decision?.choices[id]?.rating;
    const choice = offered.find((one) => one.id === id);
    return (
      choice &&
      rating && (
        <li key={id}>
          <p>{choiceText(words, turn.decision, choice)}</p>
          {id === item.chosen && id !== mine && <p className="small">{say(ui, 'again.lastTime')}</p>}
          <p className="why">
            <JudgementTag judgement={rating} ui={ui} />{' '}
            <span>{words.decisions[turn.decision]?.choices[id]?.why}</span>
          </p>
        </li>
      )
    );
  };
  const mineRating = mine === undefined ? undefined : decision?.choices[mine]?.rating;
  return (
    <>
      <h2 className="small" ref={top} tabIndex={-1}>
        {say(ui, 'again.decision', { title: scenarios[item.scenario]?.title ?? '' })}
      </h2>
      <p className="small">{`${words.role} · ${words.place}`}</p>
      <div className="turns">
        {before?.taken && (
          <div className="turn past">
            <span className="you">{say(ui, 'player.you')}</span>
            <p>{takenText(words, before)}</p>
          </div>
        )}
        {replies.map((speech, i) => (
          <Speech
            key={i}
            id={`reply-${i}`}
            scenario={scenario}
            words={words}
            speech={speech}
            speaker={before ? (scenario.decisions[before.decision]?.speaker ?? scenario.focus) : undefined}
            bearing={before?.taken?.bearing ?? 'guarded'}
          />
        ))}
        {line && (
          <Speech
            id="line"
            scenario={scenario}
            words={words}
            speech={line}
            speaker={decision?.speaker}
            bearing={turn.bearing}
          />
        )}
      </div>
      {mine === undefined || !mineRating ? (
        <fieldset className="question">
          <legend className="hidden-visually">
            {say(ui, 'again.decision', { title: scenarios[item.scenario]?.title ?? '' })}
          </legend>
          <div className="choices">
            {offered.map((choice) => (
              <label className="choice" key={choice.id}>
                <input
                  type="radio"
                  name={item.reference}
                  value={choice.id}
                  checked={chosen === choice.id}
                  onChange={() => {
                    setSaid('');
                    setChosen(choice.id);
                  }}
                />
                <span>{choiceText(words, turn.decision, choice)}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ) : (
        <div className="check answer-notes">
          <h3 ref={verdict} tabIndex={-1}>
            <span>{say(ui, 'check.rated')}</span> <JudgementTag judgement={mineRating} ui={ui} />
          </h3>
          <ul className="notes">{noteOf(mine)}</ul>
          <h4>{say(ui, 'again.otherChoices')}</h4>
          <ul className="notes">{offered.filter(({ id }) => id !== mine).map(({ id }) => noteOf(id))}</ul>
        </div>
      )}
      <CardFoot {...{ isAnswered, isLast, said, ui, onGoOn }} onCheck={check} />
    </>
  );
}

/**
 * The words of a role-play from its own page, where they stand once.
 *
 * @param address Of the page, with the id of its data after `#`.
 */
async function fetchPlay(address: string): Promise<PlayerProps | null> {
  const [page = '', id = ''] = address.split('#');
  const response = await fetch(page);
  if (!response.ok) return null;
  const html = new DOMParser().parseFromString(await response.text(), 'text/html');
  return JSON.parse(html.getElementById(id)?.textContent ?? 'null') as PlayerProps | null;
}
