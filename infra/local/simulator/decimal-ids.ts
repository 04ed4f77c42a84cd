const range = 1_000_000_000_000n;
/** Coprime to 10, so that multiplying shuffles the range without collisions. */
const factor = 613_651_349_207n;
const shift = 271_828_182_845n;
const inverse = inverseOf(factor, range);

function inverseOf(value: bigint, modulus: bigint): bigint {
  let [low, high, before, result] = [value, modulus, 1n, 0n];
  while (low > 0n) {
    const quotient = high / low;
    [high, low] = [low, high - quotient * low];
    [result, before] = [before, result - quotient * before];
  }
  return ((result % modulus) + modulus) % modulus;
}

/** Decimal ids like the platform's (beyond 2^53, so strings) that lead back to their number in O(1). */
export interface DecimalIds {
  idOf(number: number): string;
  numberOf(id: string): number | undefined;
}

export function decimalIds(prefix: string): DecimalIds {
  return {
    idOf: (number) => prefix + String((BigInt(number) * factor + shift) % range).padStart(12, '0'),
    numberOf(id) {
      if (id.length !== prefix.length + 12 || !id.startsWith(prefix) || !/^\d+$/.test(id)) return undefined;
      return Number(((BigInt(id.slice(prefix.length)) - shift + range) * inverse) % range);
    },
  };
}
