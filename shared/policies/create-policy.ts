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

/** The clauses of a list of packs in one market, by clock and in the order in which they are tried. */
interface Listed {
  readonly packs: readonly string[];
  readonly market: Market;
  readonly byClock: Map<Clock, readonly Candidate[]>;
}

/** Throws where a pack is malformed, naming every bad field. */
export function createPolicy(known: readonly Pack[]): Policy {
  for (const pack of known) requirePack(pack);
  const lists = new WeakMap<readonly string[], Map<Market, Listed>>();
  // A sweep asks a hundred thousand times for one shop, whose list of packs stays the same object.
  let last: Listed | undefined;
  return {
    clause(clock, of, starts) {
      if (last?.packs !== of.packs || last.market !== of.market) last = listedIn(lists, of);
      let candidates = last.byClock.get(clock);
      if (!candidates) last.byClock.set(clock, (candidates = candidatesOf(known, last, clock)));
      for (const candidate of candidates) {
        const startedAt = startIn(candidate, starts);
        if (startedAt === undefined || !binds(candidate.clause, of)) continue;
        return { pack: candidate.pack, clause: candidate.clause, startedAt };
      }
      return undefined;
    },
  };
}

/** When its clock started, where the clause was in force then. */
function startIn({ starts, datedBy, from, to }: Candidate, at: Starts): Instant | undefined {
  const dated = at[datedBy];
  return dated !== undefined && dated >= from && dated < to ? at[starts] : undefined;
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

function isAmong(values: readonly string[] | undefined, value: string | undefined): boolean {
  return values === undefined || value === undefined || values.includes(value);
}

/** The beginning of a rule's `from` or `to` on the market's wall clock. */
function dateAsInstant(date: string, market: Market): Instant {
  return atWall(wallDayOf(date), date.slice(11) || '00:00', marketZone(market));
}

function listedIn(lists: WeakMap<readonly string[], Map<Market, Listed>>, { packs, market }: Circumstances): Listed {
  let ofPacks = lists.get(packs);
  if (!ofPacks) lists.set(packs, (ofPacks = new Map<Market, Listed>()));
  let listed = ofPacks.get(market);
  if (!listed) ofPacks.set(market, (listed = { packs, market, byClock: new Map<Clock, readonly Candidate[]>() }));
  return listed;
}

function candidatesOf(known: readonly Pack[], { packs, market }: Listed, clock: Clock): readonly Candidate[] {
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
