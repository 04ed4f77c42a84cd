import { describe, expect, it } from 'vitest';
import { defaultShares } from '../../infra/local/simulator/generator/shares.ts';
import { hours, instant } from '../../shared/domain/time.ts';
import { call, searchAll } from './client.ts';
import type { Wire } from './client.ts';
import { aShop, aSimulator, noon } from './world.ts';

type Simulator = Awaited<ReturnType<typeof aSimulator>>;

const inTransit = { order_status: 'IN_TRANSIT' };
const troubled = { ...defaultShares, stale: 0.3, silent: 0.1, 'late-pick-up': 0 };

function shopOf(simulator: Simulator): string {
  return simulator.shops[0]?.id ?? '';
}

async function readTrace(simulator: Simulator, order: Wire): Promise<number> {
  const { data } = await call(simulator, `/fulfillment/202309/orders/${String(order['id'])}/tracking`);
  return Math.max(0, ...(data['tracking'] as readonly Wire[]).map(({ update_time_millis: at }) => Number(at)));
}

describe('the fewest searches', async () => {
  const simulator = await aSimulator({ shops: [aShop({ orders: { from: 'generator', open: 200, historyDays: 20 } })] });
  const shop = shopOf(simulator);

  it.each([
    ['an hour', noon - hours(1), noon],
    ['two days', noon - hours(48), noon],
    ['everything', 0, noon],
    ['nothing', noon, noon],
  ])('are those that page through the changes of %s', async (_, from, to) => {
    const { changed, search } = simulator.minimum({ shop, from: instant(from), to: instant(to) });
    const body = { update_time_ge: Math.floor(from / 1000) + 1, update_time_lt: Math.floor(to / 1000) + 1 };
    const found = await searchAll(simulator, body, { page_size: '100' });
    expect(changed).toBe(found.length);
    expect(search).toBe(Math.max(1, Math.ceil(found.length / 100)));
  });

  it('count an update at the end of the window and leave out one at its beginning', async () => {
    const [order] = await searchAll(simulator, {}, { sort_field: 'update_time' });
    const at = instant(Number(order?.['update_time']) * 1000);
    expect(simulator.minimum({ shop, from: instant(at - 1), to: at }).changed).toBeGreaterThan(0);
    const after = simulator.minimum({ shop, from: at, to: instant(noon) });
    expect(after.changed).toBe(0);
  });

  it('are asked for of a shop that exists', () => {
    expect(() => simulator.minimum({ shop: 'nobody', from: noon, to: noon })).toThrow('no shop nobody');
  });
});

describe('the fewest trace reads', async () => {
  const orders = { from: 'generator', open: 150, historyDays: 30, shares: troubled } as const;
  const simulator = await aSimulator({ shops: [aShop({ orders })] });
  const window = { shop: shopOf(simulator), from: instant(noon - hours(1)), to: noon };

  it('at a first look are the orders collected more than 48 h ago', async () => {
    const moving = await searchAll(simulator, inTransit);
    const old = moving.filter((order) => noon - Number(order['collection_time']) * 1000 > hours(48));
    expect(old.length).toBeGreaterThan(10);
    expect(simulator.minimum(window)).toEqual(expect.objectContaining({ tracking: old.length }));
    expect(simulator.minimum(window).trackingByTikTok).toBe(
      old.filter((order) => order['fulfillment_type'] === 'FULFILLMENT_BY_TIKTOK').length,
    );
  });

  it('after the traces were read are those that were really silent', async () => {
    const moving = await searchAll(simulator, inTransit);
    let silent = 0;
    for (const order of moving) {
      const sign = Math.max(await readTrace(simulator, order), Number(order['collection_time']) * 1000);
      if (noon - sign > hours(48)) silent += 1;
    }
    expect(silent).toBeGreaterThan(3);
    const minimum = simulator.minimum(window);
    expect([minimum.tracking, minimum.total]).toEqual([silent, silent + minimum.search]);
  });

  it('later follow from what was known at the last reading, not from what has happened since', async () => {
    simulator.setNow(instant(noon + hours(49)));
    const moving = await searchAll(simulator, inTransit);
    // Whatever was read 49 hours ago is older than 48 hours by now.
    const due = moving.filter((order) => Number(order['collection_time']) * 1000 < noon + hours(1));
    expect(simulator.minimum({ ...window, to: simulator.now() }).tracking).toBe(due.length);
    simulator.setNow(noon);
  });

  it('do not count an answer that never arrived whole as read', async () => {
    const fresh = await aSimulator({ shops: [aShop({ orders })] });
    const before = fresh.minimum(window).tracking;
    const moving = await searchAll(fresh, inTransit);
    fresh.faults.set({ kind: 'truncated', endpoint: 'tracking' });
    for (const { id } of moving.slice(0, 20)) await call(fresh, `/fulfillment/202309/orders/${String(id)}/tracking`);
    expect(fresh.minimum(window).tracking).toBe(before);
  });

  it('can be asked for a watcher with knowledge of its own', () => {
    expect(simulator.minimum({ ...window, knows: () => noon }).tracking).toBe(0);
    const moving = simulator.minimum({ ...window, knows: () => instant(0) }).tracking;
    expect(moving).toBeGreaterThan(simulator.minimum(window).tracking);
  });
});

describe('the line of 48 hours', () => {
  it('is passed strictly after its instant', async () => {
    const collected = Date.parse('2018-03-03T12:00:00Z');
    const text = [
      'order_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date',
      'a,shipped,2018-03-01 10:00:00,2018-03-01 11:00:00,2018-03-03 12:00:00,,2018-03-20 00:00:00',
    ].join('\n');
    const now = instant(collected + hours(48));
    const simulator = await aSimulator({ now, shops: [{ region: 'BR', orders: { from: 'history', text } }] });
    const window = { shop: shopOf(simulator), from: instant(0), to: instant(now) };
    expect(simulator.minimum(window).tracking).toBe(0);
    simulator.setNow(instant(now + 1000));
    expect(simulator.minimum(window).tracking).toBe(1);
  });
});
