import type { Problem } from '../../problem/index.ts';
import { AT_END, type CompiledChoice, type CompiledDecision } from '../compile/program.ts';
import type { GraphChoice } from '../schema.ts';
import type { Coverage } from './coverage.ts';
import type { Space } from './explore.ts';
import { by, byChoice, finding } from './finding.ts';

/**
 * Every decision, choice, line, reply, wording, way, bearing, fact, critical error and ending that no run comes to, and
 * why not; and every flag and variable that never changes.
 */
export function unreached(space: Space, covered: Coverage): Problem[] {
  const { program } = space;
  const { scenario } = program;
  const { nearestAt, offered, used } = covered;
  const out: Problem[] = [];
  const report = (what: string, why: string, place: Problem['place'], points = '') => {
    out.push(
      finding(
        'unreached',
        place,
        `${what} is never reached: ${why}.${points}`,
        'Let something lead to it, loosen its condition, or delete it.',
      ),
    );
  };
  const variants = (
    kind: string,
    compiled: CompiledDecision['lines'],
    source: readonly { when?: string | undefined }[] | undefined,
    place: Problem['place'],
    where: string,
  ) => {
    compiled.forEach((variant, i) => {
      if (!used.has(variant))
        report(`${kind} "${variant.id}"`, holdsNever(source?.[i]?.when, where, i), place);
    });
  };

  program.decisions.forEach((decision, d) => {
    const place = ['decisions', decision.id];
    const source = scenario.decisions[decision.id];
    const nearest = nearestAt[d] as number;
    if (nearest === -1) {
      report(
        `Decision "${decision.id}"`,
        leadsThere(space, covered, d),
        place,
        lostPoints(decision.choices.map((choice) => choice.source)),
      );
      return;
    }
    const here = `at "${decision.id}" (first ${by(space, nearest)})`;
    variants('Line', decision.lines, source?.lines, [...place, 'lines'], here);
    decision.choices.forEach((choice, c) => {
      const at = [...place, 'choices', choice.id];
      const state = offered.get(choice);
      if (state === undefined) {
        report(
          `Choice "${choice.id}"`,
          holdsNever(choice.source.when, here),
          at,
          lostPoints([choice.source]),
        );
        return;
      }
      const after = `after it (first ${byChoice(space, state, c)})`;
      variants('Reply', choice.replies, choice.source.replies, [...at, 'replies'], after);
      variants('Wording', choice.wordings, choice.source.wordings, [...at, 'wordings'], here);
      choice.next.forEach((way, i) => {
        if (used.has(way) || typeof choice.source.next === 'string') return;
        const given = choice.source.next[i];
        report(`The way to "${given?.to}"`, holdsNever(given?.when, after, i), [...at, 'next', i]);
      });
    });
  });
  program.endings.forEach((ending, i) => {
    const position = program.decisions.length + i;
    if (nearestAt[position] !== -1) return;
    report(`Ending "${ending.id}"`, leadsThere(space, covered, position, scenario.endings[i]?.when), [
      'endings',
      i,
    ]);
  });
  scenario.bearing.forEach((bearing, i) => {
    const compiled = program.bearing[i];
    if (compiled && !used.has(compiled))
      report(`Bearing "${bearing.is}"`, holdsNever(bearing.when, 'in any run', i), ['bearing', i]);
  });
  for (const [fact, { gate }] of Object.entries(scenario.facts)) {
    const asking = firstThat(space, covered, (choice) => choice.asks.some((ask) => ask.fact === fact));
    if (!covered.told.has(fact))
      report(
        `Fact "${fact}"`,
        asking
          ? holdsNever(gate, `where it is asked (first ${asking})`)
          : 'no choice that is reached asks it',
        ['facts', fact],
      );
    else if (gate !== undefined && !covered.withheld.has(fact))
      report(
        `The withheld answer of fact "${fact}"`,
        asking
          ? `"${gate}" holds whenever it is asked (first ${asking})`
          : 'no choice that is reached asks it',
        ['facts', fact, 'gate'],
      );
  }
  scenario.critical.forEach((name, i) => {
    if (!firstThat(space, covered, (choice) => choice.source.critical === name))
      report(`Critical error "${name}"`, 'no choice that is reached makes it', ['critical', i]);
  });
  const set = new Set([...covered.carriedOut.keys()].map((effect) => effect.slot));
  const neverSet = (kind: string, name: string, place: Problem['place']) => {
    if (set.has(program.slotByName.get(name) ?? 0)) return;
    out.push(
      finding(
        'never-set',
        place,
        `${kind} "${name}" never changes: no effect that is reached sets it, so every condition on it is the same in all runs.`,
        'Set it somewhere, or delete it and its conditions.',
      ),
    );
  };
  scenario.flags.forEach((name, i) => {
    neverSet('Flag', name, ['flags', i]);
  });
  for (const name of Object.keys(scenario.variables)) neverSet('Variable', name, ['variables', name]);
  return out;
}

/** Why a thing with this condition is not used `where`; `at` is its place in a list of which the first that fits is used. */
function holdsNever(when: string | undefined, where: string, at = 0): string {
  if (when === undefined) return `one before it always fits ${where}`;
  return `"${when}" never holds ${where}${at > 0 ? ', or one before it fits whenever it does' : ''}`;
}

/** Why no run comes to a place: nothing leads there, or what leads there is not reached, or is barred. */
function leadsThere(space: Space, covered: Coverage, position: number, when?: string): string {
  const { program } = space;
  const isEnding = position >= program.decisions.length;
  const leads = (choice: CompiledChoice) =>
    choice.next.some((way) => way.to === position || (isEnding && way.to === AT_END));
  const nearest = firstThat(space, covered, leads);
  if (nearest)
    return isEnding
      ? holdsNever(when, `where a run ends (first ${nearest})`, position - program.decisions.length)
      : `the way to it is never taken (first offered ${nearest})`;
  const lost = program.decisions.flatMap((decision) =>
    decision.choices.filter(leads).map((choice) => `${decision.id} › ${choice.id}`),
  );
  return lost.length > 0
    ? `what leads to it is not reached either, ${lost.join(', ')}`
    : 'no choice leads to it';
}

/** The shortest way to a choice of this kind, itself at the end. */
function firstThat(
  space: Space,
  covered: Coverage,
  wanted: (choice: CompiledChoice) => boolean,
): string | undefined {
  let nearest: { state: number; choice: number } | undefined;
  for (const decision of space.program.decisions) {
    decision.choices.forEach((choice, c) => {
      const state = covered.offered.get(choice);
      if (state === undefined || !wanted(choice)) return;
      if (!nearest || state < nearest.state) nearest = { state, choice: c };
    });
  }
  return nearest && byChoice(space, nearest.state, nearest.choice);
}

/** A sentence on the points that nobody can earn then; empty when there are none. */
function lostPoints(choices: readonly GraphChoice[]): string {
  const lost = choices.flatMap((choice) =>
    Object.entries(choice.points)
      .filter(([, points]) => points > 0)
      .map(([competency, points]) => `${competency} ${points}`),
  );
  return lost.length > 0 ? ` So nobody can earn its points: ${lost.join(', ')}.` : '';
}
