import { say, type Words } from '../../core/i18n/index.ts';
import type { ScenarioWords } from '../../core/scenario/index.ts';
import type { PlayerWord } from './words.ts';

/** What is known so far; it fills by itself. */
export function Notebook({
  words,
  facts,
  ui,
}: {
  words: ScenarioWords;
  facts: readonly string[];
  ui: Words<PlayerWord>;
}) {
  return (
    <div className="card stack">
      <h2>{say(ui, 'player.notebook')}</h2>
      {facts.length === 0 ? (
        <p className="small">{say(ui, 'player.notebookEmpty')}</p>
      ) : (
        <ul>
          {facts.map((fact) => (
            <li key={fact}>{words.facts[fact]?.notebook}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
