/** Writes whole numbers bit by bit, most significant first. */
export class BitWriter {
  #bytes: number[] = [];
  #free = 0;

  /** `value` must be a whole number in 0 … 2^bits − 1; up to 53 bits. */
  write(value: number, bits: number): void {
    for (let i = bits - 1; i >= 0; i--) {
      if (this.#free === 0) {
        this.#bytes.push(0);
        this.#free = 8;
      }
      this.#free--;
      const bit = Math.floor(value / 2 ** i) % 2;
      const last = this.#bytes.length - 1;
      this.#bytes[last] = (this.#bytes[last] as number) | (bit << this.#free);
    }
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

/** Reads what `BitWriter` wrote. */
export class BitReader {
  #at = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** @throws {RangeError} past the end. */
  read(bits: number): number {
    let value = 0;
    for (let i = 0; i < bits; i++) {
      const byte = this.#bytes[this.#at >> 3];
      if (byte === undefined) throw new RangeError('Past the end.');
      value = value * 2 + ((byte >> (7 - (this.#at & 7))) & 1);
      this.#at++;
    }
    return value;
  }

  /** Whether only padding is left: fewer than eight bits, all zero. */
  isDone(): boolean {
    const left = this.#bytes.length * 8 - this.#at;
    if (left >= 8) return false;
    for (let i = 0; i < left; i++) if (this.read(1) !== 0) return false;
    return true;
  }
}

/** Bits that a number below `count` needs. */
export function bitsFor(count: number): number {
  let bits = 0;
  while (2 ** bits < count) bits++;
  return bits;
}
