import type { Problem } from '../problem/index.ts';
import { competencies, ratings } from './constants.ts';
import { isEnd, positionOf, type Space, shortestWay } from './explore.ts';
import { bestRatingOffered, findLoop, type Values } from './figures.ts';
import { liveInChoice } from './liveness.ts';
import type { CompiledEffect } from './program.ts';
import { carryOut, hasPassed, pickVariant, startState, step } from './step.ts';

/** The greatest share of random runs that may pass. */
export const GREATEST_RANDOM_PASS_SHARE = 0.25;

/**
 * What makes a scenario unsound although every name in it is right: the rules of content/scenarios/README.md.
 *
 * Works on the explored states; each finding names the shortest way that shows it. When there is a loop it is the only
 * finding, because lengths and values do not exist then.
 */
export function proveScenario(space: Space, values: Values | null): Problem[] {
  const loop = findLoop(space);
  if (loop || !values) return loop ? [loopProblem(space, loop)] : [];
  return [
    ...deadEnds(space),
    ...unreached(space),
    ...idleEffects(space),
    ...criticalPasses(space),
    ...bestRunFails(space),
    ...harmWithoutConsequence(space),
    ...lonelyCompetencies(space),
    ...guessing(values),
    ...expertRun(space),
  ];
}

function finding(code: string, place: Problem['place'], what: string, mend: string): Problem {
  return { code: `scenario/${code}`, place, what, mend };
}

function by(space: Space, state: number): string {
  const way = shortestWay(space, state);
  return way.length === 0 ? 'at the start' : `by ${way.join(', ')}`;
}

function loopProblem(space: Space, loop: readonly number[]): Problem {
  const names = loop.map((state) => space.program.decisions[positionOf(space, state)]?.id ?? '');
  return finding(
    'loop',
    ['decisions', names[0] ?? ''],
    `A run can go round for ever: ${names.join(' → ')}, reached ${by(space, loop[0] as number)}.`,
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
            `No choice is offered here ${by(space, state)}.`,
            'Let one choice have no "when".',
          )
        : finding(
            code,
            ['decisions', decision.id],
            `Only one choice is offered here ${by(space, state)}, so nothing is decided.`,
            'Offer two or more in every state.',
          ),
    );
  }
  return out;
}

function unreached(space: Space): Problem[] {
  const { program } = space;
  const places = new Set<number>();
  const used = new Set<string>();
  const told = new Set<string>();
  const scratch = new Uint8Array(program.size);
  const hear = (state: Uint8Array) => {
    program.slots.forEach((slot, i) => {
      if (slot.kind === 'fact' && state[i + 1] === 1) told.add(slot.name);
    });
  };
  hear(startState(program));
  for (let state = 0; state < space.count; state++) {
    const position = positionOf(space, state);
    places.add(position);
    const decision = program.decisions[position];
    if (!decision) continue;
    const offset = state * program.size;
    used.add(`${decision.id} line ${pickVariant(decision.lines, space.bytes, offset)}`);
    for (let e = space.edgeFrom[state] as number; e < (space.edgeFrom[state + 1] as number); e++) {
      const choice = decision.choices[space.edgeChoice[e] as number];
      if (!choice) continue;
      const name = `${decision.id} ${choice.id}`;
      used.add(name);
      used.add(`${name} wording ${pickVariant(choice.wordings, space.bytes, offset)}`);
      carryOut(program, space.bytes, offset, choice, scratch, 0);
      used.add(`${name} reply ${pickVariant(choice.replies, scratch, 0)}`);
      step(program, space.bytes, offset, choice, scratch, 0);
      hear(scratch);
    }
  }
  const out: Problem[] = [];
  const report = (what: string, place: Problem['place']) => {
    out.push(
      finding(
        'unreached',
        place,
        `${what} is never reached.`,
        'Let something lead to it, loosen its condition, or delete it.',
      ),
    );
  };
  program.decisions.forEach((decision, i) => {
    if (!places.has(i)) {
      report(`Decision "${decision.id}"`, ['decisions', decision.id]);
      return;
    }
    for (const line of decision.lines)
      if (!used.has(`${decision.id} line ${line.id}`))
        report(`Line "${line.id}"`, ['decisions', decision.id, 'lines']);
    for (const choice of decision.choices) {
      const name = `${decision.id} ${choice.id}`;
      const place = ['decisions', decision.id, 'choices', choice.id];
      if (!used.has(name)) {
        report(`Choice "${choice.id}"`, place);
        continue;
      }
      for (const reply of choice.replies)
        if (!used.has(`${name} reply ${reply.id}`)) report(`Reply "${reply.id}"`, [...place, 'replies']);
      for (const wording of choice.wordings)
        if (!used.has(`${name} wording ${wording.id}`))
          report(`Wording "${wording.id}"`, [...place, 'wordings']);
    }
  });
  program.endings.forEach((ending, i) => {
    if (!places.has(program.decisions.length + i)) report(`Ending "${ending.id}"`, ['endings', i]);
  });
  for (const fact of Object.keys(program.scenario.facts))
    if (!told.has(fact)) report(`Fact "${fact}"`, ['facts', fact]);
  return out;
}

