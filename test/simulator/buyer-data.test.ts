import { describe, expect, it } from 'vitest';
import { buyerMarkers } from '../../infra/local/simulator/wire/recipient.ts';
import { call, searchAll } from './client.ts';
import type { Wire } from './client.ts';
import { aShop, aSimulator } from './world.ts';

const regions = ['GB', 'US', 'TH', 'BR', 'JP'];
const simulator = await aSimulator({
  shops: regions.map((region) => aShop({ region, orders: { from: 'generator', open: 150, historyDays: 15 } })),
});

async function ordersOf(region: string): Promise<readonly Wire[]> {
  const shop = regions.indexOf(region);
  const found: Wire[] = [];
  for (const status of ['UNPAID', 'ON_HOLD', 'AWAITING_SHIPMENT', 'AWAITING_COLLECTION', 'IN_TRANSIT', 'CANCELLED']) {
    const { data } = await call(simulator, '/order/202309/orders/search', {
      shop,
      body: { order_status: status },
      query: { page_size: '100' },
    });
    found.push(...(data['orders'] as readonly Wire[]));
  }
  return found;
}

function hasMarker(text: string): boolean {
  return buyerMarkers.some((marker) => text.toLowerCase().includes(marker));
}

function addressOf(order: Wire): Record<string, string> {
  return order['recipient_address'] as Record<string, string>;
}

describe.each(regions)('buyer data in %s', async (region) => {
  const orders = await ordersOf(region);
  const open = orders.filter((order) => order['shipping_type'] === 'SELLER' && order['status'] === 'IN_TRANSIT');

  it('carries a marker in each of its pieces, so that a leak of any one is found', () => {
    expect(open.length).toBeGreaterThan(10);
    for (const order of open) {
      const address = addressOf(order);
      const pieces = [
        order['user_id'],
        order['buyer_email'],
        address['name'],
        address['phone_number'],
        address['full_address'],
      ];
      const lines = [address['address_line1'], address['address_detail'], address['last_name']];
      const optional = [order['buyer_message'], address['address_line2'], order['cpf'], order['cpf_name']];
      for (const piece of [...pieces, ...lines, ...optional]) {
        if (piece === undefined || piece === '') continue;
        expect([piece, hasMarker(piece as string)]).toEqual([piece, true]);
      }
      for (const piece of pieces) expect(piece).toMatch(/./);
    }
  });

  it('stands nowhere else in an order', () => {
    const buyerFields = new Set(['user_id', 'buyer_email', 'buyer_message', 'recipient_address', 'cpf', 'cpf_name']);
    for (const order of orders) {
      const rest = Object.fromEntries(Object.entries(order).filter(([field]) => !buyerFields.has(field)));
      expect(hasMarker(JSON.stringify(rest))).toBe(false);
    }
  });

  it('is masked where TikTok ships, with the region still readable', () => {
    const masked = orders.filter((order) => order['shipping_type'] === 'TIKTOK' && order['status'] === 'IN_TRANSIT');
    expect(masked.length).toBeGreaterThan(10);
    for (const order of masked) {
      expect(hasMarker(JSON.stringify(order['recipient_address']))).toBe(false);
      expect(addressOf(order)).toEqual(expect.objectContaining({ region_code: region }));
      expect(addressOf(order)['postal_code']).toMatch(/^.{1,3} \*\*\*$/);
      expect(addressOf(order)['address_line1']).toBe('***');
    }
  });

  it('is absent while an order may still go away, and masked then in the US', () => {
    const early = orders.filter(({ status }) => status === 'UNPAID' || status === 'ON_HOLD');
    for (const order of early) {
      if (region === 'US') expect(addressOf(order)['name']).toMatch(/^.\*\*\*/);
      else expect(order).not.toHaveProperty('recipient_address');
    }
    if (region === 'GB' || region === 'US') expect(early.length).toBeGreaterThan(0);
  });
});

describe('addresses', () => {
  it('are now and then written in Chinese, in Thai, or with a postal code that cannot be', async () => {
    const clear = (await Promise.all(['GB', 'TH'].map((region) => ordersOf(region))))
      .flat()
      .filter((order) => order['shipping_type'] === 'SELLER' && order['recipient_address'] !== undefined)
      .map((order) => addressOf(order));
    expect(clear.some(({ address_line1: line = '' }) => /\p{Script=Han}/u.test(line))).toBe(true);
    expect(clear.some(({ address_line1: line = '' }) => /\p{Script=Thai}/u.test(line))).toBe(true);
    expect(clear.some(({ postal_code: code = '' }) => !/\d{3}|^[A-Z]{1,2}\d/.test(code))).toBe(true);
  });

  it('are the same whenever the same order is asked for', async () => {
    const [one, again] = [await searchAll(simulator, {}), await searchAll(simulator, {}, { page_size: '13' })];
    expect(again).toEqual(one);
  });
});

describe('traces', () => {
  it('are free text in the languages of the lane, newest first, and never name the buyer', async () => {
    const texts: string[] = [];
    for (const region of ['GB', 'TH']) {
      const shop = regions.indexOf(region);
      const moving = (await ordersOf(region)).filter(({ status }) => status === 'IN_TRANSIT').slice(0, 40);
      for (const { id } of moving) {
        const { data } = await call(simulator, `/fulfillment/202309/orders/${String(id)}/tracking`, { shop });
        const scans = data['tracking'] as readonly {
          readonly description: string;
          readonly update_time_millis: number;
        }[];
        const times = scans.map(({ update_time_millis: at }) => at);
        expect(times).toEqual(times.toSorted((one, other) => other - one));
        expect(times.every((at) => at <= simulator.now() && at > 1.6e12)).toBe(true);
        texts.push(...scans.map(({ description }) => description));
      }
    }
    const all = texts.join('');
    expect([/[a-z]/.test(all), /\p{Script=Han}/u.test(all), /\p{Script=Thai}/u.test(all)]).toEqual([true, true, true]);
    expect(all).not.toMatch(/[{}]/);
    expect(hasMarker(all)).toBe(false);
  });
});
