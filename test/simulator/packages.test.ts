import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultShares } from '../../infra/local/simulator/generator/shares.ts';
import { call, searchAll } from './client.ts';
import type { Wire } from './client.ts';
import { aShop, aSimulator, noon } from './world.ts';

type Simulator = Awaited<ReturnType<typeof aSimulator>>;

const shares = { ...defaultShares, split: 0.2, combined: 0.2 };

async function packages(
  simulator: Simulator,
  body: Wire = {},
  query: Record<string, string> = {},
): Promise<readonly Wire[]> {
  const found: Wire[] = [];
  for (let token = ''; ;) {
    const paged = { page_size: '50', ...query, ...(token === '' ? {} : { page_token: token }) };
    const { data } = await call(simulator, '/fulfillment/202309/packages/search', { body, query: paged });
    found.push(...(data['packages'] as readonly Wire[]));
    token = String(data['next_page_token']);
    if (token === '') return found;
  }
}

function parcelIds(order: Wire): readonly string[] {
  return (order['packages'] as readonly { readonly id: string }[]).map(({ id }) => id);
}

describe.each(['GB', 'TH'])('the package search in %s', async (region) => {
  const simulator = await aSimulator({
    shops: [aShop({ region, orders: { from: 'generator', open: 60, historyDays: 15, shares } })],
  });
  const orders = await searchAll(simulator, {});
  const found = await packages(simulator);

  it('lists every parcel of every order once', () => {
    const ids = found.map(({ id }) => String(id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(ids)).toEqual(new Set(orders.flatMap((order) => parcelIds(order))));
  });

  it('names the orders of each parcel as the orders name it', () => {
    for (const parcel of found) {
      const named = (parcel['orders'] as readonly Wire[]).map(({ id }) => id);
      const holders = orders.filter((order) => parcelIds(order).includes(String(parcel['id']))).map(({ id }) => id);
      expect(new Set(named)).toEqual(new Set(holders));
    }
    expect(found.some((parcel) => (parcel['orders'] as readonly Wire[]).length === 2)).toBe(true);
  });

  it('holds exactly the items that the orders put into it', () => {
    const lines = orders.flatMap((order) => order['line_items'] as readonly Wire[]);
    for (const parcel of found) {
      const items = lines.filter((line) => line['package_id'] === parcel['id']).map(({ id }) => id);
      expect(new Set(parcel['order_line_item_ids'] as readonly unknown[])).toEqual(new Set(items));
    }
  });

  it.each(['create_time', 'update_time'])('sorts by %s and pages in small steps', async (field) => {
    const small = await packages(simulator, {}, { sort_field: field, sort_order: 'ASC', page_size: '17' });
    const times = small.map((parcel) => Number(parcel[field]));
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(new Set(small.map(({ id }) => id))).toEqual(new Set(found.map(({ id }) => id)));
  });

  it('filters by status and time', async () => {
    const since = noon / 1000 - 3 * 86_400;
    const body = { package_status: 'FULFILLING', update_time_ge: since };
    const expected = found.filter(({ status, update_time: at }) => status === 'FULFILLING' && Number(at) >= since);
    expect(expected.length).toBeGreaterThan(5);
    expect((await packages(simulator, body)).map(({ id }) => id)).toEqual(
      (await packages(simulator))
        .filter(({ id }) => expected.some((parcel) => parcel['id'] === id))
        .map(({ id }) => id),
    );
  });
});

describe('a package detail', async () => {
  const simulator = await aSimulator();
  const found = await packages(simulator);
  const example = JSON.parse(
    readFileSync(new URL('../fixtures/tiktok-shop/package-detail.json', import.meta.url), 'utf8'),
  ) as { readonly data: Wire };

  it('has every field of the documented example', async () => {
    const { data } = await call(simulator, `/fulfillment/202309/packages/${String(found[0]?.['id'])}`);
    expect(Object.keys(example.data).filter((field) => !(field in data))).toEqual([]);
  });

  it('says what the search says', async () => {
    for (const parcel of found.slice(0, 20)) {
      const { data } = await call(simulator, `/fulfillment/202309/packages/${String(parcel['id'])}`);
      const { package_id: id, package_status: status, ...rest } = data;
      expect({ ...rest, id, status }).toEqual(expect.objectContaining(parcel));
    }
  });

  it('names a second number for the last mile of parcels from China', async () => {
    const details = await Promise.all(
      found.slice(0, 40).map(({ id }) => call(simulator, `/fulfillment/202309/packages/${String(id)}`)),
    );
    const abroad = details.filter(({ data }) => data['shipping_provider_name'] === 'YunExpress');
    expect(abroad.length).toBeGreaterThan(2);
    for (const { data } of abroad) {
      expect(data['tracking_number']).toMatch(/^YT/);
      expect(data['last_mile_tracking_number']).not.toBe(data['tracking_number']);
      expect(data['sender_address']).toEqual(expect.objectContaining({ region_code: 'CN' }));
    }
  });
});
