import { describe, expect, it } from 'vitest';
import { HistoryError } from '../../infra/local/simulator/history/csv-rows.ts';
import { instant } from '../../shared/domain/time.ts';
import { call, searchAll } from './client.ts';
import type { Wire } from './client.ts';
import { aSimulator } from './world.ts';

const header =
  'order_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date';

function hexId(row: number): string {
  return row.toString(16).padStart(32, 'a');
}

interface Row {
  readonly status?: string;
  readonly purchased: string;
  readonly approved?: string;
  readonly carrier?: string;
  readonly customer?: string;
}

function csv(rows: readonly Row[]): string {
  const lines = rows.map(({ status = 'delivered', purchased, approved = '', carrier = '', customer = '' }, row) =>
    [hexId(row), status, purchased, approved, carrier, customer, '2018-03-20 00:00:00'].join(','),
  );
  return [header, ...lines].join('\n');
}

function unix(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}Z`) / 1000;
}

async function historyAt(text: string, at: string): Promise<Awaited<ReturnType<typeof aSimulator>>> {
  const now = instant(unix(at) * 1000);
  return aSimulator({ now, shops: [{ region: 'BR', orders: { from: 'history', text } }] });
}

async function ordersAt(text: string, at: string): Promise<readonly Wire[]> {
  return searchAll(await historyAt(text, at), {}, { sort_order: 'ASC' });
}

const usual: Row = {
  purchased: '2018-03-01 10:00:00',
  approved: '2018-03-01 11:00:00',
  carrier: '2018-03-03 12:00:00',
  customer: '2018-03-09 15:30:00',
};

/** The fields that rows decide; everything absent must be absent on the wire. */
function decided(order: Wire | undefined): Wire {
  const { status, create_time: created, paid_time: paid, update_time: updated, rts_time: confirmed } = order ?? {};
  return {
    status,
    created,
    paid,
    updated,
    confirmed,
    collected: order?.['collection_time'],
    delivered: order?.['delivery_time'],
  };
}

describe('a usual row', () => {
  const base = {
    created: unix(usual.purchased),
    paid: unix(usual.purchased),
    confirmed: undefined,
    collected: undefined,
    delivered: undefined,
  };
  const confirmed = unix(usual.approved ?? '');
  const collected = unix(usual.carrier ?? '');
  const delivered = unix(usual.customer ?? '');

  it.each<[string, string, Wire]>([
    ['purchased only', '2018-03-01 10:59:59', { ...base, status: 'AWAITING_SHIPMENT', updated: base.created }],
    ['approved', '2018-03-01 11:00:00', { ...base, status: 'AWAITING_COLLECTION', updated: confirmed, confirmed }],
    ['handed over', '2018-03-03 12:00:00', { ...base, status: 'IN_TRANSIT', updated: collected, confirmed, collected }],
    [
      'delivered',
      '2018-03-09 15:30:00',
      { ...base, status: 'DELIVERED', updated: delivered, confirmed, collected, delivered },
    ],
    [
      'a year on',
      '2019-03-09 15:30:00',
      { ...base, status: 'DELIVERED', updated: delivered, confirmed, collected, delivered },
    ],
  ])('%s', async (_, at, expected) => {
    const orders = await ordersAt(csv([usual]), at);
    expect(orders.length).toBe(1);
    expect(orders[0]?.['id']).toBe(hexId(0));
    expect(decided(orders[0])).toEqual(expected);
  });

  it('does not exist before its purchase', async () => {
    expect(await ordersAt(csv([usual]), '2018-03-01 09:59:59')).toEqual([]);
  });

  it('carries the promised date as its only deadline', async () => {
    const [order] = await ordersAt(csv([usual]), '2018-03-10 00:00:00');
    const deadlines = Object.keys(order ?? {}).filter((field) =>
      /sla_time|due_time|cut_off|required_delivery/.test(field),
    );
    expect(deadlines).toEqual(['delivery_sla_time']);
    expect(order?.['delivery_sla_time']).toBe(unix('2018-03-20 00:00:00'));
  });

  it('is traced at its hand-over and its delivery, as far as they have happened', async () => {
    const simulator = await historyAt(csv([usual]), '2018-03-03 11:59:59');
    async function scans(): Promise<readonly unknown[]> {
      const answer = await call(simulator, `/fulfillment/202309/orders/${hexId(0)}/tracking`);
      return (answer.data['tracking'] as readonly Wire[]).map(({ update_time_millis: at }) => at);
    }
    expect(await scans()).toEqual([]);
    simulator.setNow(instant(collected * 1000));
    expect(await scans()).toEqual([collected * 1000]);
    simulator.setNow(instant(delivered * 1000));
    expect(await scans()).toEqual([delivered * 1000, collected * 1000]);
  });
});

describe('weird rows', () => {
  it.each<[string, Row, string, Wire]>([
    [
      'approved after the hand-over: the hand-over counts, the approval is the latest event',
      { purchased: '2018-03-01 10:00:00', approved: '2018-03-05 00:00:00', carrier: '2018-03-03 00:00:00' },
      '2018-03-06 00:00:00',
      { status: 'IN_TRANSIT', updated: unix('2018-03-05 00:00:00'), confirmed: unix('2018-03-05 00:00:00') },
    ],
    [
      'the same before the approval: in transit, never confirmed',
      { purchased: '2018-03-01 10:00:00', approved: '2018-03-05 00:00:00', carrier: '2018-03-03 00:00:00' },
      '2018-03-04 00:00:00',
      { status: 'IN_TRANSIT', updated: unix('2018-03-03 00:00:00'), confirmed: undefined },
    ],
    [
      'never approved, yet handed over',
      { purchased: '2018-03-01 10:00:00', carrier: '2018-03-03 00:00:00' },
      '2018-03-04 00:00:00',
      { status: 'IN_TRANSIT', confirmed: undefined, collected: unix('2018-03-03 00:00:00') },
    ],
    [
      'delivered before the hand-over',
      {
        purchased: '2018-03-01 10:00:00',
        approved: '2018-03-01 11:00:00',
        carrier: '2018-03-08 00:00:00',
        customer: '2018-03-06 00:00:00',
      },
      '2018-03-07 00:00:00',
      { status: 'DELIVERED', updated: unix('2018-03-06 00:00:00'), collected: undefined },
    ],
    [
      'delivered before the hand-over, after both: still delivered, updated by the hand-over',
      {
        purchased: '2018-03-01 10:00:00',
        approved: '2018-03-01 11:00:00',
        carrier: '2018-03-08 00:00:00',
        customer: '2018-03-06 00:00:00',
      },
      '2018-03-09 00:00:00',
      { status: 'DELIVERED', updated: unix('2018-03-08 00:00:00'), collected: unix('2018-03-08 00:00:00') },
    ],
    [
      'delivered and never handed over',
      { purchased: '2018-03-01 10:00:00', approved: '2018-03-01 11:00:00', customer: '2018-03-06 00:00:00' },
      '2018-03-07 00:00:00',
      { status: 'DELIVERED', collected: undefined, delivered: unix('2018-03-06 00:00:00') },
    ],
    [
      'approved before the purchase',
      { purchased: '2018-03-02 00:00:00', approved: '2018-03-01 00:00:00' },
      '2018-03-02 00:00:00',
      { status: 'AWAITING_COLLECTION', created: unix('2018-03-02 00:00:00'), updated: unix('2018-03-02 00:00:00') },
    ],
  ])('%s', async (_, row, at, expected) => {
    const [order] = await ordersAt(csv([row]), at);
    const shown = decided(order);
    expect(Object.fromEntries(Object.keys(expected).map((key) => [key, shown[key]]))).toEqual(expected);
  });

  it('whose final status is canceled or unavailable are left out, all others stay', async () => {
    const names = ['canceled', 'unavailable', 'shipped', 'invoiced', 'processing', 'created', 'approved', 'delivered'];
    const orders = await ordersAt(csv(names.map((status) => ({ ...usual, status }))), '2018-06-01 00:00:00');
    expect(orders.map(({ id }) => id)).toEqual([2, 3, 4, 5, 6, 7].map((row) => hexId(row)));
  });

  it('may stand in any order in the file', async () => {
    const rows = ['2018-03-04', '2018-03-01', '2018-03-03'].map((day) => ({ purchased: `${day} 00:00:00` }));
    const simulator = await historyAt(csv(rows), '2018-03-03 12:00:00');
    expect((await searchAll(simulator, {}, { sort_order: 'ASC' })).map(({ id }) => id)).toEqual([hexId(1), hexId(2)]);
    const { data } = await call(simulator, '/order/202309/orders', { query: { ids: `${hexId(0)},${hexId(2)}` } });
    expect((data['orders'] as readonly Wire[]).map(({ id }) => id)).toEqual([hexId(2)]);
  });

  it('may be quoted, with Windows line ends and a byte order mark', async () => {
    const quoted = csv([usual])
      .replaceAll(/[^,\n]+/g, '"$&"')
      .replaceAll('\n', '\r\n');
    expect((await ordersAt(`\uFEFF${quoted}\r\n`, '2018-06-01 00:00:00')).length).toBe(1);
  });

  it('keep their parcel: search, detail and order name the same one', async () => {
    const simulator = await historyAt(csv([usual]), '2018-03-04 00:00:00');
    const [order] = await searchAll(simulator, {});
    const found = await call(simulator, '/fulfillment/202309/packages/search', { body: {}, query: { page_size: '5' } });
    const [parcel] = found.data['packages'] as readonly Wire[];
    expect(order?.['packages']).toEqual([{ id: parcel?.['id'] }]);
    const detail = await call(simulator, `/fulfillment/202309/packages/${String(parcel?.['id'])}`);
    expect([detail.data['package_id'], detail.data['package_status']]).toEqual([parcel?.['id'], 'FULFILLING']);
  });
});

describe('a malformed file', () => {
  const good = csv([usual, usual]);
  it.each([
    [
      'a missing column',
      good.replace('order_approved_at', 'approved'),
      'orders: line 1, column order_approved_at: is missing',
    ],
    [
      'a day that does not exist',
      good.replace('2018-03-01 11', '2018-02-30 11'),
      'line 2, column order_approved_at: "2018-02-30 11:00:00" is not a time',
    ],
    [
      'an hour that does not exist',
      csv([usual, { ...usual, carrier: '2018-03-03 25:00:00' }]),
      'line 3, column order_delivered_carrier_date',
    ],
    [
      'a date in another form',
      good.replace('2018-03-09 15:30:00', '09/03/2018'),
      'column order_delivered_customer_date: "09/03/2018"',
    ],
    ['no purchase', csv([{ ...usual, purchased: '' }]), 'line 2, column order_purchase_timestamp: is empty'],
    ['no id', good.replace(hexId(1), ''), 'line 3, column order_id: is empty'],
    ['an id twice', good.replace(hexId(1), hexId(0)), 'line 3, column order_id: repeats'],
    ['a short line', `${good}\nabc,delivered`, 'line 4, column order_purchase_timestamp: is missing'],
    ['an open quote', `${good}\n"abc,delivered`, 'line 4: field 1 is not well quoted'],
    ['an empty file', '', 'line 1, column order_id: is missing'],
  ])('says where: %s', async (_, text, message) => {
    const start = historyAt(text, '2018-03-04 00:00:00');
    await expect(start).rejects.toThrow(HistoryError);
    await expect(start).rejects.toThrow(message);
  });
});
