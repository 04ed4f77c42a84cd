import { describe, expect, it } from 'vitest';
import { lateShareAt, mostLate, strictestLimit } from '../../shared/checks/late-budget.ts';
import type { Limit } from '../../shared/policies/policy.ts';
import { aLimit, aSettingWith } from '../support/a-limit.ts';
import { now } from '../support/moments.ts';

const inForce = (changes: Partial<Limit>) => {
  const limit = aLimit(changes);
  return { pack: 'p', limit, value: limit.value };
};

describe('how many orders may be late', () => {
  const rows: [string, Partial<Limit>, number, number][] = [
    ['at most 5 % of 100', { must: 'at most', value: 0.05 }, 100, 5],
    ['at most 5 % of 99', { must: 'at most', value: 0.05 }, 99, 4],
    ['below 5 % of 100', { must: 'below', value: 0.05 }, 100, 4],
    ['below 5 % of 101', { must: 'below', value: 0.05 }, 101, 5],
    ['at least 80 % on time of 10, which no computer subtracts exactly', { must: 'at least', value: 0.8 }, 10, 2],
    ['above 80 % on time of 10', { must: 'above', value: 0.8 }, 10, 1],
    ['of none', { must: 'below', value: 0.05 }, 0, 0],
  ];
  it.each(rows)('%s', (_, changes, orders, most) => {
    const limit = inForce(changes);
    expect(mostLate(limit, orders)).toBe(most);
    const holds = (late: number): boolean => {
      const share = Math.round((late / orders) * 1e9) / 1e9;
      const line = Math.round(lateShareAt(limit) * 1e9) / 1e9;
      return changes.must === 'below' || changes.must === 'above' ? share < line : share <= line;
    };
    if (orders > 0) expect([holds(most), holds(most + 1)]).toEqual([true, false]);
  });
});

describe('of several limits', () => {
  it('the lowest ceiling counts', () => {
    const at = aSettingWith(
      aLimit({ id: 'cap', value: 0.1 }),
      aLimit({ value: 0.04 }),
      aLimit({ id: 'c', value: 0.3 }),
    );
    expect(strictestLimit('late-dispatch-rate', at, now)?.value).toBe(0.04);
  });
  it('the highest floor counts', () => {
    const floor = { metric: 'm', must: 'at least' } as const;
    const at = aSettingWith(aLimit({ ...floor, value: 0.8 }), aLimit({ ...floor, id: 'top', value: 0.95 }));
    expect(strictestLimit('m', at, now)?.value).toBe(0.95);
  });
  it('of two alike the first', () => {
    const ceilings = aSettingWith(aLimit(), aLimit({ id: 'again' }));
    expect(strictestLimit('late-dispatch-rate', ceilings, now)?.limit.id).toBe('l');
    const floor = { must: 'at least', value: 0.9 } as const;
    const floors = aSettingWith(aLimit(floor), aLimit({ ...floor, id: 'again' }));
    expect(strictestLimit('late-dispatch-rate', floors, now)?.limit.id).toBe('l');
  });
  it('none is none', () => expect(strictestLimit('m', aSettingWith(), now)).toBeUndefined());
});
