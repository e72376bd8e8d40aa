import { didYouMean, type Problem } from '../../problem/index.ts';
import type { GraphChoice, ScenarioGraph } from '../schema.ts';
import type { Report } from './symbols.ts';

/**
 * Checks that need no compiled condition: that each list of alternatives ends with one that always fits, that people
 * exist, that harm earns nothing.
 */
export function checkStructure(scenario: ScenarioGraph, report: Report): void {
  const checkPerson = (person: string | undefined, place: Problem['place']) => {
    const { people } = scenario;
    if (!people || person === undefined || Object.hasOwn(people, person)) return;
    report(
      'unknown-person',
      place,
      `There is no person called "${person}".`,
      didYouMean(person, Object.keys(people), 'add the person to people'),
    );
  };
  checkPerson(scenario.focus, ['focus']);
  if (!Object.hasOwn(scenario.decisions, scenario.start))
    report(
      'unknown-decision',
      ['start'],
      `Starts at "${scenario.start}", but there is no such decision.`,
      didYouMean(scenario.start, Object.keys(scenario.decisions), 'name a decision'),
    );
  checkLast(
    scenario.endings,
    'endings',
    ({ id }) => `"${id}" is the last ending and has a condition, so a run may have none.`,
    'Put an ending without "when" last.',
    report,
  );
  checkLast(
    scenario.bearing ?? [],
    'bearing',
    ({ is }) => `"${is}" is the last bearing and has a condition, so a person may have none.`,
    'Put a bearing without "when" last.',
    report,
  );
  for (const [id, decision] of Object.entries(scenario.decisions)) {
    const here = ['decisions', id];
    checkPerson(decision.speaker, [...here, 'speaker']);
    checkVariants(decision.lines, [...here, 'lines'], report);
    for (const [choiceId, choice] of Object.entries(decision.choices))
      checkChoice(choice, [...here, 'choices', choiceId], report);
  }
}

function checkChoice(choice: GraphChoice, place: Problem['place'], report: Report): void {
  checkVariants(choice.wordings, [...place, 'wordings'], report);
  checkVariants(choice.replies, [...place, 'replies'], report);
  if (choice.rating === 'harmful' && Object.values(choice.points).some((points) => points > 0))
    report(
      'points-for-harm',
      [...place, 'points'],
      'A harmful choice earns points.',
      'Remove the points or rate it otherwise.',
    );
  if (typeof choice.next === 'string') return;
  if (choice.next.at(-1)?.when !== undefined)
    report(
      'no-last-way',
      [...place, 'next'],
      'The last way has a condition, so there may be no way on.',
      'End the list with a way that has no "when".',
    );
  choice.next.slice(0, -1).forEach((way, i) => {
    if (way.when !== undefined) return;
    report(
      'hidden-way',
      [...place, 'next', i],
      `The way to "${way.to}" has no condition, so those after it are never taken.`,
      'Give it a "when" or put it last.',
    );
  });
}

/** Of several variants the first whose condition holds is used: all but the last need one, the last may have none. */
function checkVariants(
  variants: readonly { id: string; when?: string | undefined }[] = [],
  place: Problem['place'],
  report: Report,
): void {
  variants.forEach(({ id, when }, i) => {
    const isLast = i === variants.length - 1;
    if (isLast && when !== undefined)
      report(
        'no-last-variant',
        [...place, i],
        `"${id}" is the last and has a condition, so nothing may be left to show.`,
        'End the list with one that has no "when".',
      );
    if (!isLast && when === undefined)
      report(
        'hidden-variant',
        [...place, i],
        `"${id}" has no condition, so those after it are never used.`,
        'Give it a "when" or put it last.',
      );
  });
}

function checkLast<T extends { when?: string | undefined }>(
  list: readonly T[],
  name: 'endings' | 'bearing',
  what: (last: T) => string,
  mend: string,
  report: Report,
): void {
  const last = list.at(-1);
  if (last?.when === undefined) return;
  report(
    name === 'endings' ? 'no-last-ending' : 'no-last-bearing',
    [name, list.length - 1],
    what(last),
    mend,
  );
}
