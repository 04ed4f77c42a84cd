import { expect, it } from 'vitest';
import type { SellerType } from '../../shared/domain/shop.ts';
import { lineOf } from '../../shared/policies/line.ts';
import { type Circumstances, type Clock } from '../../shared/policies/policy.ts';
import { policy } from '../../shared/policies/registry.ts';
import { at } from '../support/moments.ts';

/** A start, and the clause in force with its line: `us/pickup-by 2026-07-08T06:59:59Z`, or `none`. */
export type DeadlineRow = readonly [
  says: string,
  seller: SellerType,
  clock: Clock,
  start: string,
  line: string,
  more?: Partial<Circumstances>,
];

const order = ['us', 'gb', 'eu', 'sea', 'article'];

/** One test per row, about normal orders of a market under every pack there is. */
export function expectDeadlines(market: string, rows: readonly DeadlineRow[]): void {
  it.each(rows.map((row) => [row[0], row] as const))('%s', (_, [, sellerType, clock, start, line, more = {}]) => {
    const of = { market, sellerType, packs: order, orderType: 'normal', ...more } as const;
    const found = policy.clause(clock, of, { at: () => at(start) });
    if (!found) return expect('none').toBe(line);
    const end = lineOf(found.clause.deadline, found.startedAt, market);
    const said = end === undefined ? 'unknown' : new Date(end).toISOString().replace('.000', '');
    return expect(`${found.source.pack}/${found.clause.id} ${said}`).toBe(line);
  });
}
