/** A stream of chances that is the same for the same seed and index, whatever was asked before. */
export interface Dice {
  /** In [0, 1). */
  roll(): number;
  chance(share: number): boolean;
  /** A whole number in [from, to]. */
  between(from: number, to: number): number;
  pick<T>(list: readonly T[]): T;
}

/** FNV-1a over the parts: turns names into the seed of an independent stream. */
export function seedFrom(...parts: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of parts.join('\u0000')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash >>> 0;
}

function mix(value: number): number {
  const first = Math.imul(value ^ (value >>> 16), 0x21f0aaad);
  const second = Math.imul(first ^ (first >>> 15), 0x735a2d97);
  return (second ^ (second >>> 15)) >>> 0;
}

/** Mulberry32 started at a mix of seed and index: no state between orders, so order(i) is a pure function. */
export function diceAt(seed: number, index: number): Dice {
  let state = mix(seed ^ mix(index + 0x9e3779b9));
  function roll(): number {
    state = (state + 0x6d2b79f5) | 0;
    const first = Math.imul(state ^ (state >>> 15), state | 1);
    const second = first ^ (first + Math.imul(first ^ (first >>> 7), first | 61));
    return ((second ^ (second >>> 14)) >>> 0) / 0x1_0000_0000;
  }
  return {
    roll,
    chance: (share) => roll() < share,
    between: (from, to) => from + Math.floor(roll() * (to - from + 1)),
    pick(list) {
      const picked = list[Math.floor(roll() * list.length)];
      if (picked === undefined) throw new RangeError('nothing to pick from');
      return picked;
    },
  };
}
