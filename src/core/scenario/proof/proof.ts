import { percentText } from '../../percent/index.ts';
import type { Problem } from '../../problem/index.ts';
import type { CompiledChoice } from '../compile/program.ts';
import { competencies, ratings } from '../constants.ts';
import { hasPassed } from '../run/step.ts';
import { type Coverage, coverage } from './coverage.ts';
import { misplacedCredit } from './credit.ts';
import { isEnd, positionOf, type Space, waysFrom } from './explore.ts';
import { bestRatingOffered, type Values } from './figures.ts';
import { by, byChoice, finding } from './finding.ts';
import { idleEffects } from './idle-effects.ts';
import { findLoop, type Loop } from './loop.ts';
import { unreached } from './unreached.ts';

/** The greatest share of random runs that may pass. */
export const GREATEST_RANDOM_PASS_SHARE = 0.25;

/**
 * What makes a scenario unsound although every name in it is right: the rules of content/scenarios/README.md.
 *
 * Works on the explored states; each finding names the shortest way that shows it. When there is a loop (`values` is
 * null) it is the only finding, because lengths and values do not exist then.
 */
export function proveScenario(space: Space, values: Values | null): Problem[] {
  if (!values) {
    const loop = findLoop(space);
    return loop ? [loopProblem(space, loop)] : [];
  }
  const covered = coverage(space);
  return [
    ...deadEnds(space),
    ...unreached(space, covered),
    ...idleEffects(space, covered),
    ...criticalPasses(space),
    ...bestRunFails(space),
    ...harmWithoutConsequence(space, covered),
    ...misplacedCredit(space, values),
    ...lonelyCompetencies(space, covered),
    ...guessing(space, values),
    ...expertRun(space),
  ];
}

function loopProblem(space: Space, { state, way }: Loop): Problem {
  return finding(
    'loop',
    ['decisions', space.program.decisions[positionOf(space, state)]?.id ?? ''],
    `A run can go round for ever: ${way.join(', ')}, and again. The loop is first met ${by(space, state)}.`,
    'Let something change on the way that closes it, for example a hub whose choices are struck out.',
  );
}

function deadEnds(space: Space): Problem[] {
  const out: Problem[] = [];
  const seen = new Set<string>();
  for (let state = 0; state < space.count; state++) {
    if (isEnd(space, state)) continue;
    const decision = space.program.decisions[positionOf(space, state)];
    if (!decision) continue;
    let offered = 0;
    for (let e = space.edgeFrom[state] as number; e < (space.edgeFrom[state + 1] as number); e++) {
      if (!decision.choices[space.edgeChoice[e] as number]?.source.wayRound) offered++;
    }
    const code = offered === 0 ? 'dead-end' : offered === 1 && !decision.hub ? 'one-choice' : '';
    if (code === '' || seen.has(code + decision.id)) continue;
    seen.add(code + decision.id);
    out.push(
      code === 'dead-end'
        ? finding(
            code,
            ['decisions', decision.id],
            `No choice is offered here (${by(space, state)}).`,
            'Let one choice have no "when".',
          )
        : finding(
            code,
            ['decisions', decision.id],
            `Only one choice is offered here (${by(space, state)}), so nothing is decided.`,
            'Offer two or more in every state.',
          ),
    );
  }
  return out;
}

function criticalPasses(space: Space): Problem[] {
  const { program } = space;
  for (let state = 0; state < space.count; state++) {
    if (!isEnd(space, state)) continue;
    const offset = state * program.size;
    const slot = program.criticalSlots.find((at) => space.bytes[offset + at] === 1);
    if (slot === undefined || !program.pass(space.bytes, offset)) continue;
    const name = program.slots[slot - 1]?.name;
    return [
      finding(
        'pass-after-critical',
        ['pass'],
        `The outcome counts as a pass after the critical error "${name}", ${by(space, state)}.`,
        `Add "and not ${name}" to pass, or give that choice an effect that breaks the outcome.`,
      ),
    ];
  }
  return [];
}

/** Follows only the best-rated choices that are offered; every such run must pass. */
function bestRunFails(space: Space): Problem[] {
  const { program } = space;
  const parent = new Map<number, { from: number; choice: string }>();
  const queue = [0];
  const seen = new Set(queue);
  for (let i = 0; i < queue.length; i++) {
    const state = queue[i] as number;
    if (isEnd(space, state)) {
      if (hasPassed(program, space.bytes, state * program.size)) continue;
      const way: string[] = [];
      for (let at = state; parent.has(at); at = parent.get(at)?.from as number)
        way.unshift(parent.get(at)?.choice as string);
      return [
        finding(
          'best-run-fails',
          ['pass'],
          `A run of best-rated choices does not pass: ${way.join(', ')}.`,
          'Rate one of these lower, or let it do what pass asks for.',
        ),
      ];
    }
    const rating = bestRatingOffered(space, state);
    const decision = program.decisions[positionOf(space, state)];
    for (let e = space.edgeFrom[state] as number; e < (space.edgeFrom[state + 1] as number); e++) {
      const choice = decision?.choices[space.edgeChoice[e] as number];
      const next = space.edgeTo[e] as number;
      if (!choice || choice.source.rating !== rating || seen.has(next)) continue;
      seen.add(next);
      parent.set(next, { from: state, choice: `${decision?.id} › ${choice.id}` });
      queue.push(next);
    }
  }
  return [];
}

