import { describe, expect, it } from 'vitest';
import { hours, instant, minutes } from '../../shared/domain/time.ts';
import { searchAll, searchPage } from './client.ts';
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

  it.each(['ASC', 'DESC'])('ends without a token when the last page is exactly full (%s)', async (order) => {
    const [, second, third] = await searchAll(simulator, {}, { sort_order: 'ASC' });
    const body = { create_time_lt: Number(third?.['create_time']) };
    const full = await searchPage(simulator, body, { page_size: '2', sort_order: order });
    const half = await searchPage(simulator, body, { page_size: '1', sort_order: order });
    expect(Number(second?.['create_time'])).toBeLessThan(body.create_time_lt);
    expect([full.total, full.orders.length, full.next, half.next === '']).toEqual([2, 2, '', false]);
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

  it('shows the orders as they are by then, new ones among them', async () => {
    simulator.setNow(noon);
    const before = new Set(ids(await searchAll(simulator, {})));
    simulator.setNow(instant(noon + hours(20)));
    const body = { update_time_ge: noon / 1000 + 1 };
    const changed = await searchAll(simulator, body, byUpdate);
    expect(ids(changed).some((id) => before.has(id))).toBe(true);
    expect(ids(changed).some((id) => !before.has(id))).toBe(true);
    const since = (await searchAll(simulator, {}, byUpdate)).filter(({ update_time: at }) => Number(at) > noon / 1000);
    expect(ids(changed)).toEqual(ids(since));
    const [newest] = (await searchPage(simulator, {})).orders;
    expect(Number(newest?.['create_time'])).toBeGreaterThan(noon / 1000);
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
