import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OrderItem } from '../../shared/domain/remediation.ts';
import { planRemedies } from '../../shared/remedies/plan-remedies.ts';
import type { OwedRemedy } from '../../shared/remedies/plan-remedies.ts';
import { aRemedyItem } from '../support/a-remediation.ts';
import { aShop } from '../support/a-shop.ts';
import { now } from '../support/moments.ts';
import type { Spoil } from '../support/spoil.ts';

const run = '2026-01-15T12:00:00.000Z';
const context = { shop: aShop({ id: '77' }), run, now };

function owed(order: number, changes: Spoil<OrderItem> = {}): OwedRemedy {
  const key = `trace-silent/${order}#1`;
  return { remedy: 'supplement-tracking', item: aRemedyItem({ key, order: String(order), ...changes }) };
}

function summary(entries: readonly OwedRemedy[]) {
  return planRemedies(entries, context).map(({ id, group, items }) => [id, group, items.length] as const);
}

describe('requests for remedies', () => {
  it('are one per carrier, addressed to the shop’s operations', () => {
    const requests = planRemedies([owed(1), owed(2, { carrier: 'Evri' }), owed(3)], context);
    expect(requests.map(({ id, items }) => [id, items.map(({ key }) => key)])).toEqual([
      [`77#${run}#supplement-tracking#Evri`, ['trace-silent/2#1']],
      [`77#${run}#supplement-tracking#Royal Mail`, ['trace-silent/1#1', 'trace-silent/3#1']],
    ]);
    expect(requests[0]).toMatchObject({ v: 1, run, now, to: context.shop.operations, remedy: 'supplement-tracking' });
    expect(Object.keys(requests[0]?.shop ?? {})).toEqual(['id', 'name', 'market', 'zone']);
  });

  it.each([
    ['without a carrier share one request', undefined, 'unknown carrier'],
    ['with an empty carrier as well', ' \u200B', 'unknown carrier'],
    ['cannot forge the id’s separator', 'A#B#C', 'A B C'],
    ['cannot break a line', 'Royal\r\nMail', 'Royal Mail'],
    ['cannot grow without end', 'x'.repeat(10_240), `${'x'.repeat(59)}…`],
  ])('%s', (_, carrier, group) => {
    expect(summary([owed(1, { carrier })])).toEqual([[`77#${run}#supplement-tracking#${group}`, group, 1]]);
  });

  it('do not split a carrier over its capitals', () => {
    expect(summary([owed(2, { carrier: 'YunExpress' }), owed(1, { carrier: 'yunexpress' })])).toHaveLength(1);
  });

  it.each([
    ['200 items fill one', 200, [200]],
    ['the 201st begins a second, numbered one', 201, [200, 1]],
    ['450 make three', 450, [200, 200, 50]],
  ])('%s', (_, count, sizes) => {
    const requests = summary(Array.from({ length: count }, (__, index) => owed(index)));
    expect(requests.map(([, , size]) => size)).toEqual(sizes);
    expect(requests.map(([, group]) => group)).toEqual(
      ['Royal Mail', 'Royal Mail (2)', 'Royal Mail (3)'].slice(0, sizes.length),
    );
    expect(new Set(requests.map(([id]) => id)).size).toBe(sizes.length);
  });

  it('are the same whatever order the findings come in, and lose none', () => {
    const carriers = fc.constantFrom('Evri', 'EVRI', 'Royal Mail', '', undefined);
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { maxLength: 40 }), fc.infiniteStream(carriers), (orders, stream) => {
        const entries = orders.map((order) => owed(order, { carrier: stream.next().value }));
        const planned = planRemedies(entries, context);
        expect(planRemedies(entries.toReversed(), context)).toEqual(planned);
        const keys = planned.flatMap(({ items }) => items.map(({ key }) => key));
        expect(new Set(keys)).toEqual(new Set(entries.map(({ item }) => item.key)));
        expect(keys).toHaveLength(entries.length);
      }),
      { numRuns: 200 },
    );
  });

  it('none for nothing', () => {
    expect(planRemedies([], context)).toEqual([]);
  });

  it('for a remedy nobody registered are a bug', () => {
    expect(() => planRemedies([{ ...owed(1), remedy: 'wish' }], context)).toThrow('remedy wish is not registered');
  });
});
