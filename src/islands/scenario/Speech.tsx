import type { Bearing, Scenario, ScenarioWords, Speech as SpeechWords } from '../../core/scenario/index.ts';
import { Portrait } from './Portrait.tsx';

interface Props {
  scenario: Scenario;
  words: ScenarioWords;
  speech: SpeechWords;
  /** Who speaks when the speech names nobody. */
  speaker: string | undefined;
  bearing: Bearing;
  id: string;
}

/** What happens, how the person looks, what they say. */
export function Speech({ scenario, words, speech, speaker, bearing, id }: Props) {
  const who = speech.who ?? (speech.says || speech.cue ? speaker : undefined);
  const person = who ? words.people[who] : undefined;
  const portrait = who ? scenario.people[who]?.portrait : undefined;
  if (!speech.text && !speech.cue && !speech.says) return null;
  return (
    <div className="turn" id={id}>
      {portrait ? (
        <Portrait parts={portrait} bearing={who === scenario.focus ? bearing : 'listening'} />
      ) : (
        <span />
      )}
      <div>
        {speech.text && <p>{speech.text}</p>}
        {person && <p className="who">{`${person.name}, ${person.who}`}</p>}
        {speech.cue && <p className="cue">{speech.cue}</p>}
        {speech.says && <p className="bubble voice">{speech.says}</p>}
      </div>
    </div>
  );
}
