import { ContentError, type Problem } from '../../problem/index.ts';
import { type Condition, type Effect, parseCondition, parseEffect } from './parse.ts';
import { always, type CompiledEffect, type Test } from './program.ts';
import type { Report, Symbols } from './symbols.ts';

/** A condition as a function, and the bytes it reads. */
export interface CompiledCondition {
  when: Test;
  reads: readonly number[];
}

/** Turns conditions and effects, as authors write them, into functions on a state; reports those that cannot be. */
export class Expressions {
  readonly #symbols: Symbols;
  readonly #report: Report;

  constructor(symbols: Symbols, report: Report) {
    this.#symbols = symbols;
    this.#report = report;
  }

  /**
   * A condition; one that always holds when there is none or it cannot be read.
   *
   * @param decision The decision in which it stands, for `asked`; empty outside of decisions.
   */
  condition(text: string | undefined, place: Problem['place'], decision = ''): CompiledCondition {
    if (text === undefined) return { when: always, reads: [] };
    const tree = this.#read('bad-condition', place, () => parseCondition(text));
    return tree ? this.#compile(tree, place, decision) : { when: always, reads: [] };
  }

  /** An effect; one that does nothing when it cannot be read. */
  effect(text: string, place: Problem['place'], decision: string): CompiledEffect {
    const tree = this.#read('bad-effect', place, () => parseEffect(text));
    if (!tree) return { text, slot: 0, when: always, reads: [], apply: () => {} };
    const condition = tree.when
      ? this.#compile(tree.when, place, decision)
      : { when: always, reads: [] as number[] };
    return { text, ...condition, ...this.#change(tree, place) };
  }

  /** What a parser gives; a text that it refuses is reported. */
  #read<T>(code: string, place: Problem['place'], parse: () => T): T | undefined {
    try {
      return parse();
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      // The code stands with the problem; the message need not repeat it.
      const what = error.message.replace(` [${error.code}]`, '');
      this.#report(code, place, what, 'Correct it; content/scenarios/README.md shows the forms.');
      return undefined;
    }
  }

  #compile(tree: Condition, place: Problem['place'], decision: string): CompiledCondition {
    const reads = new Set<number>();
    const when = this.#test(tree, place, decision, reads);
    return { when, reads: [...reads] };
  }

  /** The function of a tree; the bytes it reads are added to `reads`. */
  #test(tree: Condition, place: Problem['place'], decision: string, reads: Set<number>): Test {
    switch (tree.kind) {
      case 'compare':
        return this.#comparison(tree, place, reads);
      case 'name': {
        const at = this.#symbols.byteOf(
          tree.name,
          ['flag', 'fact', 'critical'],
          place,
          'flag, fact or critical error',
        );
        reads.add(at);
        return (s, o) => s[o + at] === 1;
      }
      case 'asked': {
        const at = this.#symbols.askedByte(decision, tree.choice);
        if (at === 0)
          this.#report(
            'unknown-name',
            place,
            `"asked ${tree.choice}" names no choice of a hub here.`,
            'Only a decision with "hub: true" remembers what was asked, and only its own choices can be named there.',
          );
        reads.add(at);
        return (s, o) => s[o + at] === 1;
      }
      case 'not': {
        const inner = this.#test(tree.of, place, decision, reads);
        return (s, o) => !inner(s, o);
      }
      default: {
        const left = this.#test(tree.left, place, decision, reads);
        const right = this.#test(tree.right, place, decision, reads);
        return tree.kind === 'and'
          ? (s, o) => left(s, o) && right(s, o)
          : (s, o) => left(s, o) || right(s, o);
      }
    }
  }

  #comparison(
    { variable, operator, value: given }: Extract<Condition, { kind: 'compare' }>,
    place: Problem['place'],
    reads: Set<number>,
  ): Test {
    const at = this.#symbols.byteOf(variable, ['variable'], place, 'variable');
    reads.add(at);
    const value = this.#asByte(at, given);
    if (value === undefined) {
      const { min, top } = this.#symbols.slotAt(at) ?? { min: 0, top: 0 };
      this.#report(
        'out-of-bounds',
        place,
        `${variable} is never ${given}: it goes from ${min} to ${min + top}.`,
        'Compare with a number inside the bounds.',
      );
      return always;
    }
    switch (operator) {
      case '>=':
        return (s, o) => (s[o + at] as number) >= value;
      case '<=':
        return (s, o) => (s[o + at] as number) <= value;
      case '>':
        return (s, o) => (s[o + at] as number) > value;
      case '<':
        return (s, o) => (s[o + at] as number) < value;
      case '=':
        return (s, o) => s[o + at] === value;
      default:
        return (s, o) => s[o + at] !== value;
    }
  }

  /** What an effect does to which byte. */
  #change(tree: Effect, place: Problem['place']): Pick<CompiledEffect, 'slot' | 'apply'> {
    if ('flag' in tree)
      return writing(this.#symbols.byteOf(tree.flag, ['flag'], place, 'flag'), tree.kind === 'set' ? 1 : 0);
    if (tree.kind === 'learn') return writing(this.#symbols.byteOf(tree.fact, ['fact'], place, 'fact'), 1);
    const slot = this.#symbols.byteOf(tree.variable, ['variable'], place, 'variable');
    if (tree.kind === 'add') {
      const top = this.#symbols.slotAt(slot)?.top ?? 0;
      const { by } = tree;
      return {
        slot,
        apply: (s, at) => {
          s[at] = Math.min(top, Math.max(0, (s[at] as number) + by));
        },
      };
    }
    const value = this.#asByte(slot, tree.value);
    if (value === undefined)
      this.#report(
        'out-of-bounds',
        place,
        `${tree.variable} cannot be ${tree.value}.`,
        'Assign a number inside the bounds.',
      );
    return writing(slot, value ?? 0);
  }

  /** A value of a variable as its byte; undefined when it is outside the bounds. An unknown name (byte 0) takes any. */
  #asByte(at: number, value: number): number | undefined {
    const slot = this.#symbols.slotAt(at);
    if (!slot) return 0;
    const byte = value - slot.min;
    return byte >= 0 && byte <= slot.top ? byte : undefined;
  }
}

function writing(slot: number, value: number): Pick<CompiledEffect, 'slot' | 'apply'> {
  return {
    slot,
    apply: (s, at) => {
      s[at] = value;
    },
  };
}
