import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalIds } from '../../infra/local/simulator/decimal-ids.ts';
import { generatedOrders } from '../../infra/local/simulator/generator/generated-orders.ts';
import type { Generation } from '../../infra/local/simulator/generator/generated-orders.ts';
import { scansAt, statusAt, statuses, updatedAt } from '../../infra/local/simulator/life.ts';
import type { Life } from '../../infra/local/simulator/life.ts';
import { marketOf } from '../../infra/local/simulator/markets.ts';
import { orderIndex } from '../../infra/local/simulator/order-index.ts';
import { noon } from './world.ts';

const start = noon / 1000;

function generation(over: Partial<Generation> = {}): Generation {
  return {
    seed: 11,
    digits: '4242',
    market: marketOf('GB'),
    crossBorder: true,
    open: 500,
    historyDays: 45,
    start,
    slaFields: true,
    ...over,
  };
}

const regions = ['GB', 'US', 'DE', 'TH', 'MY', 'BR', 'JP'];

describe('order(i)', () => {
  it('is the same however often and in whatever order it is asked for', () => {
    const one = generatedOrders(generation());
    const forwards = Array.from({ length: 200 }, (_, position) => one.life(position));
    const other = generatedOrders(generation());
    const backwards = Array.from({ length: 200 }, (_, position) => other.life(199 - position)).toReversed();
    expect(backwards).toEqual(forwards);
  });

  it('does not depend on when the simulator was started, only on its place in time', () => {
    const early = generatedOrders(generation({ start: start - 86_400 }));
    const late = generatedOrders(generation());
    const life = late.life(100);
    expect(early.life(early.positionOf(life.id) ?? -1)).toEqual(life);
  });

  it('differs between seeds', () => {
    const lives = [11, 12].map((seed) => generatedOrders(generation({ seed })).life(5));
    expect(lives[0]?.reached).not.toEqual(lives[1]?.reached);
  });

  it.each(regions)('has the id, parcels and creation of its own position in %s', (region) => {
    const orders = generatedOrders(generation({ market: marketOf(region) }));
    let before = 0;
    for (let position = 0; position < 150; position += 1) {
      const life = orders.life(position);
      expect(life.id).toMatch(/^57\d{16}$/);
      expect(orders.positionOf(life.id)).toBe(position);
      expect(life.createdAt).toBeGreaterThanOrEqual(before);
      expect(orders.createdAt(position)).toBe(life.createdAt);
      expect(orders.reached(position)).toEqual(life.reached);
      before = life.createdAt;
      for (const parcel of life.parcels) {
        expect(parcel.id).toMatch(/^115\d{16}$/);
        const owner = orders.positionOfParcel(parcel.id) ?? -1;
        expect(orders.life(owner).parcels.map(({ id }) => id)).toContain(parcel.id);
      }
    }
  });

  it('gives ids back to their numbers, and no number to strange ids', () => {
    const ids = decimalIds('571234');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (number) => {
        expect(ids.numberOf(ids.idOf(number))).toBe(number);
      }),
    );
    expect(['571234', '57123412345678901x', '571235000000000000', ''].map((id) => ids.numberOf(id))).toEqual(
      Array.from({ length: 4 }, () => undefined),
    );
  });
});

describe('visible orders', () => {
  it.each([1, 30, 5_000, 400_000])('are exactly those created by then, with %i open', (open) => {
    const orders = generatedOrders(generation({ open, historyDays: 3 }));
    for (let second = 0; second < 40; second += 1) {
      const now = start - 86_400 + second * 977;
      const count = orders.visible(now);
      if (count > 0) expect(orders.createdAt(count - 1)).toBeLessThanOrEqual(now);
      expect(orders.createdAt(count)).toBeGreaterThan(now);
    }
  });

  it('begin with the history', () => {
    const orders = generatedOrders(generation());
    expect(orders.createdAt(0)).toBeGreaterThanOrEqual(start - 45 * 86_400);
    expect(orders.createdAt(0)).toBeLessThan(start - 44 * 86_400);
    expect(orders.visible(start - 46 * 86_400)).toBe(0);
  });

  it.each(['GB', 'US', 'TH'])('hold about as many open ones as asked for in %s', (region) => {
    const index = orderIndex(generatedOrders(generation({ market: marketOf(region), open: 1500 })));
    const { status } = index.standing(start);
    const open = status.filter((slot) => slot < statuses.indexOf('DELIVERED')).length;
    expect(Math.abs(open - 1500)).toBeLessThan(180);
  });
});

/** Asked at every instant at which something happens, and a second before and after. */
function instantsOf(life: Life): readonly number[] {
  const events = [...Object.values(life.reached), ...life.scans.map(({ at }) => at)];
  return events.flatMap((at) => [at - 1, at, at + 1]).filter((now) => now >= life.createdAt);
}

describe.each(['GB', 'US', 'TH'])('a life in %s', (region) => {
  const orders = generatedOrders(generation({ market: marketOf(region) }));
  const lives = Array.from({ length: 150 }, (_, position) => orders.life(position));

  it('goes through its statuses in their order, and never shows the future', () => {
    for (const life of lives) {
      let before = -1;
      for (const now of instantsOf(life).toSorted((one, other) => one - other)) {
        const status = statuses.indexOf(statusAt(life, now));
        expect(status).toBeGreaterThanOrEqual(before);
        before = status;
        expect(updatedAt(life, now)).toBeLessThanOrEqual(now);
        expect(scansAt(life, now).every(({ at }) => at <= now)).toBe(true);
      }
    }
  });

  it('has its events in the order of its statuses', () => {
    for (const life of lives) {
      const happened = statuses.map((status) => life.reached[status]).filter((at) => at !== undefined);
      expect(happened).toEqual(happened.toSorted((one, other) => one - other));
      expect(life.scans.map(({ at }) => at)).toEqual(
        life.scans.map(({ at }) => at).toSorted((one, other) => one - other),
      );
    }
  });

  it('scans no parcel before its pick-up, and nothing after its end', () => {
    for (const life of lives) {
      const carried = life.scans.filter(({ stage }) => stage !== 'placed' && stage !== 'label-created');
      const collected = Math.min(...life.parcels.map(({ collectedAt }) => collectedAt ?? Infinity));
      if (carried.length > 0) expect(carried[0]).toEqual({ at: collected, stage: 'picked-up' });
      const end = life.reached.DELIVERED ?? life.reached.CANCELLED ?? Infinity;
      expect(Math.max(0, ...life.scans.map(({ at }) => at))).toBeLessThanOrEqual(end);
    }
  });

  it('ends within sixty days', () => {
    for (const { createdAt, reached } of lives) {
      expect(Math.max(...Object.values(reached)) - createdAt).toBeLessThan(60 * 86_400);
    }
  });
});

describe('an order index', () => {
  it('agrees with what each life says of itself', () => {
    const orders = generatedOrders(generation({ open: 60 }));
    const index = orderIndex(orders);
    for (const now of [start - 9 * 86_400, start, start - 86_400, start + 86_400]) {
      const standing = index.standing(now);
      expect(standing.count).toBe(orders.visible(now));
      for (let position = 0; position < standing.count; position += 1) {
        const life = orders.life(position);
        expect([
          statuses[standing.status[position] ?? -1],
          standing.updated[position],
          standing.created[position],
        ]).toEqual([statusAt(life, now), updatedAt(life, now), life.createdAt]);
      }
    }
  });
});
