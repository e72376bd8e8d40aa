import { AT_END, type CompiledChoice, type Program } from '../compile/program.ts';

/**
 * For each place, which bytes of the state something later can still read (a condition, line, gate, ending, pass).
 *
 * Two states that differ only in bytes nobody reads have the same future, so the proof may treat them as one. The
 * masks are a least fixpoint over the graph (live-variable analysis; Aho, Sethi, Ullman, "Compilers", 10.6) without
 * kills: an assignment does not end a life, which costs a few states and keeps the findings the same as without it.
 *
 * @returns One mask per place (decisions, then endings), 1 for a byte that is still read.
 */
export function liveMasks(program: Program): Uint8Array[] {
  const places = program.decisions.length + program.endings.length;
  const masks = Array.from({ length: places }, () => new Uint8Array(program.size));
  const atEnd = new Uint8Array(program.size);
  atEnd[0] = 1;
  for (const slot of [...program.passReads, ...program.criticalSlots]) atEnd[slot] = 1;
  for (let i = program.decisions.length; i < places; i++) masks[i]?.set(atEnd);

  let changed = true;
  while (changed) {
    changed = false;
    for (let i = program.decisions.length - 1; i >= 0; i--) {
      const decision = program.decisions[i];
      const mask = masks[i];
      if (!decision || !mask) continue;
      const before = mask.reduce((sum, byte) => sum + byte, 0);
      mask[0] = 1;
      for (const line of decision.lines) mark(mask, line.reads);
      for (const bearing of program.bearing) mark(mask, bearing.reads);
      for (const choice of decision.choices) {
        mark(mask, choice.whenReads);
        if (choice.asked >= 0) mask[choice.asked] = 1;
        for (const wording of choice.wordings) mark(mask, wording.reads);
        or(mask, liveInChoice(program, choice, masks, 0));
      }
      if (mask.reduce((sum, byte) => sum + byte, 0) !== before) changed = true;
    }
  }
  return masks;
}

/**
 * What is still read after the first `done` effects of a choice: its other effects' conditions, gates, replies, ways,
 * the effects of entering, and all that follows.
 */
export function liveInChoice(
  program: Program,
  choice: CompiledChoice,
  masks: readonly Uint8Array[],
  done: number,
): Uint8Array {
  const mask = new Uint8Array(program.size);
  for (const effect of choice.effects.slice(done)) mark(mask, effect.reads);
  for (const ask of choice.asks) {
    mark(mask, ask.reads);
    mask[ask.slot] = 1;
  }
  for (const reply of choice.replies) mark(mask, reply.reads);
  for (const way of choice.next) {
    mark(mask, way.reads);
    if (way.to === AT_END) {
      for (const ending of program.endings) mark(mask, ending.reads);
      or(mask, masks[program.decisions.length] as Uint8Array);
      continue;
    }
    or(mask, masks[way.to] as Uint8Array);
    for (const effect of program.decisions[way.to]?.enter ?? []) mark(mask, effect.reads);
  }
  return mask;
}

function mark(mask: Uint8Array, slots: readonly number[]): void {
  for (const slot of slots) mask[slot] = 1;
}

function or(mask: Uint8Array, other: Uint8Array): void {
  for (let i = 0; i < mask.length; i++) if (other[i] === 1) mask[i] = 1;
}
