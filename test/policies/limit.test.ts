import { describe, expect, it } from 'vitest';
import { createPolicy } from '../../shared/policies/create-policy.ts';
import type { Circumstances, Limit, Pack } from '../../shared/policies/policy.ts';
import { policy } from '../../shared/policies/registry.ts';
import { aLimit } from '../support/a-limit.ts';
import { at } from '../support/moments.ts';

function aPackOf(id: string, ...limits: readonly Limit[]): Pack {
  return { id, clauses: [], limits };
}

/** A British cross-border shop's limits of a late dispatch rate, as `pack/limit value`. */
function found(
  known: readonly Pack[],
  when = '2026-07-01T12:00:00Z',
  changes: Partial<Circumstances> = {},
): readonly string[] {
  const of = { market: 'GB', sellerType: 'CROSS_BORDER', packs: known.map(({ id }) => id), ...changes } as const;
  return createPolicy(known)
    .limit('late-dispatch-rate', of, at(when))
    .map(({ pack, limit, value }) => `${pack}/${limit.id} ${value.toFixed(3)}`);
}

describe('which limits are in force', () => {
  const thai = aPackOf('thai', aLimit({ markets: ['TH'] }));
  const british = aPackOf('british', aLimit(), aLimit({ id: 'cap', value: 0.1 }));
  const other = aPackOf('other', aLimit({ metric: 'valid-tracking-rate', must: 'at least', value: 0.95 }));

  it("all of the first pack of the shop's list that has one", () => {
    expect(found([thai, british])).toEqual(['british/l 0.050', 'british/cap 0.100']);
    expect(found([thai, british], undefined, { market: 'TH' })).toEqual(['thai/l 0.050']);
    expect(found([british, thai], undefined, { market: 'TH' })).toEqual(['british/l 0.050', 'british/cap 0.100']);
  });

  it('none of another figure, and none of a pack the shop does not name', () => {
    expect(found([other])).toEqual([]);
    expect(found([british], undefined, { packs: [] })).toEqual([]);
    expect(found([other, british])).toEqual(['british/l 0.050', 'british/cap 0.100']);
  });

  it('none that binds other sellers', () => {
    expect(found([aPackOf('p', aLimit({ sellerTypes: ['LOCAL'] }))])).toEqual([]);
    expect(found([aPackOf('p', aLimit({ sellerTypes: ['CROSS_BORDER'] }))])).toEqual(['p/l 0.050']);
  });

  it('none of a pack that does not speak of the market', () => {
    expect(found([{ ...british, markets: ['US'] }])).toEqual([]);
  });
});

describe('when a limit is in force', () => {
  const known = [aPackOf('p', aLimit({ id: 'old', to: '2026-06-18' }), aLimit({ id: 'new', from: '2026-06-18' }))];
  const rows: [string, string, Partial<Circumstances>, string][] = [
    ['the last instant of the old one, London being an hour ahead', '2026-06-17T22:59:59.999Z', {}, 'p/old 0.050'],
    ['the first instant of the new one', '2026-06-17T23:00:00Z', {}, 'p/new 0.050'],
    ['in California the day begins seven hours after UTC', '2026-06-18T06:59:59Z', { market: 'US' }, 'p/old 0.050'],
  ];
  it.each(rows)('%s', (_, when, changes, limit) => expect(found(known, when, changes)).toEqual([limit]));

  it('another pack is asked when the first one has none any more', () => {
    expect(found([aPackOf('a', aLimit({ to: '2026-01-01' })), aPackOf('b', aLimit())])).toEqual(['b/l 0.050']);
  });
});

describe('weeks in which a share of the target suffices', () => {
  const transitions = [{ from: '2026-06-22', to: '2026-07-20', says: '60 % suffices', passMark: 0.6 }];
  const rows: [string, Partial<Limit>, string, string][] = [
    [
      '95 % on time become 57 %, so 43 % may be late',
      { must: 'at most', value: 0.05 },
      '2026-07-01T00:00:00Z',
      '0.430',
    ],
    ['and the same where the rule says below', { must: 'below', value: 0.05 }, '2026-07-01T00:00:00Z', '0.430'],
    ['at least 90 % become 54 %', { must: 'at least', value: 0.9 }, '2026-07-01T00:00:00Z', '0.540'],
    ['above 90 % become 54 %', { must: 'above', value: 0.9 }, '2026-07-01T00:00:00Z', '0.540'],
    ['before them the target is whole', { value: 0.05 }, '2026-06-21T22:59:59Z', '0.050'],
    ['after them the target is whole', { value: 0.05 }, '2026-07-19T23:00:00Z', '0.050'],
  ];
  it.each(rows)('%s', (_, changes, when, value) => {
    expect(found([aPackOf('p', aLimit({ ...changes, transitions }))], when)).toEqual([`p/l ${value}`]);
  });

  it('a transition that says nothing of the target changes nothing', () => {
    const says = [{ from: '2026-06-22', to: '2026-07-20', says: 'counted, without sanctions' }];
    expect(found([aPackOf('p', aLimit({ transitions: says }))])).toEqual(['p/l 0.050']);
  });
});

describe('the limits that the checks ask for', () => {
  const rows: [string, string, string, readonly string[], number][] = [
    ['confirmed late', 'confirm-late-rate', 'GB', ['gb', 'article'], 0.05],
    ['delivered on time', 'on-time-delivery-rate', 'US', ['us'], 0.8],
    ['dispatched late', 'late-dispatch-rate', 'US', ['us'], 0.04],
    ['the logistics score', 'logistics-score', 'TH', ['sea', 'article'], 75],
    ['the completeness of traces', 'trace-completeness', 'GB', ['article'], 85],
  ];
  it.each(rows)('%s', (_, metric, market, packs, value) => {
    const of = { market, sellerType: 'LOCAL', packs } as const;
    expect(policy.limit(metric, of, at('2026-07-01T00:00:00Z'))[0]?.value).toBe(value);
  });

  it('dispatch from China to South-East Asia, eased for four weeks after the change of June 2026', () => {
    const of = { market: 'TH', sellerType: 'CROSS_BORDER', packs: ['sea'] } as const;
    const values = ['2026-06-21', '2026-06-22', '2026-07-19', '2026-07-20'].map(
      (day) => policy.limit('late-dispatch-rate', of, at(`${day}T12:00:00Z`))[0]?.value,
    );
    expect(values).toEqual([0.1, expect.closeTo(0.46), expect.closeTo(0.46), 0.1]);
  });

  it('and what falling below the score costs', () => {
    const of = { market: 'GB', sellerType: 'LOCAL', packs: ['article'] } as const;
    const [found75] = policy.limit('logistics-score', of, at('2026-07-01T00:00:00Z'));
    expect(found75?.limit.penalty?.ofExposure).toBe(0.35);
  });
});
