import { describe, expect, it } from 'vitest';
import { hours, instant, type Instant } from '../../shared/domain/time.ts';
import type { Clause, Pack } from '../../shared/policies/policy.ts';
import { createPolicy, packs } from '../../shared/policies/registry.ts';
import { at, now } from '../support/moments.ts';

function aClause(changes: Partial<Clause> = {}): Clause {
  return {
    id: 'c',
    clock: 'pickup-by',
    deadline: { form: 'hours', length: hours(72) },
    rule: 'r',
    source: 's',
    ...changes,
  };
}

function found(
  packsGiven: readonly Pack[],
  order: readonly string[],
  market = 'GB',
  startedAt: Instant = now,
): string | undefined {
  const clause = createPolicy(packsGiven).clause('pickup-by', {
    market,
    sellerType: 'CROSS_BORDER',
    packs: order,
    startedAt,
  });
  return clause && `${clause.pack}/${clause.clause.id}`;
}

describe('which clause is in force', () => {
  const a: Pack = { id: 'a', clauses: [aClause({ markets: ['TH'] })] };
  const b: Pack = { id: 'b', clauses: [aClause({ id: 'gb', markets: ['GB'] }), aClause({ id: 'rest' })] };
  const dated: Pack = {
    id: 'dated',
    clauses: [aClause({ id: 'old', to: '2026-06-18' }), aClause({ id: 'new', from: '2026-06-18' })],
  };
  it("the first pack of the shop's list that has one", () => {
    expect(found([a, b], ['a', 'b'])).toBe('b/gb');
    expect(found([a, b], ['a', 'b'], 'TH')).toBe('a/c');
    expect(found([a, b], ['b', 'a'], 'TH')).toBe('b/rest');
  });
  it('none, when no pack of the list has one', () => {
    expect(found([a, b], ['a'])).toBeUndefined();
    expect(found([a, b], [])).toBeUndefined();
  });
  it("the one in force at the clock's start", () => {
    expect(found([dated], ['dated'], 'GB', at('2026-06-17T23:59:59.999Z'))).toBe('dated/old');
    expect(found([dated], ['dated'], 'GB', at('2026-06-18T00:00:00Z'))).toBe('dated/new');
  });
  it('holds for the seller types it names', () => {
    const local: Pack = { id: 'l', clauses: [aClause({ sellerTypes: ['LOCAL'] })] };
    expect(found([local], ['l'])).toBeUndefined();
  });
});

describe('every pack', () => {
  it.each(packs.map((pack) => [pack.id, pack] as const))(
    '%s names each clause once, with rule and source',
    (_, pack) => {
      const ids = pack.clauses.map((clause) => clause.id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const clause of pack.clauses) {
        expect(clause.rule.length).toBeGreaterThan(10);
        expect(clause.source.length).toBeGreaterThan(5);
        for (const date of [clause.from, clause.to])
          if (date !== undefined) expect(instant(Date.parse(date))).toBeGreaterThan(0);
      }
    },
  );
});
