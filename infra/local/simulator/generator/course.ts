import type { Life, Reached, Scan, Status, Traits, Unix } from '../life.ts';
import type { Market } from '../markets.ts';
import { diceAt } from '../random.ts';
import type { Dice } from '../random.ts';
import { legOf, spell } from './leg.ts';
import type { Leg } from './leg.ts';
import { drawOne, sorts, troubles } from './shares.ts';
import type { Shares, Sort, Trouble } from './shares.ts';

/** Everything order(i) depends on besides i. */
export interface Plan {
  readonly seed: number;
  readonly pairSeed: number;
  readonly market: Market;
  readonly crossBorder: boolean;
  readonly shares: Shares;
  /** Seconds between two orders, a fraction. */
  readonly interval: number;
}

/** 2016-01-01T00:00:00Z: order 0 of every shop, so that i does not depend on when a simulator was started. */
export const beginning: Unix = 1_451_606_400;

/** One order's life without its names and numbers. */
export interface Course extends Pick<
  Life,
  'createdAt' | 'paidAt' | 'reached' | 'cancelAskedAt' | 'cancelled' | 'traits'
> {
  readonly legs: readonly Leg[];
  readonly replacement: boolean;
  /** The even order of a combined pair. */
  readonly leader?: number;
}

interface Drawn {
  readonly sort: Sort | undefined;
  readonly trouble: Trouble | undefined;
  readonly traits: Traits;
  readonly payDelay: number;
}

/** Jitter stays below one interval, so orders are created in the order of their indexes. */
export function createdAtOf(plan: Plan, index: number): Unix {
  return Math.floor(beginning + (index + diceAt(plan.seed ^ 0x51ed270b, index).roll()) * plan.interval);
}

/** Two neighbours of one buyer share a parcel; left out where they would be placed too far apart. */
function leaderOf(plan: Plan, index: number): number | undefined {
  const leader = index - (index % 2);
  const combined = plan.interval < 5 * 3600 && diceAt(plan.pairSeed, leader).chance(plan.shares.combined);
  return combined ? leader : undefined;
}

export function courseOf(plan: Plan, index: number): Course {
  const createdAt = createdAtOf(plan, index);
  const leader = leaderOf(plan, index);
  const dice = leader === undefined ? diceAt(plan.seed, index) : diceAt(plan.pairSeed ^ 0x2545f491, leader);
  const drawn = draw(dice, plan, createdAt, leader !== undefined);
  if (drawn.trouble === 'unpaid') return neverPaid(dice, createdAt, drawn);
  const paidAt = createdAt + drawn.payDelay;
  const readyAt = readyAfter(plan, drawn, paidAt);
  const early = {
    UNPAID: createdAt,
    ...(readyAt > paidAt ? { ON_HOLD: paidAt } : {}),
    AWAITING_SHIPMENT: readyAt,
  };
  const base = { createdAt, paidAt, traits: drawn.traits, replacement: drawn.sort === 'replacement' };
  if (drawn.trouble === 'buyer-cancels') {
    const cancelAskedAt = readyAt + spell(dice, 1, 8);
    const reached = { ...early, CANCELLED: cancelAskedAt + spell(dice, 1, 20) };
    return { ...base, cancelAskedAt, reached, legs: [], cancelled: { reason: 'no_longer_needed', by: 'BUYER' } };
  }
  if (drawn.trouble === 'shipping-timeout') {
    const reason = 'system_cancel_order_reason_shipping_timeout';
    const reached = { ...early, CANCELLED: readyAt + 7 * 86_400 };
    return { ...base, reached, legs: [], cancelled: { reason, by: 'SYSTEM' } };
  }
  // A combined parcel leaves when the later of its two orders is ready.
  const start =
    leader === undefined ? readyAt : readyAfter(plan, drawn, createdAtOf(plan, leader + 1) + drawn.payDelay);
  const legs = legsOf(dice, start, drawn);
  const reached = { ...early, ...reachedBy(dice, legs) };
  const lost = reached.CANCELLED === undefined ? {} : { cancelled: { reason: 'package_lost', by: 'SYSTEM' as const } };
  return { ...base, ...lost, reached, legs, ...(leader === undefined ? {} : { leader }) };
}

