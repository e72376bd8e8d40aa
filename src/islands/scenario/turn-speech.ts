import type { Scenario, ScenarioWords, Speech, TakenChoice, Turn } from '../../core/scenario/index.ts';

/** Everything that is said and seen after a choice, in order: the reply, then each fact told or withheld. */
export function repliesOf(words: ScenarioWords, decision: string, taken: TakenChoice): Speech[] {
  const reply = words.decisions[decision]?.choices[taken.id]?.replies[taken.reply];
  const facts = taken.asked.flatMap(({ fact, answer }) => {
    const own = words.facts[fact];
    if (answer === 'told' && own) return [own.told];
    return answer === 'withheld' && own?.withheld ? [own.withheld] : [];
  });
  return [...(reply ? [reply] : []), ...facts];
}

/** The words of a choice as offered in a turn. */
export function choiceText(
  words: ScenarioWords,
  decision: string,
  choice: { id: string; wording: string },
): string {
  const text = words.decisions[decision]?.choices[choice.id]?.text ?? choice.id;
  return typeof text === 'string' ? text : (text[choice.wording] ?? choice.id);
}

/** The words of what was taken in a turn. */
export function takenText(words: ScenarioWords, turn: Turn): string {
  const taken = turn.offered.find((choice) => choice.id === turn.taken?.id);
  return taken ? choiceText(words, turn.decision, taken) : '';
}

/**
 * What would have been better to say in a turn: the wording that its choice names, else the best choice that was offered
 * there. Undefined when the best was taken.
 */
export function betterThan(
  scenario: Scenario,
  words: ScenarioWords,
  turn: Turn,
): { of: 'better' | 'colleague'; text: string } | undefined {
  const structure = scenario.decisions[turn.decision]?.choices;
  const taken = turn.taken?.id ?? '';
  const better = words.decisions[turn.decision]?.choices[taken]?.better;
  if (better) return { of: 'better', text: better };
  if (structure?.[taken]?.rating === 'best') return undefined;
  const best = turn.offered.find(
    (choice) => !choice.struck && !choice.wayRound && structure?.[choice.id]?.rating === 'best',
  );
  return best && { of: 'colleague', text: choiceText(words, turn.decision, best) };
}
