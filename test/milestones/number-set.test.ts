import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { NumberSet } from '../../shared/milestones/number-set.ts';

it('gives back what was added, in order and once, and nothing after it was cleared', () => {
  const set = new NumberSet(1_000);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 999 })), (numbers) => {
      set.clear();
      for (const number of numbers) set.add(number);
      const given: number[] = [];
      for (let number = set.next(0); number >= 0; number = set.next(number + 1)) given.push(number);
      expect(given).toEqual([...new Set(numbers)].toSorted((one, other) => one - other));
    }),
  );
});
