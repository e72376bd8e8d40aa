import type { Speech } from '../scenario/index.ts';
import { checkIds } from './checks.ts';
import type { ContentFiles } from './content-files.ts';
import type { LoadedScenario } from './scenario.ts';
import type { Course } from './schema.ts';

type Taste = NonNullable<Course['taste']>;

/**
 * What the person answers to a choice that is tried on the home page: the choice's own reply, else what is told of the
 * fact that it asks for after a best-rated choice, and what is withheld after another; undefined when there is neither.
 */
export function tasteReply(
  { scenario, words }: LoadedScenario,
  decision: string,
  choice: string,
): Speech | undefined {
  const graph = scenario.decisions[decision]?.choices[choice];
  const own = words.decisions[decision]?.choices[choice]?.replies.default;
  const fact = words.facts[graph?.asks[0] ?? ''];
  return own ?? (graph?.rating === 'best' ? fact?.told : fact?.withheld);
}

/** Reports what a course's `taste` names and is not there, or has no answer to show. */
export function checkTaste(
  files: ContentFiles,
  { taste, scenarios: ids }: Course,
  scenarios: readonly LoadedScenario[],
  scenes: readonly string[],
): void {
  if (!taste) return;
  const file = 'content/course.yaml';
  const known = (field: keyof Taste, kind: string, wanted: readonly string[], all: readonly string[]) =>
    checkIds(files, file, ['taste', field], kind, wanted, all, 'take it out');
  known('scenario', 'role-play of the course', [taste.scenario], ids);
  known('scene', 'drawing of content/scenes', [taste.scene], scenes);
  const loaded = scenarios.find(({ scenario }) => scenario.id === taste.scenario);
  if (!loaded) return;
  known('decision', 'decision of this role-play', [taste.decision], Object.keys(loaded.scenario.decisions));
  const decision = loaded.scenario.decisions[taste.decision];
  if (!decision) return;
  known('choices', 'choice of this decision', taste.choices, Object.keys(decision.choices));
  for (const choice of taste.choices.filter((one) => one in decision.choices))
    if (!tasteReply(loaded, taste.decision, choice))
      files.report(file, {
        code: 'content/taste',
        place: ['taste', 'choices'],
        what: `The choice "${choice}" has no reply under "default" and asks for no fact, so that nothing can be shown.`,
        mend: 'Name another choice.',
      });
}
