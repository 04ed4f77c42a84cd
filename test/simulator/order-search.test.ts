import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hours, instant, minutes } from '../../shared/domain/time.ts';
import { searchAll, searchPage, call } from './client.ts';
import type { Wire } from './client.ts';
import { aShop, aSimulator, noon } from './world.ts';

const byUpdate = { sort_field: 'update_time', sort_order: 'ASC' };

function ids(orders: readonly Wire[]): readonly unknown[] {
  return orders.map(({ id }) => id);
}

function times(orders: readonly Wire[], field: string): readonly number[] {
  return orders.map((order) => Number(order[field]));
}

function ascending(list: readonly number[]): readonly number[] {
  return list.toSorted((one, other) => one - other);
}

describe('paging', async () => {
  const simulator = await aSimulator({ shops: [aShop({ orders: { from: 'generator', open: 90, historyDays: 20 } })] });

  it('gives every order once, whatever the page size and direction', async () => {
    const whole = ids(await searchAll(simulator, {}, byUpdate));
    expect(whole.length).toBeGreaterThan(300);
    expect(new Set(whole).size).toBe(whole.length);
    const small = ids(await searchAll(simulator, {}, { ...byUpdate, page_size: '37' }));
    const backwards = ids(await searchAll(simulator, {}, { ...byUpdate, sort_order: 'DESC', page_size: '50' }));
    expect(small).toEqual(whole);
    expect(backwards.toReversed()).toEqual(whole);
  });

  it('counts the whole window on every page and ends with an empty token', async () => {
    const first = await searchPage(simulator, {}, { ...byUpdate, page_size: '100' });
    const second = await searchPage(simulator, {}, { ...byUpdate, page_size: '100', page_token: first.next });
    expect([first.orders.length, second.orders.length]).toEqual([100, 100]);
    expect(second.total).toBe(first.total);
    expect(first.total).toBe((await searchAll(simulator, {}, byUpdate)).length);
    const none = await searchPage(simulator, { update_time_ge: noon / 1000 + 1 }, byUpdate);
    expect(none).toEqual({ orders: [], next: '', total: 0 });
  });

  it('ends without a token when the last page is exactly full', async () => {
    const { total } = await searchPage(simulator, {}, byUpdate);
    const half = searchPage(simulator, { create_time_ge: 1 }, { page_size: '1' });
    expect((await half).next).not.toBe('');
    const [oldest] = await searchAll(simulator, {}, { sort_order: 'ASC' });
    const created = Number(oldest?.['create_time']);
    const page = await searchPage(simulator, { create_time_lt: created + 1 }, { page_size: '1' });
    expect([page.total, page.next, total > 1]).toEqual([1, '', true]);
  });

  it('answers a page the same whichever other pages were asked before', async () => {
    const first = await searchPage(simulator, {}, { ...byUpdate, page_size: '20' });
    await searchAll(simulator, {}, { page_size: '70' });
    await searchPage(simulator, { order_status: 'IN_TRANSIT' }, byUpdate);
    expect(await searchPage(simulator, {}, { ...byUpdate, page_size: '20' })).toEqual(first);
  });

  it.each([
    ['a token of another filter', { update_time_ge: 5 }, byUpdate],
    ['a token of another sort', {}, { ...byUpdate, sort_order: 'DESC' }],
    ['a token of another field', {}, { sort_order: 'ASC' }],
  ])('refuses %s', async (_, body, query) => {
    const { next } = await searchPage(simulator, {}, { ...byUpdate, page_size: '10' });
    await expect(searchPage(simulator, body, { ...query, page_token: next })).rejects.toThrow('36009004');
  });

  it('has tokens with characters that need encoding', async () => {
    const { next } = await searchPage(simulator, {}, { page_size: '1' });
    expect(next).toMatch(/^[A-Za-z0-9+/]+==$/);
  });
});

describe('paging while the world moves', async () => {
  const simulator = await aSimulator({ shops: [aShop({ orders: { from: 'generator', open: 150, historyDays: 12 } })] });

  it.each(['ASC', 'DESC'])('neither skips nor doubles orders that stay as they are (%s)', async (order) => {
    simulator.setNow(noon);
    const before = await searchAll(simulator, {}, byUpdate);
    const unchanged = new Map(before.map((found) => [found['id'], found['update_time']]));
    const moving = await searchAll(simulator, {}, { ...byUpdate, sort_order: order, page_size: '40' }, () => {
      simulator.setNow(instant(simulator.now() + minutes(20)));
    });
    const after = await searchAll(simulator, {}, byUpdate);
    const still = after.filter((found) => unchanged.get(found['id']) === found['update_time']);
    expect(still.length).toBeLessThan(before.length);
    const seen = ids(moving);
    for (const { id } of still) expect(seen.filter((other) => other === id)).toEqual([id]);
  });

  it('hands every change to one of two neighbouring windows', async () => {
    simulator.setNow(noon);
    const cut = noon / 1000 - 3600;
    const early = await searchAll(simulator, { update_time_lt: cut }, byUpdate);
    const late = await searchAll(simulator, { update_time_ge: cut }, byUpdate);
    const both = await searchAll(simulator, {}, byUpdate);
    expect([...ids(early), ...ids(late)]).toEqual(ids(both));
    expect(late.length).toBeGreaterThan(0);
  });

  it('shows the newest first unless asked otherwise', async () => {
    const { orders } = await searchPage(simulator, {});
    expect(times(orders, 'create_time')).toEqual(ascending(times(orders, 'create_time')).toReversed());
  });
});

