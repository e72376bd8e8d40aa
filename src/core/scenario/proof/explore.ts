import { ContentError } from '../../problem/index.ts';
import type { CompiledChoice, Program } from '../compile/program.ts';
import { isOffered, startState, step } from '../run/step.ts';
import { liveMasks } from './liveness.ts';

/** Every state a run can reach, with the ways between them. State 0 is the first. */
export interface Space {
  program: Program;
  /** Number of states. */
  count: number;
  /** The states' bytes, `program.size` each, in the order in which they were found (nearest first). */
  bytes: Uint8Array;
  /** Ways out of state i are `edgeFrom[i]` to `edgeFrom[i + 1]` (excluded). */
  edgeFrom: Int32Array;
  /** Where each way leads: a state's number. */
  edgeTo: Int32Array;
  /** Which choice of the decision it is: an index. */
  edgeChoice: Uint8Array;
  /** The state from which each was first found; −1 for the first. Gives the shortest way to it. */
  parent: Int32Array;
  parentChoice: Uint8Array;
  /** Per place: which bytes a later reader needs; the others were set to their first value when `reduce` was on. */
  masks: readonly Uint8Array[];
  reduced: boolean;
}

export interface ExploreOptions {
  /** Treat states as one that differ only in what nobody reads later. Default true. */
  reduce?: boolean;
  /** Stop with an error beyond this number of states. Default two million. */
  limit?: number;
}

/**
 * Explores a scenario breadth first by calling `step`, the function the player calls.
 *
 * @throws {ContentError} `scenario/too-large`, naming the slots that take the most different values, when there are
 * more states than `limit`.
 */
export function explore(program: Program, options: ExploreOptions = {}): Space {
  const { reduce = true, limit = 2_000_000 } = options;
  const size = program.size;
  const masks = liveMasks(program);
  const endsFrom = program.decisions.length;

  // States are compared and hashed four bytes at a time; `size` is a multiple of four.
  const width = size / 4;
  let capacity = 1024;
  let words = new Int32Array(capacity * width);
  let bytes = new Uint8Array(words.buffer);
  let parent = new Int32Array(capacity);
  let parentChoice = new Uint8Array(capacity);
  let edgeFrom = new Int32Array(capacity + 1);
  let edges = 4096;
  let edgeTo = new Int32Array(edges);
  let edgeChoice = new Uint8Array(edges);
  let edgeCount = 0;
  let count = 0;
  // Open addressing: a power of two, at most half full; −1 is an empty place.
  let table = new Int32Array(4096).fill(-1);

  const hashAt = (from: Int32Array, offset: number): number => {
    let hash = 0x811c9dc5;
    for (let i = 0; i < width; i++) {
      hash = Math.imul(hash ^ (from[offset + i] as number), 0x9e3779b1);
      // A product spreads upwards only, and the table looks at the low bits.
      hash ^= hash >>> 15;
    }
    return hash >>> 0;
  };
  const grow = () => {
    capacity *= 2;
    words = copyInto(new Int32Array(capacity * width), words);
    bytes = new Uint8Array(words.buffer);
    parent = copyInto(new Int32Array(capacity), parent);
    parentChoice = copyInto(new Uint8Array(capacity), parentChoice);
    edgeFrom = copyInto(new Int32Array(capacity + 1), edgeFrom);
  };
  const rehash = () => {
    table = new Int32Array(table.length * 4).fill(-1);
    for (let i = 0; i < count; i++) {
      let at = hashAt(words, i * width) & (table.length - 1);
      while (table[at] !== -1) at = (at + 1) & (table.length - 1);
      table[at] = i;
    }
  };
  const scratchWords = new Int32Array(width);
  const scratch = new Uint8Array(scratchWords.buffer);
  const initialWords = wordsOf(program.initial);
  const keptWords = masks.map((mask) => wordsOf(mask.map((byte) => (byte === 0 ? 0 : 255))));
  /** Number of the state in `scratch`, which is added when it is new. */
  const intern = (from: number, choice: number): number => {
    if (reduce) {
      const kept = keptWords[scratch[0] as number] as Int32Array;
      for (let i = 0; i < width; i++) {
        const keep = kept[i] as number;
        scratchWords[i] = ((scratchWords[i] as number) & keep) | ((initialWords[i] as number) & ~keep);
      }
    }
    let at = hashAt(scratchWords, 0) & (table.length - 1);
    for (;;) {
      const known = table[at] as number;
      if (known === -1) break;
      const offset = known * width;
      let i = 0;
      while (i < width && words[offset + i] === scratchWords[i]) i++;
      if (i === width) return known;
      at = (at + 1) & (table.length - 1);
    }
    if (count === limit) throw tooLarge(program, bytes, count);
    if (count === capacity) grow();
    words.set(scratchWords, count * width);
    parent[count] = from;
    parentChoice[count] = choice;
    table[at] = count;
    count++;
    if (count * 2 > table.length) rehash();
    return count - 1;
  };

  scratch.set(startState(program));
  intern(-1, 0);
  for (let state = 0; state < count; state++) {
    edgeFrom[state] = edgeCount;
    const offset = state * size;
    const position = bytes[offset] as number;
    if (position < endsFrom) {
      const choices = program.decisions[position]?.choices as readonly CompiledChoice[];
      for (let c = 0; c < choices.length; c++) {
        const choice = choices[c] as CompiledChoice;
        if (!isOffered(choice, bytes, offset)) continue;
        step(program, bytes, offset, choice, scratch, 0);
        if (edgeCount === edges) {
          edges *= 2;
          edgeTo = copyInto(new Int32Array(edges), edgeTo);
          edgeChoice = copyInto(new Uint8Array(edges), edgeChoice);
        }
        edgeTo[edgeCount] = intern(state, c);
        edgeChoice[edgeCount] = c;
        edgeCount++;
      }
    }
    edgeFrom[state + 1] = edgeCount;
  }
  return {
    program,
    count,
    bytes: bytes.subarray(0, count * size),
    edgeFrom: edgeFrom.subarray(0, count + 1),
    edgeTo: edgeTo.subarray(0, edgeCount),
    edgeChoice: edgeChoice.subarray(0, edgeCount),
    parent: parent.subarray(0, count),
    parentChoice: parentChoice.subarray(0, count),
    masks,
    reduced: reduce,
  };
}

