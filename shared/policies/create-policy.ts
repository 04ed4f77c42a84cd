import type { Market } from '../domain/shop.ts';
import type { Instant } from '../domain/time.ts';
import { marketZone } from './market-zone.ts';
import { requirePack } from './pack-schema.ts';
import { usualStart, type Circumstances, type Clause, type Clock, type Pack, type Policy } from './policy.ts';
import type { ClauseInForce, Limit, LimitInForce, MarkInForce, MarkKind, Rule, Starting, Starts } from './policy.ts';
import { atWall, wallDayOf } from './wall-days.ts';

/** A clause of one clock in one market, with its dates as instants there. */
interface Candidate extends Pick<ClauseInForce, 'source' | 'clause'> {
  /** Whoever asks is meant, so that nothing about the order has to be looked at. */
  readonly bindsAll: boolean;
  readonly starts: Starting;
  readonly datedBy: Starting;
  readonly from: number;
  readonly to: number;
}

/** A mark of one kind in one market, with its dates as instants there. */
type DatedMark = MarkInForce & Pick<Candidate, 'from' | 'to'>;

/** The clauses and marks of a list of packs in one market, in the order in which they are tried. */
interface Listed {
  readonly packs: readonly string[];
  readonly market: Market;
  readonly byClock: Map<Clock, readonly Candidate[]>;
  readonly byMark: Map<MarkKind, readonly DatedMark[]>;
}

/** Throws where a pack is malformed, naming every bad field. */
export function createPolicy(known: readonly Pack[]): Policy {
  for (const pack of known) requirePack(pack);
  const lists = new WeakMap<readonly string[], Map<Market, Listed>>();
  // A sweep asks a hundred thousand times for one shop, whose list of packs stays the same object.
  let last: Listed | undefined;
  const listedFor = (of: Circumstances): Listed =>
    last?.packs === of.packs && last.market === of.market ? last : (last = listedIn(lists, of));
  return {
    clause(clock, of, starts) {
      const listed = listedFor(of);
      let candidates = listed.byClock.get(clock);
      if (!candidates) listed.byClock.set(clock, (candidates = candidatesOf(known, listed, clock)));
      for (const candidate of candidates) {
        const startedAt = startIn(candidate, starts);
        if (startedAt === undefined || !(candidate.bindsAll || binds(candidate.clause, of))) continue;
        return { source: candidate.source, clause: candidate.clause, startedAt };
      }
      return undefined;
    },
    limit(metric, of, at) {
      for (const pack of packsOf(known, of.packs)) {
        const found = limitsOf(pack, metric, of, at);
        if (found.length > 0) return found;
      }
      return [];
    },
    mark(kind, of, at) {
      const listed = listedFor(of);
      let marks = listed.byMark.get(kind);
      if (!marks) listed.byMark.set(kind, (marks = marksOf(known, listed, kind)));
      const found = marks.find(({ mark, from, to }) => at >= from && at < to && binds(mark, of));
      return found && { pack: found.pack, mark: found.mark };
    },
  };
}

/** In the order of the shop's list. */
function packsOf(known: readonly Pack[], packs: readonly string[]): readonly Pack[] {
  return packs.flatMap((id) => known.filter((pack) => pack.id === id));
}

function limitsOf(pack: Pack, metric: string, of: Circumstances, at: Instant): readonly LimitInForce[] {
  const { market } = of;
  return (pack.limits ?? [])
    .filter((limit) => limit.metric === metric && speaksOf(pack, limit, market) && binds(limit, of))
    .filter((limit) => isInForce(limit, at, market))
    .map((limit) => ({ pack: pack.id, limit, value: valueAt(limit, at, market) }));
}

/** A share of the usual target suffices meanwhile; the target of a share of late orders is that of orders on time. */
function valueAt(limit: Limit, at: Instant, market: Market): number {
  const passMark = limit.transitions?.find((transition) => isInForce(transition, at, market))?.passMark;
  if (passMark === undefined) return limit.value;
  const isCeiling = limit.must === 'at most' || limit.must === 'below';
  return isCeiling ? 1 - (1 - limit.value) * passMark : limit.value * passMark;
}

function isInForce(dated: Pick<Rule, 'from' | 'to'>, at: Instant, market: Market): boolean {
  const { from, to } = validity(dated, market);
  return at >= from && at < to;
}

function validity({ from, to }: Pick<Rule, 'from' | 'to'>, market: Market): Pick<Candidate, 'from' | 'to'> {
  return {
    from: from === undefined ? Number.NEGATIVE_INFINITY : dateAsInstant(from, market),
    to: to === undefined ? Number.POSITIVE_INFINITY : dateAsInstant(to, market),
  };
}

/** When its clock started, where the clause was in force then. */
function startIn({ starts, datedBy, from, to }: Candidate, at: Starts): Instant | undefined {
  const dated = at.at(datedBy);
  if (dated === undefined || dated < from || dated >= to) return undefined;
  return starts === datedBy ? dated : at.at(starts);
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
  if (!listed) ofPacks.set(market, (listed = { packs, market, byClock: new Map(), byMark: new Map() }));
  return listed;
}

function marksOf(known: readonly Pack[], { packs, market }: Listed, kind: MarkKind): readonly DatedMark[] {
  return packsOf(known, packs).flatMap((pack) =>
    (pack.marks ?? [])
      .filter((mark) => mark.mark === kind && speaksOf(pack, mark, market))
      .map((mark) => ({ pack: pack.id, mark, ...validity(mark, market) })),
  );
}

function candidatesOf(known: readonly Pack[], { packs, market }: Listed, clock: Clock): readonly Candidate[] {
  return packsOf(known, packs).flatMap((pack) =>
    pack.clauses
      .filter((clause) => clause.clock === clock && speaksOf(pack, clause, market))
      .map((clause) => candidate(pack.id, clause, market)),
  );
}

function candidate(pack: string, clause: Clause, market: Market): Candidate {
  const starts = clause.starts ?? usualStart[clause.clock];
  const { sellerTypes, logistics, orderTypes, deliveryOptions } = clause;
  return {
    source: { kind: 'clause', pack, clause: clause.id },
    clause,
    bindsAll: !sellerTypes && !logistics && !orderTypes && !deliveryOptions,
    starts,
    datedBy: clause.datedBy ?? starts,
    ...validity(clause, market),
  };
}
