import { enoughParcels } from '../../shared/domain/lane.ts';
import type { Milestone } from '../../shared/domain/milestone.ts';
import type { Trace } from '../../shared/domain/order.ts';
import type { Shop } from '../../shared/domain/shop.ts';
import { hours, type Instant } from '../../shared/domain/time.ts';
import type { WatchedOrder } from '../../shared/ports/order-book.ts';
import { marketZone } from '../../shared/policies/market-zone.ts';
import { laneNameOf } from '../../shared/totals/lane-name.ts';
import { wallDay, weekdayOf } from '../../shared/policies/wall-days.ts';

/** How long parcels took from one milestone to the next; times in hours, with one decimal. */
export interface LaneStep {
  /** `unclear`: no template fits. */
  readonly lane: string;
  readonly carrier: string;
  readonly from: Milestone;
  readonly to: Milestone;
  readonly sample: number;
  /** Too few to trust the figures. */
  readonly few: boolean;
  readonly median: number;
  readonly p90: number;
  readonly p95: number;
  /** By the market's weekday on which the step began, 1 = Monday to 7 = Sunday; days without a sample left out. */
  readonly weekdays: readonly { readonly day: number; readonly sample: number; readonly median: number }[];
}

/** What was seen so far; grows by order, so that a book of any size can be read page by page. */
export type SeenSteps = Map<string, Seen>;

interface Seen {
  readonly step: Pick<LaneStep, 'lane' | 'carrier' | 'from' | 'to'>;
  readonly gaps: { readonly length: number; readonly day: number }[];
}

/** Adds an order's steps. Scans of several parcels stand in one trace and cannot be told apart: left out. */
export function addSteps(seen: SeenSteps, { order, trace }: WatchedOrder, shop: Shop): void {
  if (order.parcels.length > 1 || !trace.milestones) return;
  const { lane, carrier } = laneNameOf(order, shop);
  const zone = marketZone(shop.market);
  for (const { from, to, began, length } of stepsOf(trace)) {
    const key = [lane, carrier, from, to].join('|');
    const known = seen.get(key) ?? { step: { lane, carrier, from, to }, gaps: [] };
    known.gaps.push({ length, day: weekdayOf(wallDay(began, zone)) });
    seen.set(key, known);
  }
}

/** The most frequent first within each lane and carrier. */
export function laneSteps(seen: SeenSteps): readonly LaneStep[] {
  return [...seen.values()]
    .map(({ step, gaps }) => ({ ...step, ...figuresOf(gaps) }))
    .toSorted(
      (one, other) => compare(one.lane, other.lane) || compare(one.carrier, other.carrier) || other.sample - one.sample,
    );
}

interface Step {
  readonly from: Milestone;
  readonly to: Milestone;
  readonly began: Instant;
  readonly length: number;
}

/** From each milestone to the next other one; a repeated one goes on. */
function stepsOf({ scans, milestones = [] }: Trace): readonly Step[] {
  const steps: Step[] = [];
  let last: { readonly told: Milestone; readonly at: Instant } | undefined;
  for (const [place, told] of milestones.entries()) {
    const at = scans[place];
    if (at === undefined || told === 'unrecognised' || told === 'information-only') continue;
    if (last?.told === told) continue;
    if (last) steps.push({ from: last.told, to: told, began: last.at, length: at - last.at });
    last = { told, at };
  }
  return steps;
}

function figuresOf(gaps: Seen['gaps']): Omit<LaneStep, keyof Seen['step']> {
  const lengths = ascending(gaps);
  const weekdays = [1, 2, 3, 4, 5, 6, 7].flatMap((day) => {
    const ofDay = ascending(gaps.filter((gap) => gap.day === day));
    return ofDay.length === 0 ? [] : [{ day, sample: ofDay.length, median: quantile(ofDay, 0.5) }];
  });
  const [median, p90, p95] = [quantile(lengths, 0.5), quantile(lengths, 0.9), quantile(lengths, 0.95)];
  return { sample: lengths.length, few: lengths.length < enoughParcels, median, p90, p95, weekdays };
}

function ascending(gaps: Seen['gaps']): readonly number[] {
  return gaps.map(({ length }) => length).toSorted((one, other) => one - other);
}

/** Nearest rank, in hours: always a length that was seen. */
function quantile(lengths: readonly number[], share: number): number {
  const length = lengths[Math.max(0, Math.ceil(lengths.length * share) - 1)] ?? 0;
  return Math.round((10 * length) / hours(1)) / 10;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