/** Effects that never change anything in any state, and effects on what nobody reads afterwards. */
function idleEffects(space: Space): Problem[] {
  const { program } = space;
  const scratch = new Uint8Array(program.size);
  const changed = new Set<CompiledEffect>();
  const carriedOut = new Set<CompiledEffect>();
  const observe = (effect: CompiledEffect, before: number, after: number) => {
    carriedOut.add(effect);
    if (before !== after) changed.add(effect);
  };
  // Entering the first decision happens before the first state.
  startState(program, observe);
  for (let state = 0; state < space.count; state++) {
    const decision = program.decisions[positionOf(space, state)];
    for (let e = space.edgeFrom[state] as number; e < (space.edgeFrom[state + 1] as number); e++) {
      const choice = decision?.choices[space.edgeChoice[e] as number];
      if (!choice) continue;
      step(program, space.bytes, state * program.size, choice, scratch, 0, observe);
    }
  }
  const out: Problem[] = [];
  const judge = (effect: CompiledEffect, live: Uint8Array, place: Problem['place']) => {
    const name = program.slots[effect.slot - 1]?.name;
    if (live[effect.slot] !== 1) {
      // Facts are also read by the debrief, which lists what was learned.
      if (program.slots[effect.slot - 1]?.kind === 'fact') return;
      out.push(
        finding(
          'unread-effect',
          place,
          `"${effect.text}" changes ${name}, which nothing reads afterwards.`,
          'Delete the effect, or let a condition read it.',
        ),
      );
    } else if (!carriedOut.has(effect)) {
      out.push(
        finding(
          'idle-effect',
          place,
          `"${effect.text}" is never carried out: its condition never holds.`,
          'Loosen the condition or delete the effect.',
        ),
      );
    } else if (!changed.has(effect)) {
      out.push(
        finding(
          'idle-effect',
          place,
          `"${effect.text}" never changes anything: ${name} is already there whenever it happens.`,
          'Widen the bounds or delete the effect.',
        ),
      );
    }
  };
  program.decisions.forEach((decision, d) => {
    decision.enter.forEach((effect, i) => {
      judge(effect, liveOnEntering(space, d, i + 1), ['decisions', decision.id, 'effects', i]);
    });
    for (const choice of decision.choices) {
      choice.effects.forEach((effect, i) => {
        const live = liveInChoice(program, choice, space.masks, i + 1);
        judge(effect, live, ['decisions', decision.id, 'choices', choice.id, 'effects', i]);
      });
    }
  });
  return out;
}

/** What is read after the first `done` effects of entering a decision: the later effects' conditions, and all that follows. */
function liveOnEntering(space: Space, decision: number, done: number): Uint8Array {
  const live = Uint8Array.from(space.masks[decision] as Uint8Array);
  for (const effect of space.program.decisions[decision]?.enter.slice(done) ?? [])
    for (const slot of effect.reads) live[slot] = 1;
  return live;
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

function harmWithoutConsequence(space: Space): Problem[] {
  const { program } = space;
  return program.decisions.flatMap((decision) =>
    decision.choices.flatMap((choice) => {
      if (choice.source.rating !== 'harmful' || choice.critical >= 0) return [];
      const matters = choice.effects.some((effect, i) => {
        const kind = program.slots[effect.slot - 1]?.kind;
        return kind !== 'fact' && liveInChoice(program, choice, space.masks, i + 1)[effect.slot] === 1;
      });
      const ways = JSON.stringify(choice.source.next);
      const sameWay = decision.choices.some(
        (other) =>
          other !== choice && other.source.rating !== 'harmful' && JSON.stringify(other.source.next) === ways,
      );
      return matters || !sameWay
        ? []
        : [
            finding(
              'harm-without-consequence',
              ['decisions', decision.id, 'choices', choice.id],
              'Is rated harmful, but nothing follows from it.',
              'Give it an effect that something reads, a critical error or another way on; or rate it poor.',
            ),
          ];
    }),
  );
}

function lonelyCompetencies(space: Space): Problem[] {
  return competencies.flatMap((competency) => {
    const scoring = space.program.decisions.flatMap((decision) =>
      decision.choices
        .filter((choice) => (choice.source.points[competency] ?? 0) > 0)
        .map((choice) => `${decision.id} › ${choice.id}`),
    );
    return scoring.length === 1
      ? [
          finding(
            'lonely-competency',
            ['decisions'],
            `Only one choice scores ${competency}: ${scoring[0]}.`,
            'Score it in a second place, or not at all.',
          ),
        ]
      : [];
  });
}

function guessing(values: Values): Problem[] {
  const share = values.passChance[0] as number;
  return share > GREATEST_RANDOM_PASS_SHARE
    ? [
        finding(
          'guessing-passes',
          ['pass'],
          `Choosing at random passes ${(share * 100).toFixed(1)} % of runs.`,
          'Let pass ask for more that only good choices bring; at most 25 % may pass by chance.',
        ),
      ]
    : [];
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
    let next = -1;
    for (let e = space.edgeFrom[state] as number; e < (space.edgeFrom[state + 1] as number); e++) {
      const choice = decision.choices[space.edgeChoice[e] as number];
      if (!choice || choice.id !== expert[i]) continue;
      next = space.edgeTo[e] as number;
      if (ratings.indexOf(choice.source.rating) > 1)
        return [
          finding(
            'expert-run',
            ['expert', i],
            `The expert takes "${choice.id}", which is rated ${choice.source.rating}.`,
            'Let the expert take a best or acceptable choice.',
          ),
        ];
    }
    if (next === -1) {
      const offered = decision.choices.map((choice) => choice.id).join(', ');
      return [
        finding(
          'expert-run',
          ['expert', i],
          `"${expert[i]}" is not offered at "${decision.id}".`,
          `Take one that is offered there: ${offered}.`,
        ),
      ];
    }
    state = next;
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
          'Choose another run, or mend pass.',
        ),
      ];
}
