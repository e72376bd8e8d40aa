import type { Problem } from '../../problem/index.ts';
import type { CompiledEffect } from '../compile/program.ts';
import type { Coverage } from './coverage.ts';
import type { Space } from './explore.ts';
import { by, byChoice, finding } from './finding.ts';
import { liveInChoice } from './liveness.ts';

/** Effects that never change anything in any state, and effects on what nobody reads afterwards. */
export function idleEffects(space: Space, covered: Coverage): Problem[] {
  const { program } = space;
  const out: Problem[] = [];
  /** `where` is the shortest way to where it could happen. */
  const judge = (effect: CompiledEffect, live: Uint8Array, place: Problem['place'], where: () => string) => {
    const slot = program.slots[effect.slot - 1];
    const name = slot?.name ?? '';
    const happened = covered.carriedOut.get(effect);
    if (live[effect.slot] !== 1) {
      // Facts are also read by the debrief, which lists what was learned.
      if (slot?.kind === 'fact') return;
      out.push(
        finding(
          'unread-effect',
          place,
          `"${effect.text}" changes ${name}, which nothing reads afterwards (for example ${where()}).`,
          'Delete the effect, or let a condition read it.',
        ),
      );
    } else if (!happened) {
      out.push(
        finding(
          'idle-effect',
          place,
          `"${effect.text}" is never carried out: its condition never holds (for example ${where()}).`,
          'Loosen the condition or delete the effect.',
        ),
      );
    } else if (!covered.changed.has(effect)) {
      const first = happened.state < 0 ? 'at the start' : byChoice(space, happened.state, happened.choice);
      const bound =
        happened.byte === 0 ? ', its least,' : happened.byte === slot?.top ? ', its greatest,' : '';
      const already =
        slot?.kind === 'variable'
          ? `is already ${slot.min + happened.byte}${bound}`
          : happened.byte === 1
            ? 'holds already'
            : 'does not hold';
      out.push(
        finding(
          'idle-effect',
          place,
          `"${effect.text}" never changes anything: ${name} ${already} whenever this happens (first ${first}).`,
          'Widen the bounds or delete the effect.',
        ),
      );
    }
  };
  program.decisions.forEach((decision, d) => {
    // What is never reached is a finding of its own; that its effects do nothing follows from it.
    const nearest = covered.nearestAt[d] as number;
    if (nearest === -1) return;
    decision.enter.forEach((effect, i) => {
      judge(effect, liveOnEntering(space, d, i + 1), ['decisions', decision.id, 'effects', i], () =>
        by(space, nearest),
      );
    });
    decision.choices.forEach((choice, c) => {
      const state = covered.offered.get(choice);
      if (state === undefined) return;
      choice.effects.forEach((effect, i) => {
        const live = liveInChoice(program, choice, space.masks, i + 1);
        judge(effect, live, ['decisions', decision.id, 'choices', choice.id, 'effects', i], () =>
          byChoice(space, state, c),
        );
      });
    });
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
