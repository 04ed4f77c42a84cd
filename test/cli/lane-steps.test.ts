import { expect, it } from 'vitest';
import { addSteps, laneSteps, type LaneStep } from '../../infra/cli/lane-steps.ts';
import type { ToldMilestone } from '../../shared/domain/milestone.ts';
import { after, hours, type Instant } from '../../shared/domain/time.ts';
import type { WatchedOrder } from '../../shared/ports/order-book.ts';
import { aShop } from '../support/a-shop.ts';
import { aWatchedOrder } from '../support/a-watched-order.ts';
import { anOrderInTransit, aParcel } from '../support/an-order.ts';
import { at } from '../support/moments.ts';

const monday = at('2026-01-12T12:00:00Z');
const saturday = at('2026-01-17T12:00:00Z');

function traced(start: Instant, ...scans: readonly (readonly [hours: number, told: ToldMilestone])[]): WatchedOrder {
  const order = anOrderInTransit({ parcels: [aParcel({ carrier: 'Evri' })] });
  const trace = {
    scans: scans.map(([wait]) => after(start, hours(wait))),
    milestones: scans.map(([, told]) => told),
  };
  return aWatchedOrder({ order, trace });
}

function learned(...orders: readonly WatchedOrder[]): readonly LaneStep[] {
  const seen = new Map();
  for (const order of orders) addSteps(seen, order, aShop({ sellerType: 'LOCAL', market: 'GB' }));
  return laneSteps(seen);
}

it('measures from one milestone to the next other one; what tells nothing is passed over', () => {
  const order = traced(
    monday,
    [0, 'picked-up'],
    [5, 'unrecognised'],
    [6, 'information-only'],
    [8, 'departed-facility'],
    [9, 'departed-facility'],
    [20, 'out-for-delivery'],
  );
  expect(learned(order).map(({ from, to, median }) => [from, to, median])).toEqual([
    ['picked-up', 'departed-facility', 8],
    ['departed-facility', 'out-for-delivery', 12],
  ]);
});

it('says median and percentiles that were really seen, with their sample', () => {
  const orders = Array.from({ length: 40 }, (_, place) =>
    traced(monday, [0, 'out-for-delivery'], [place + 1, 'delivered']),
  );
  expect(learned(...orders)).toEqual([
    {
      lane: 'domestic',
      carrier: 'Evri',
      from: 'out-for-delivery',
      to: 'delivered',
      sample: 40,
      few: false,
      median: 20,
      p90: 36,
      p95: 38,
      weekdays: [{ day: 1, sample: 40, median: 20 }],
    },
  ]);
});

it('tells weekdays apart by the day on which a step began, and says where there are few', () => {
  const [step] = learned(
    traced(monday, [0, 'picked-up'], [10, 'delivered']),
    traced(saturday, [0, 'picked-up'], [50, 'delivered']),
  );
  expect(step).toMatchObject({
    few: true,
    weekdays: [
      { day: 1, sample: 1, median: 10 },
      { day: 6, sample: 1, median: 50 },
    ],
  });
});

it('leaves out orders with several parcels, whose scans nobody can tell apart', () => {
  const one = traced(monday, [0, 'picked-up'], [10, 'delivered']);
  const parcels = [aParcel({ id: '1' }), aParcel({ id: '2' })];
  expect(learned({ ...one, order: { ...one.order, parcels } })).toEqual([]);
});