/**
 * A harmful choice must somewhere lead where no good one leads. Two ways lead to the same place when the states after
 * them are alike in all that something still reads; what was asked and told is left out, because it is no consequence.
 */
function harmWithoutConsequence(space: Space, covered: Coverage): Problem[] {
  const { program } = space;
  const suspects = new Map<CompiledChoice, string>();
  for (const decision of program.decisions)
    for (const choice of decision.choices)
      if (choice.source.rating === 'harmful' && choice.critical < 0 && covered.offered.has(choice))
        suspects.set(choice, '');
  for (let state = 0; state < space.count && suspects.size > 0; state++) {
    const decision = program.decisions[positionOf(space, state)];
    if (!decision?.choices.some((choice) => suspects.has(choice))) continue;
    const ways = waysFrom(space, state);
    for (const { choice, to } of ways) {
      if (!suspects.has(choice)) continue;
      const alike = ways.find(
        (other) =>
          ratings.indexOf(other.choice.source.rating) <= 1 &&
          isAlike(space, to, other.to, [...choice.asks, ...other.choice.asks]),
      );
      if (alike) suspects.set(choice, alike.choice.id);
      else suspects.delete(choice);
    }
  }
  return program.decisions.flatMap((decision) =>
    decision.choices.flatMap((choice, c) => {
      const alike = suspects.get(choice);
      const first = covered.offered.get(choice);
      if (alike === undefined || first === undefined) return [];
      return [
        finding(
          'harm-without-consequence',
          ['decisions', decision.id, 'choices', choice.id],
          `Is rated harmful, but goes on as "${alike}" does and nothing follows from it (first ${byChoice(space, first, c)}).`,
          'Give it an effect that something reads, a critical error or another way on; or rate it poor.',
        ),
      ];
    }),
  );
}

function isAlike(space: Space, one: number, other: number, asks: CompiledChoice['asks']): boolean {
  const { size } = space.program;
  const read = space.masks[positionOf(space, one)];
  for (let at = 0; at < size; at++) {
    if (space.bytes[one * size + at] === space.bytes[other * size + at]) continue;
    if (read?.[at] === 1 && !asks.some(({ slot }) => slot === at)) return false;
  }
  return true;
}

function lonelyCompetencies(space: Space, covered: Coverage): Problem[] {
  return competencies.flatMap((competency) => {
    const scoring = space.program.decisions.flatMap((decision) =>
      decision.choices.flatMap((choice, c) => {
        const state = covered.offered.get(choice);
        return state !== undefined && (choice.source.points[competency] ?? 0) > 0
          ? [{ name: `${decision.id} › ${choice.id}`, state, c }]
          : [];
      }),
    );
    const [only, other] = scoring;
    return only && !other
      ? [
          finding(
            'lonely-competency',
            ['decisions'],
            `Only one choice scores ${competency}: ${only.name} (first ${byChoice(space, only.state, only.c)}).`,
            'Score it in a second place, or not at all.',
          ),
        ]
      : [];
  });
}

function guessing(space: Space, values: Values): Problem[] {
  const share = values.passChance[0] as number;
  if (share <= GREATEST_RANDOM_PASS_SHARE) return [];
  // States are numbered by their distance from the start, so the first end that passes is the nearest.
  let nearest = 0;
  while (!(isEnd(space, nearest) && values.canPass[nearest] === 1)) nearest++;
  return [
    finding(
      'guessing-passes',
      ['pass'],
      `Choosing at random passes ${percentText(share)} of runs. The shortest of them goes ${by(space, nearest)}.`,
      'Let pass ask for more that only good choices bring; at most 25 % may pass by chance.',
    ),
  ];
}

function expertRun(space: Space): Problem[] {
  const { program } = space;
  const expert = program.scenario.expert;
  let state = 0;
  for (let i = 0; i < expert.length; i++) {
    const decision = program.decisions[positionOf(space, state)];
    if (!decision)
      return [
        finding(
          'expert-run',
          ['expert', i],
          `The run has ended before "${expert[i]}".`,
          "Shorten the expert's run.",
        ),
      ];
    const ways = waysFrom(space, state);
    const way = ways.find(({ choice }) => choice.id === expert[i]);
    if (!way)
      return [
        finding(
          'expert-run',
          ['expert', i],
          `"${expert[i]}" is not offered at "${decision.id}".`,
          `Take one that is offered there: ${ways.map(({ choice }) => choice.id).join(', ')}.`,
        ),
      ];
    const { rating } = way.choice.source;
    if (ratings.indexOf(rating) > 1)
      return [
        finding(
          'expert-run',
          ['expert', i],
          `The expert takes "${way.choice.id}", which is rated ${rating}.`,
          'Let the expert take a best or acceptable choice.',
        ),
      ];
    state = way.to;
  }
  if (!isEnd(space, state))
    return [
      finding(
        'expert-run',
        ['expert'],
        `The expert's run stops at "${program.decisions[positionOf(space, state)]?.id}".`,
        'Continue it to an ending.',
      ),
    ];
  return hasPassed(program, space.bytes, state * program.size)
    ? []
    : [
        finding(
          'expert-run',
          ['expert'],
          "The expert's run does not pass.",
          'Choose another run, or correct pass.',
        ),
      ];
}
