/** Whole numbers below a limit, gone through in order; made once and filled again for every text. */
export class NumberSet {
  private readonly bits: Uint32Array;

  constructor(limit: number) {
    this.bits = new Uint32Array(Math.ceil(limit / 32));
  }

  add(number: number): void {
    const at = number >>> 5;
    this.bits[at] = (this.bits[at] ?? 0) | (1 << (number & 31));
  }

  clear(): void {
    this.bits.fill(0);
  }

  /** The first number from `from` on; -1 when there is none. */
  next(from: number): number {
    let at = from >>> 5;
    let word = (this.bits[at] ?? 0) & (~0 << (from & 31));
    while (word === 0) {
      at += 1;
      if (at >= this.bits.length) return -1;
      word = this.bits[at] ?? 0;
    }
    // The lowest set bit.
    return at * 32 + 31 - Math.clz32(word & -word);
  }
}