/** The position byte of a state: a decision's index, or an ending's after them. */
export function positionOf(space: Space, state: number): number {
  return space.bytes[state * space.program.size] as number;
}

/** Whether a state is at an ending. */
export function isEnd(space: Space, state: number): boolean {
  return positionOf(space, state) >= space.program.decisions.length;
}

/** A choice as it is offered in a state. */
export interface Way {
  choice: CompiledChoice;
  /** Its place among its decision's choices. */
  index: number;
  /** The state after it. */
  to: number;
}

/** The ways on from a state, in the order of its decision's choices; none at an ending. Makes objects: not for every state. */
export function waysFrom({ program, bytes, edgeFrom, edgeTo, edgeChoice }: Space, state: number): Way[] {
  const choices = program.decisions[bytes[state * program.size] as number]?.choices ?? [];
  const out: Way[] = [];
  for (let e = edgeFrom[state] as number; e < (edgeFrom[state + 1] as number); e++) {
    const index = edgeChoice[e] as number;
    out.push({ choice: choices[index] as CompiledChoice, index, to: edgeTo[e] as number });
  }
  return out;
}

/** The shortest run that reaches a state, as `decision › choice` steps. */
export function shortestWay(space: Space, state: number): string[] {
  const way: string[] = [];
  for (let at = state; (space.parent[at] as number) >= 0; at = space.parent[at] as number) {
    way.unshift(stepName(space, space.parent[at] as number, space.parentChoice[at] as number));
  }
  return way;
}

/** One step as authors read it: `decision › choice`. */
export function stepName(space: Space, state: number, choice: number): string {
  const decision = space.program.decisions[positionOf(space, state)];
  return `${decision?.id} › ${decision?.choices[choice]?.id}`;
}

/** What was dropped where, by decision: names of slots that are tracked somewhere and no longer here. */
export function droppedSlots(space: Space): Record<string, string[]> {
  const out: Record<string, string[]> = {};
  space.program.decisions.forEach((decision, i) => {
    const mask = space.masks[i] as Uint8Array;
    const names = space.program.slots.filter((_, s) => mask[s + 1] === 0).map((slot) => slot.name);
    if (names.length > 0) out[decision.id] = names;
  });
  return out;
}

function tooLarge(program: Program, bytes: Uint8Array, count: number): ContentError {
  const values = program.slots.map(() => new Set<number>());
  for (let state = 0; state < count; state += Math.max(1, Math.floor(count / 50_000))) {
    program.slots.forEach((_, s) => {
      values[s]?.add(bytes[state * program.size + s + 1] as number);
    });
  }
  const worst = program.slots
    .map((slot, s) => ({ name: slot.name, n: values[s]?.size ?? 1 }))
    .filter(({ n }) => n > 1)
    .sort((a, b) => b.n - a.n)
    .slice(0, 5)
    .map(({ name, n }) => `${name} (${n} values)`);
  return new ContentError(
    'scenario/too-large',
    `More than ${count} states. The names that multiply them most: ${worst.join(', ')}. Narrow their bounds, or let fewer later places read them.`,
  );
}

/** The same bytes, four to a number. */
function wordsOf(bytes: Uint8Array): Int32Array {
  return new Int32Array(Uint8Array.from(bytes).buffer);
}

function copyInto<T extends Uint8Array | Int32Array>(target: T, source: T): T {
  target.set(source);
  return target;
}
