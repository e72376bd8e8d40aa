import { say } from '../../core/i18n/index.ts';
import type { ScenarioWords } from '../../core/scenario/index.ts';

/** What is known so far; it fills by itself. */
export function Notebook({
  words,
  facts,
  ui,
}: {
  words: ScenarioWords;
  facts: readonly string[];
  ui: Record<string, string>;
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
