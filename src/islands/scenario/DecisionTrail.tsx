import { say, type Words } from '../../core/i18n/index.ts';
import type { Scenario, ScenarioWords, Turn } from '../../core/scenario/index.ts';
import { JudgementTag } from '../question/JudgementTag.tsx';
import { betterThan, takenText } from './turn-speech.ts';
import type { PlayerProps } from './types.ts';
import type { PlayerWord } from './words.ts';

interface Props {
  scenario: Scenario;
  words: ScenarioWords;
  sources: PlayerProps['sources'];
  ui: Words<PlayerWord>;
  turns: readonly Turn[];
  costs: readonly number[];
  choices: readonly string[];
  onReplay: (choices: readonly string[]) => void;
}

/** Decision by decision: what was chosen, its rating, why, what it cost, better wording, and a way back to it. */
export function DecisionTrail({ scenario, words, sources, ui, turns, costs, choices, onReplay }: Props) {
  return (
    <ol className="trail">
      {turns.map((turn, i) => {
        const id = turn.taken?.id ?? '';
        const structure = scenario.decisions[turn.decision]?.choices[id];
        const own = words.decisions[turn.decision]?.choices[id];
        if (!structure || !own) return null;
        const better = betterThan(scenario, words, turn);
        const cost = costs[i] ?? 0;
        return (
          <li key={i}>
            <span className={`n ${structure.rating}`} aria-hidden="true">
              {i + 1}
            </span>
            <div>
              <p>
                <strong>{takenText(words, turn)}</strong>{' '}
                <JudgementTag judgement={structure.rating} ui={ui} />{' '}
                {structure.line && <span className="small">{say(ui, `line.${structure.line}`)}</span>}
              </p>
              <p>{own.why}</p>
              {better && (
                <p>
                  <strong>{say(ui, `debrief.${better.of}`)}</strong> <span>{better.text}</span>
                </p>
              )}
              {cost > 0 && <p className="small">{say(ui, 'debrief.cost', { points: cost })}</p>}
              <p className="small">
                {structure.sources.map((key, at) => (
                  <span key={key}>
                    {at > 0 && <span> · </span>}
                    <a href={sources[key]?.href}>{sources[key]?.label ?? key}</a>
                  </span>
                ))}
              </p>
              <button
                type="button"
                className="btn quiet no-print"
                onClick={() => onReplay(choices.slice(0, i))}
              >
                {say(ui, 'debrief.fromHere', { number: i + 1 })}
              </button>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
