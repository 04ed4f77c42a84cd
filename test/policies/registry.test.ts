import { describe, expect, it } from 'vitest';
import type { Instant } from '../../shared/domain/time.ts';
import { createPolicy } from '../../shared/policies/create-policy.ts';
import { startsAt, type Circumstances, type Pack } from '../../shared/policies/policy.ts';
import { ruleNamed, packs } from '../../shared/policies/registry.ts';
import { aClause, aPack } from '../support/a-clause.ts';
import { at, now } from '../support/moments.ts';

interface Case extends Partial<Circumstances> {
  readonly known: readonly Pack[];
  readonly startedAt?: Instant;
  readonly starts?: Parameters<typeof startsAt>[0];
}

/** A British cross-border shop's clock, started now by its confirmation. */
function found({ known, startedAt = now, starts = { confirmation: startedAt }, ...changes }: Case): string | undefined {
  const of = { market: 'GB', sellerType: 'CROSS_BORDER', packs: known.map(({ id }) => id), ...changes } as const;
  const clause = createPolicy(known).clause('pickup-by', of, startsAt(starts));
  return clause && `${clause.source.pack}/${clause.clause.id}`;
}

describe('which clause is in force', () => {
  const thai = aPack('a', aClause({ markets: ['TH'] }));
  const british = aPack('b', aClause({ id: 'gb', markets: ['GB'] }), aClause({ id: 'rest' }));

  it("the first pack of the shop's list that has one", () => {
    expect(found({ known: [thai, british], packs: ['a', 'b'] })).toBe('b/gb');
    expect(found({ known: [thai, british], packs: ['a', 'b'], market: 'TH' })).toBe('a/c');
    expect(found({ known: [thai, british], packs: ['b', 'a'], market: 'TH' })).toBe('b/rest');
  });

  it('none, when no pack of the list has one', () => {
    expect(found({ known: [thai, british], packs: ['a'] })).toBeUndefined();
    expect(found({ known: [thai, british], packs: [] })).toBeUndefined();
    expect(found({ known: [thai, british], packs: ['nobody'] })).toBeUndefined();
  });

  it('none of another clock', () => {
    expect(found({ known: [aPack('a', aClause({ clock: 'confirm-by' }))], starts: { order: now } })).toBeUndefined();
  });

  it('none of a pack that does not speak of the market', () => {
    const american: Pack = { id: 'us', markets: ['US'], clauses: [aClause()] };
    expect(found({ known: [american] })).toBeUndefined();
    expect(found({ known: [american], market: 'US' })).toBe('us/c');
  });

  const rows: [string, Parameters<typeof aClause>[0], Partial<Circumstances>, boolean][] = [
    ['the type of seller it names', { sellerTypes: ['CROSS_BORDER'] }, {}, true],
    ['not another type of seller', { sellerTypes: ['LOCAL'] }, {}, false],
    ['the logistics it names', { logistics: ['third-party'] }, { logistics: 'third-party' }, true],
    ['not other logistics', { logistics: ['third-party'] }, { logistics: 'tiktok-shipping' }, false],
    ['logistics nobody asked about', { logistics: ['third-party'] }, {}, true],
    ['not logistics that nobody recognises', { logistics: ['third-party'] }, { logistics: 'unrecognised' }, false],
    ['the order type it names', { orderTypes: ['normal', 'lottery'] }, { orderType: 'lottery' }, true],
    ['not another order type', { orderTypes: ['normal'] }, { orderType: 'pre-order' }, false],
    ['not an order type that nobody recognises', { orderTypes: ['normal'] }, { orderType: 'unrecognised' }, false],
    ['the delivery option it names', { deliveryOptions: ['Express'] }, { deliveryOption: 'Express' }, true],
    ['not another delivery option', { deliveryOptions: ['Express'] }, { deliveryOption: 'Standard' }, false],
    ['not an order without a delivery option', { deliveryOptions: ['Express'] }, {}, false],
  ];
  it.each(rows)('holds for %s', (_, changes, circumstances, holds) => {
    expect(found({ known: [aPack('p', aClause(changes))], ...circumstances })).toBe(holds ? 'p/c' : undefined);
  });
});

describe('when a clause is in force', () => {
  const dated = aPack('dated', aClause({ id: 'old', to: '2026-06-18' }), aClause({ id: 'new', from: '2026-06-18' }));
  const minute = aPack('minute', aClause({ from: '2026-03-17T15:00', to: '2026-03-18' }));
  const rows: [string, Pack, string, string, string | undefined][] = [
    ['the last instant of the old rule, London being an hour ahead', dated, 'GB', '2026-06-17T22:59:59.999Z', 'old'],
    ['the first instant of the new rule', dated, 'GB', '2026-06-17T23:00:00Z', 'new'],
    ['in Bangkok the day begins seven hours before UTC', dated, 'TH', '2026-06-17T17:00:00Z', 'new'],
    ['in California seven hours after', dated, 'US', '2026-06-18T06:59:59Z', 'old'],
    ['a rule that begins in the afternoon, a second before', minute, 'ID', '2026-03-17T07:59:59Z', undefined],
    ['and from that minute on', minute, 'ID', '2026-03-17T08:00:00Z', 'c'],
    ['a rule that ended is not in force', minute, 'ID', '2026-03-17T17:00:00Z', undefined],
  ];
  it.each(rows)('%s', (_, pack, market, start, id) => {
    const answer = id === undefined ? undefined : `${pack.id}/${id}`;
    expect(found({ known: [pack], market, startedAt: at(start) })).toBe(answer);
  });

  it('what its clock counts from must have happened', () => {
    const known = [aPack('p', aClause({ starts: 'order' }))];
    expect(found({ known, starts: { confirmation: now } })).toBeUndefined();
    expect(found({ known, starts: { order: now } })).toBe('p/c');
  });

  it('and is passed over for the next clause until then', () => {
    const known = [aPack('p', aClause({ id: 'a', datedBy: 'order' }), aClause({ id: 'b', starts: 'order' }))];
    expect(found({ known, starts: { order: now } })).toBe('p/b');
    expect(found({ known, starts: { order: now, confirmation: now } })).toBe('p/a');
  });

  it("its clock's start decides, though the rule changes before the line", () => {
    expect(found({ known: [dated], startedAt: at('2026-06-17T12:00:00Z') })).toBe('dated/old');
  });

  it('another date decides where the clause says so', () => {
    const known = [aPack('p', aClause({ from: '2026-06-18', datedBy: 'order' }))];
    const confirmation = at('2026-06-18T09:00:00Z');
    expect(found({ known, starts: { order: at('2026-06-17T09:00:00Z'), confirmation } })).toBeUndefined();
    expect(found({ known, starts: { order: confirmation, confirmation } })).toBe('p/c');
    expect(found({ known, starts: { order: confirmation } })).toBeUndefined();
  });
});

describe('every pack', () => {
  it.each(packs.map((pack) => [pack.id, pack] as const))('%s says rule and source of each clause', (_, pack) => {
    for (const rule of [...pack.clauses, ...(pack.limits ?? [])]) {
      expect(rule.rule.length).toBeGreaterThan(20);
      expect(rule.source.length).toBeGreaterThan(15);
    }
  });

  it('finds the clause that a finding names, while there is one', () => {
    expect(ruleNamed('sea', 'pickup-by-cross-border')?.from).toBe('2026-06-18');
    expect(ruleNamed('sea', 'gone')).toBeUndefined();
    expect(ruleNamed('gone', 'pickup-by-cross-border')).toBeUndefined();
  });
});