describe('filters', async () => {
  const simulator = await aSimulator({
    shops: [aShop({ region: 'TH', orders: { from: 'generator', open: 80, historyDays: 15 } })],
  });
  const all = await searchAll(simulator, {}, byUpdate);
  const sample = all[40] ?? {};
  const [from, before] = [noon / 1000 - hours(60) / 1000, noon / 1000 - hours(20) / 1000];

  it.each<[string, Wire, (order: Wire) => boolean]>([
    ['a status', { order_status: 'IN_TRANSIT' }, ({ status }) => status === 'IN_TRANSIT'],
    ['TikTok shipping', { shipping_type: 'TIKTOK' }, ({ shipping_type: shipping }) => shipping === 'TIKTOK'],
    ['one buyer', { buyer_user_id: sample['user_id'] }, ({ user_id: user }) => user === sample['user_id']],
    ['a request to cancel', { is_buyer_request_cancel: true }, ({ is_buyer_request_cancel: asked }) => asked === true],
    [
      'a warehouse',
      { warehouse_ids: [sample['warehouse_id']] },
      ({ warehouse_id: id }) => id === sample['warehouse_id'],
    ],
    [
      'create times, the first bound within and the last one not',
      { create_time_ge: from, create_time_lt: before },
      ({ create_time: at }) => Number(at) >= from && Number(at) < before,
    ],
    [
      'update times and a status together',
      { update_time_ge: from, update_time_lt: before, order_status: 'DELIVERED' },
      ({ update_time: at, status }) => Number(at) >= from && Number(at) < before && status === 'DELIVERED',
    ],
  ])('by %s', async (_, body, matches) => {
    const expected = all.filter(matches);
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(all.length);
    expect(ids(await searchAll(simulator, body, byUpdate))).toEqual(ids(expected));
  });

  it('keeps bounds that fall on an order at the documented side', async () => {
    const at = Number(sample['update_time']);
    const found = ids(await searchAll(simulator, { update_time_ge: at, update_time_lt: at + 1 }, byUpdate));
    expect(found).toContain(sample['id']);
    const outside = ids(await searchAll(simulator, { update_time_lt: at }, byUpdate));
    expect(outside).not.toContain(sample['id']);
  });
});

describe('the order object', async () => {
  const simulator = await aSimulator();
  const fixture = JSON.parse(
    readFileSync(new URL('../fixtures/tiktok-shop/order-list-page.json', import.meta.url), 'utf8'),
  ) as { readonly data: { readonly orders: readonly Wire[] } };

  it.each(['AWAITING_SHIPMENT', 'IN_TRANSIT'])('has every field of the documented example in %s', async (status) => {
    const example = fixture.data.orders.find((order) => order['status'] === status) ?? {};
    const query = { page_size: '100' };
    const { orders } = await searchPage(
      simulator,
      { order_status: status, shipping_type: example['shipping_type'] },
      query,
    );
    expect(orders.length).toBeGreaterThan(0);
    for (const order of orders) {
      expect(shapeOf(order)).toEqual(expect.objectContaining(shapeOf(example)));
      for (const part of ['payment', 'recipient_address'] as const) {
        expect(shapeOf(order[part] as Wire)).toEqual(expect.objectContaining(shapeOf(example[part] as Wire)));
      }
      const [item] = order['line_items'] as readonly [Wire];
      expect(shapeOf(item)).toEqual(expect.objectContaining(shapeOf((example['line_items'] as readonly [Wire])[0])));
    }
  });

  it('says in the detail what it says in the list, and how it was paid', async () => {
    const { orders } = await searchPage(simulator, {}, { page_size: '50' });
    for (const version of ['202309', '202507']) {
      const answer = await call(simulator, `/order/${version}/orders`, { query: { ids: ids(orders).join(',') } });
      const detailed = answer.data['orders'] as readonly Wire[];
      const onlyHere = new Set(['payment_method_code', 'payment_card_type', 'payment_auth_code']);
      expect(
        detailed.map((order) => Object.fromEntries(Object.entries(order).filter(([field]) => !onlyHere.has(field)))),
      ).toEqual(orders);
      expect(detailed[0]).toHaveProperty('payment_method_code');
    }
  });

  it('carries money as decimal strings whose sum is right', async () => {
    const { orders } = await searchPage(simulator, {});
    for (const { payment } of orders) {
      const { sub_total: part, shipping_fee: fee, total_amount: total } = payment as Record<string, string>;
      expect(total).toMatch(/^\d+\.\d\d$/);
      expect(Math.abs(Number(part) + Number(fee) - Number(total))).toBeLessThan(0.011);
    }
  });
});

function shapeOf(part: Wire): Record<string, string> {
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, typeof value]));
}
