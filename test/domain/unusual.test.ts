import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOf } from '../../shared/domain/unusual.ts';

/** Term by term, as the definition says. */
function summed(hits: number, total: number, usual: number): number {
  let sum = 0;
  for (let count = hits; count <= total; count += 1) {
    let ways = 1;
    for (let place = 1; place <= count; place += 1) ways *= (total - count + place) / place;
    sum += ways * usual ** count * (1 - usual) ** (total - count);
  }
  return sum;
}

describe('how likely so many are by chance', () => {
  it('is what the definition says', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0.01, max: 0.4, noNaN: true }),
        fc.nat(),
        (total, usual, drawn) => {
          const hits = drawn % (total + 1);
          const chance = chanceOf(hits, total, usual);
          if (hits <= total * usual) expect(chance).toBe(1);
          else expect(chance).toBeCloseTo(summed(hits, total, usual), 8);
        },
      ),
    );
  });
  it('falls with every further one', () => {
    const chances = [5, 10, 20, 37].map((hits) => chanceOf(hits, 120, 0.04));
    expect(chances).toEqual(chances.toSorted((one, other) => other - one));
    expect(chances[0]).toBeGreaterThan(0.3);
    expect(chances[3]).toBeLessThan(1e-12);
  });
  it('stands a shop of a hundred thousand parcels', () => {
    expect(chanceOf(4_400, 100_000, 0.04)).toBeLessThan(1e-9);
    expect(chanceOf(4_050, 100_000, 0.04)).toBeGreaterThan(0.1);
  });
});