function draw(dice: Dice, plan: Plan, createdAt: Unix, combined: boolean): Drawn {
  const drawnSort = drawOne(dice, plan.shares, sorts);
  // Pre-orders are documented for the US only; combined pairs are drawn for two orders at once.
  const unfit = combined || drawnSort === 'combined' || (drawnSort === 'pre-order' && plan.market.region !== 'US');
  const sort = unfit ? undefined : drawnSort;
  const drawnTrouble = drawOne(dice, plan.shares, troubles);
  const beforeShipping = troubles.indexOf(drawnTrouble ?? 'lost') < troubles.indexOf('late-confirmation');
  const byTikTok = sort === 'by-tiktok';
  const items = dice.chance(0.7) ? 1 : dice.between(2, 3);
  const shipping = byTikTok || dice.chance(plan.market.southEastAsia ? 0.8 : 0.4) ? 'TIKTOK' : 'SELLER';
  return {
    sort,
    trouble: combined && beforeShipping ? undefined : drawnTrouble,
    payDelay: dice.between(5, 90),
    traits: {
      fulfillment: byTikTok ? 'FULFILLMENT_BY_TIKTOK' : 'FULFILLMENT_BY_SELLER',
      shipping,
      type: sort === 'pre-order' ? 'PRE_ORDER' : 'NORMAL',
      sample: sort === 'sample',
      tag: combined ? 'COMBINED' : sort === 'split' ? 'SPLIT' : '',
      domestic: byTikTok || !plan.crossBorder || dice.chance(0.3),
      items: sort === 'split' ? Math.max(items, 2) : items,
      buyer: dice.between(1, 0x7fff_ffff),
      ...(sort === 'pre-order' ? { releaseAt: createdAt + dice.between(5, 20) * 86_400 } : {}),
    },
  };
}

function neverPaid(dice: Dice, createdAt: Unix, { traits }: Drawn): Course {
  const reached = { UNPAID: createdAt, CANCELLED: createdAt + spell(dice, 24, 48) };
  const cancelled = { reason: 'system_cancel_unpaid_time_out', by: 'SYSTEM' as const };
  return { createdAt, reached, cancelled, traits, legs: [], replacement: false };
}

function readyAfter(plan: Plan, drawn: Drawn, paidAt: Unix): Unix {
  return drawn.traits.releaseAt ?? (plan.market.holdsFirstHour ? paidAt + 3600 : paidAt);
}

function legsOf(dice: Dice, readyAt: Unix, { traits, trouble }: Drawn): readonly Leg[] {
  const wait = trouble === 'late-confirmation' ? spell(dice, 14, 96) : dice.between(1800, 11 * 3600);
  const shippedAt = readyAt + wait;
  if (traits.tag !== 'SPLIT') return [legOf(dice, shippedAt, traits.domestic, trouble)];
  const first = legOf(dice, shippedAt, traits.domestic, undefined);
  return [first, legOf(dice, shippedAt + spell(dice, 4, 30), traits.domestic, trouble)];
}

function reachedBy(dice: Dice, legs: readonly Leg[]): Reached {
  const shipped = legs.map((leg) => leg.shippedAt);
  const reached: { [status in Status]?: Unix } = {
    AWAITING_COLLECTION: Math.max(...shipped),
    IN_TRANSIT: Math.max(...legs.map((leg) => leg.collectedAt)),
  };
  if (legs.length > 1) reached.PARTIALLY_SHIPPING = Math.min(...shipped);
  const cancelled = legs.map((leg) => leg.cancelledAt).filter((at) => at !== undefined);
  const delivered = legs.map((leg) => leg.deliveredAt).filter((at) => at !== undefined);
  if (cancelled.length > 0) return { ...reached, CANCELLED: Math.max(...cancelled, ...delivered) };
  const deliveredAt = Math.max(...delivered);
  return { ...reached, DELIVERED: deliveredAt, COMPLETED: deliveredAt + spell(dice, 7 * 24, 14 * 24) };
}

/** The order's own scans before any carrier has it, then every leg's. */
export function scansOf(course: Course): readonly Scan[] {
  const placed: Scan[] = course.paidAt === undefined ? [] : [{ at: course.paidAt, stage: 'placed' }];
  const legs = course.legs.flatMap((leg): Scan[] => [{ at: leg.shippedAt, stage: 'label-created' }, ...leg.scans]);
  return [...placed, ...legs].toSorted((one, other) => one.at - other.at);
}
