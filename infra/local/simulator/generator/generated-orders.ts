import { trackingNumber, lineHaulCarriers, localCarriers } from '../carriers.ts';
import { decimalIds } from '../decimal-ids.ts';
import type { DecimalIds } from '../decimal-ids.ts';
import type { Life, ParcelLife, Unix } from '../life.ts';
import type { Market } from '../markets.ts';
import type { OrderSource } from '../order-source.ts';
import { diceAt, seedFrom } from '../random.ts';
import { beginning, courseOf, createdAtOf, scansOf } from './course.ts';
import type { Course, Plan } from './course.ts';
import { deadlinesOf } from './deadlines.ts';
import type { Leg } from './leg.ts';
import { sharesOf } from './shares.ts';
import type { Shares } from './shares.ts';

export interface Generation {
  readonly seed: number;
  /** Four digits that tell this shop's ids from others'. */
  readonly digits: string;
  readonly market: Market;
  readonly crossBorder: boolean;
  /** Orders neither delivered nor cancelled, in the steady state. */
  readonly open: number;
  /** The oldest order shown was created this many days before `start`. */
  readonly historyDays: number;
  readonly start: Unix;
  /** Whether orders carry the platform's deadlines. */
  readonly slaFields: boolean;
  readonly shares?: Partial<Shares>;
}

/** More parcels than any order has, so that order index and parcel place fit into one number. */
const parcelsPerOrder = 4;

export function generatedOrders(generation: Generation): OrderSource {
  const plan = planOf(generation);
  // Even, so that a combined pair is in the history as a whole or not at all.
  const wanted = Math.ceil((generation.start - generation.historyDays * 86_400 - beginning) / plan.interval);
  const first = Math.max(0, wanted + (wanted % 2));
  const orders = decimalIds(`57${generation.digits}`);
  const parcels = decimalIds(`115${generation.digits}`);
  function within(index: number | undefined): number | undefined {
    return index !== undefined && index >= first ? index - first : undefined;
  }
  return {
    visible(now) {
      // Creation is a fraction rounded down, so everything before now + 1 counts.
      const guess = Math.floor((now + 1 - beginning) / plan.interval);
      return Math.max(0, (createdAtOf(plan, guess) <= now ? guess + 1 : guess) - first);
    },
    reached: (position) => courseOf(plan, first + position).reached,
    createdAt: (position) => createdAtOf(plan, first + position),
    life: (position) => lifeOf(generation, plan, first + position, { orders, parcels }),
    positionOf: (order) => within(orders.numberOf(order)),
    positionOfParcel(parcel) {
      const number = parcels.numberOf(parcel);
      return number === undefined ? undefined : within(Math.floor(number / parcelsPerOrder));
    },
  };
}

function planOf(generation: Generation): Plan {
  const { seed, market, crossBorder, open } = generation;
  if (!(open >= 1)) throw new RangeError('open must be at least 1 order');
  const plan = { seed, pairSeed: seedFrom(seed, 'pairs'), market, crossBorder, shares: sharesOf(generation.shares) };
  return { ...plan, interval: meanOpenLife({ ...plan, interval: 86_400 }) / open };
}

/** Little's law: open orders = orders per second × mean seconds open; the mean is taken of the first thousand. */
function meanOpenLife(plan: Plan): number {
  const lives = Array.from({ length: 1000 }, (_, index) => courseOf(plan, index));
  const total = lives.reduce((sum, { createdAt, reached }) => {
    return sum + (reached.DELIVERED ?? reached.CANCELLED ?? createdAt) - createdAt;
  }, 0);
  return total / lives.length;
}

interface Ids {
  readonly orders: DecimalIds;
  readonly parcels: DecimalIds;
}

function lifeOf(generation: Generation, plan: Plan, index: number, ids: Ids): Life {
  const { legs, leader, replacement, ...course } = courseOf(plan, index);
  const together = leader === undefined ? [index] : [leader, leader + 1];
  const parcels = legs.map((leg, place) =>
    parcelOf(generation, course, leg, {
      number: (leader ?? index) * parcelsPerOrder + place,
      id: ids.parcels.idOf((leader ?? index) * parcelsPerOrder + place),
      orders: together.map((number) => ids.orders.idOf(number)),
      items: itemsOf(course.traits.items, legs.length, place),
    }),
  );
  const shippedAt = course.reached.AWAITING_COLLECTION;
  return {
    ...course,
    id: ids.orders.idOf(index),
    ...(replacement && index >= 50 ? { replaces: ids.orders.idOf(index - 50) } : {}),
    deadlines: generation.slaFields ? deadlinesOf(generation.market, course.traits, { ...course, shippedAt }) : {},
    parcels,
    scans: scansOf({ ...course, legs, replacement }),
  };
}

/** The first parcel of a split order takes its first item, the second one the rest. */
function itemsOf(items: number, legs: number, place: number): readonly number[] {
  const all = Array.from({ length: items }, (_, item) => item);
  if (legs === 1) return all;
  return place === 0 ? all.slice(0, 1) : all.slice(1);
}

function parcelOf(
  generation: Generation,
  course: Pick<Course, 'traits' | 'reached'>,
  leg: Leg,
  own: {
    readonly number: number;
    readonly id: string;
    readonly orders: readonly string[];
    readonly items: readonly number[];
  },
): ParcelLife {
  const dice = diceAt(seedFrom(generation.seed, 'parcels'), own.number);
  const { market } = generation;
  const local = dice.pick(localCarriers[market.region] ?? []);
  const carrier = course.traits.domestic ? local : dice.pick(lineHaulCarriers);
  const number = trackingNumber(carrier, dice);
  // US and UK show no parcel before it is shipped; a split or combination exists only from then on.
  const early = !market.holdsFirstHour && course.traits.tag === '';
  return {
    id: own.id,
    carrier,
    number,
    lastMileNumber: course.traits.domestic ? number : trackingNumber(local, dice),
    bornAt: early ? (course.reached.AWAITING_SHIPMENT ?? leg.shippedAt) : leg.shippedAt,
    shippedAt: leg.shippedAt,
    collectedAt: leg.collectedAt,
    ...(leg.deliveredAt === undefined ? {} : { deliveredAt: leg.deliveredAt }),
    ...(leg.cancelledAt === undefined ? {} : { cancelledAt: leg.cancelledAt }),
    items: own.items,
    orders: own.orders,
  };
}
