import type { Market, SellerType } from '../../../shared/domain/shop.ts';
import { speaksOf } from '../../../shared/policies/create-policy.ts';
import {
  usualStart,
  type Clause,
  type Clock,
  type Limit,
  type Mark,
  type Pack,
} from '../../../shared/policies/policy.ts';

/** What the person asks about; left out = every market, both types of seller. */
export interface Asked {
  /** In order of preference. */
  readonly packs: readonly Pack[];
  readonly market?: Market;
  readonly sellerType?: SellerType;
}

export type Found<Kind> = Kind & {
  readonly pack: string;
  /** The markets it is about, its pack's own included; undefined = all. */
  readonly about: readonly Market[] | undefined;
};

export interface RulesInForce {
  /** By clock, and for each clock in the order in which they are tried. */
  readonly clauses: readonly Found<Clause>[];
  readonly limits: readonly Found<Limit>[];
  readonly marks: readonly Found<Mark>[];
}

/** The rules in force at any time of that day, an ISO date by the wall clock of each market. */
export function rulesInForce(asked: Asked, on: string): RulesInForce {
  const clauses = asked.packs.flatMap((pack) => find(pack, pack.clauses, asked, on));
  const clocks = Object.keys(usualStart) as Clock[];
  return {
    clauses: clocks.flatMap((clock) => clauses.filter((clause) => clause.clock === clock)),
    limits: asked.packs.flatMap((pack) => find(pack, pack.limits ?? [], asked, on)),
    marks: asked.packs.flatMap((pack) => find(pack, pack.marks ?? [], asked, on)),
  };
}

/** The packs a shop of that market would do best to name: its own, then the article's. */
export function usualPacks(all: readonly Pack[], market: Market | undefined): readonly Pack[] {
  const own = all.filter((pack) => pack.markets && (market === undefined || pack.markets.includes(market)));
  return [...own, ...all.filter((pack) => !pack.markets)];
}

function find<Kind extends Clause | Limit | Mark>(
  pack: Pack,
  rules: readonly Kind[],
  { market, sellerType }: Asked,
  on: string,
): readonly Found<Kind>[] {
  return rules
    .filter((rule) => isInForce(rule, on) && (market === undefined || speaksOf(pack, rule, market)))
    .filter(({ sellerTypes }) => sellerType === undefined || sellerTypes?.includes(sellerType) !== false)
    .map((rule) => ({ ...rule, pack: pack.id, about: rule.markets ?? pack.markets }));
}

/** `2026-03-17T15:00` lies within its day, so a rule that ends then is in force on it. */
function isInForce({ from, to }: Pick<Clause, 'from' | 'to'>, on: string): boolean {
  return (from === undefined || from.slice(0, 10) <= on) && (to === undefined || on < to);
}
