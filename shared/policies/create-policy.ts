import type { Market } from '../domain/shop.ts';
import type { Instant } from '../domain/time.ts';
import { marketZone } from './market-zone.ts';
import { requirePack } from './pack-schema.ts';
import { usualStart, type Circumstances, type Clause, type Clock, type Pack, type Policy } from './policy.ts';
import type { Rule, Starting, Starts } from './policy.ts';
import { atWall, wallDayOf } from './wall-days.ts';

/** A clause of one clock in one market, with its dates as instants there. */
interface Candidate {
  readonly pack: string;
  readonly clause: Clause;
  readonly starts: Starting;
  readonly datedBy: Starting;
  readonly from: number;
  readonly to: number;
}

/** Throws where a pack is malformed, naming every bad field. */
export function createPolicy(known: readonly Pack[]): Policy {
  for (const pack of known) requirePack(pack);
  // A sweep asks a hundred thousand times for one shop, whose list of packs stays the same object.
  const lists = new WeakMap<readonly string[], Map<Market, Map<Clock, readonly Candidate[]>>>();
  return {
    clause(clock, of, starts) {
      const candidates = candidatesIn(lists, known, clock, of);
      const found = candidates.find((candidate) => isInForce(candidate, starts) && binds(candidate.clause, of));
      if (!found) return undefined;
      const startedAt = starts[found.starts];
      return startedAt === undefined ? undefined : { pack: found.pack, clause: found.clause, startedAt };
    },
  };
}

/** Whether a rule holds under these circumstances; what they leave open meets it, but for the delivery option. */
function binds(rule: Rule, of: Circumstances): boolean {
  return (
    isAmong(rule.sellerTypes, of.sellerType) &&
    isAmong(rule.logistics, of.logistics) &&
    isAmong(rule.orderTypes, of.orderType) &&
    (rule.deliveryOptions === undefined || rule.deliveryOptions.includes(of.deliveryOption ?? ''))
  );
}

/** Whether a rule of the pack is about this market. */
export function speaksOf(pack: Pick<Pack, 'markets'>, rule: Pick<Rule, 'markets'>, market: Market): boolean {
  return isAmong(pack.markets, market) && isAmong(rule.markets, market);
}

function isAmong<Value>(values: readonly Value[] | undefined, value: Value | undefined | 'unrecognised'): boolean {
  return values === undefined || value === undefined || values.some((each) => each === value);
}

/** The beginning of a rule's `from` or `to` on the market's wall clock. */
function dateAsInstant(date: string, market: Market): Instant {
  return atWall(wallDayOf(date), date.slice(11) || '00:00', marketZone(market));
}

function isInForce({ starts, datedBy, from, to }: Candidate, at: Starts): boolean {
  const dated = at[datedBy];
  return dated !== undefined && at[starts] !== undefined && dated >= from && dated < to;
}

function candidatesIn(
  lists: WeakMap<readonly string[], Map<Market, Map<Clock, readonly Candidate[]>>>,
  known: readonly Pack[],
  clock: Clock,
  { packs, market }: Circumstances,
): readonly Candidate[] {
  let ofList = lists.get(packs);
  if (!ofList) lists.set(packs, (ofList = new Map<Market, Map<Clock, readonly Candidate[]>>()));
  let ofMarket = ofList.get(market);
  if (!ofMarket) ofList.set(market, (ofMarket = new Map<Clock, readonly Candidate[]>()));
  let candidates = ofMarket.get(clock);
  if (!candidates) ofMarket.set(clock, (candidates = candidatesOf(known, packs, market, clock)));
  return candidates;
}

function candidatesOf(
  known: readonly Pack[],
  packs: readonly string[],
  market: Market,
  clock: Clock,
): readonly Candidate[] {
  const wanted = packs.flatMap((id) => known.filter((pack) => pack.id === id));
  return wanted.flatMap((pack) =>
    pack.clauses
      .filter((clause) => clause.clock === clock && speaksOf(pack, clause, market))
      .map((clause) => candidate(pack.id, clause, market)),
  );
}

function candidate(pack: string, clause: Clause, market: Market): Candidate {
  const starts = clause.starts ?? usualStart[clause.clock];
  return {
    pack,
    clause,
    starts,
    datedBy: clause.datedBy ?? starts,
    from: clause.from === undefined ? Number.NEGATIVE_INFINITY : dateAsInstant(clause.from, market),
    to: clause.to === undefined ? Number.POSITIVE_INFINITY : dateAsInstant(clause.to, market),
  };
}
