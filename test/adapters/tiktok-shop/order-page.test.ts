import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOrderPage } from '../../../shared/adapters/tiktok-shop/order-page.ts';
import { Rejected } from '../../../shared/ports/errors.ts';
import fixture from '../../fixtures/tiktok-shop/order-list-page.json' with { type: 'json' };
import { aRawOrder, aRawPage } from './a-raw-order.ts';

const byUpdate = { by: 'update_time', first: true } as const;

test('the documented page becomes two slim orders', () => {
  const page = readOrderPage(fixture.data, byUpdate);
  expect(page.malformed).toEqual([]);
  expect(page).toMatchObject({ total: 137, next: 'b3BhcXVlLXRva2VuLW5leHQtcGFnZS0wMDE=', reached: 1767550867000 });
  expect(page.orders[1]).toEqual({
    id: '578229876110094402',
    status: 'IN_TRANSIT',
    createdAt: 1767341730000,
    updatedAt: 1767550867000,
    paidAt: 1767341752000,
    confirmedAt: 1767406200000,
    collectedAt: 1767550867000,
    platform: {
      rts_sla_time: 1767743999000,
      tts_sla_time: 1767830399000,
      delivery_sla_time: 1768003199000,
      shipping_due_time: 1768262399000,
      collection_due_time: 1768435199000,
      delivery_due_time: 1770595199000,
      delivery_option_required_delivery_time: 1768003199000,
      cancel_order_sla_time: 1768262399000,
    },
    fulfilledBy: 'seller',
    shipping: 'tiktok',
    type: 'normal',
    sample: false,
    buyerAskedToCancel: false,
    replacement: false,
    carrier: 'Evri',
    carrierId: '7117858858072016901',
    deliveryOption: 'Standard Shipping',
    warehouse: '7388120045127304965',
    parcels: [{ id: '1160029184470012345', number: 'H01HYA0012345678', carrier: 'Evri' }],
    amount: '9.99',
    currency: 'GBP',
    flags: { address: 'hidden', postcode: 'masked' },
  });
});

describe('how far a page got', () => {
  test('by create time, the last order counts by its create time', () => {
    expect(readOrderPage(fixture.data, { by: 'create_time', first: true }).reached).toBe(1767341730000);
  });

  test('an order that cannot be read still counts by its time', () => {
    const page = readOrderPage(aRawPage([aRawOrder(), aRawOrder({ status: 7, update_time: 1767550999 })]), byUpdate);
    expect(page.reached).toBe(1767550999000);
  });

  test('when its time cannot be read either, the order before it counts', () => {
    const page = readOrderPage(aRawPage([aRawOrder(), aRawOrder({ update_time: 'soon' })]), byUpdate);
    expect(page.reached).toBe(1767550867000);
  });
});

describe('one malformed order is put aside and the page goes on', () => {
  test.each([
    ['a missing create time', aRawOrder({ create_time: undefined }), ['orders[1].create_time']],
    ['a create time of 0', aRawOrder({ create_time: 0 }), ['orders[1].create_time']],
    ['a time in milliseconds', aRawOrder({ rts_sla_time: 1767743999000 }), ['orders[1].rts_sla_time']],
    ['a time as text', aRawOrder({ paid_time: 'yesterday' }), ['orders[1].paid_time']],
    ['a negative time', aRawOrder({ rts_time: -1 }), ['orders[1].rts_time']],
    ['no status', aRawOrder({ status: null }), ['orders[1].status']],
    ['a flag that is a text', aRawOrder({ is_sample_order: 'no' }), ['orders[1].is_sample_order']],
    ['a parcel without an id', aRawOrder({ packages: [{}] }), ['orders[1].packages[0].id']],
    ['line items that are no list', aRawOrder({ line_items: 'two' }), ['orders[1].line_items']],
    ['two faults', aRawOrder({ status: 3, currency: 1, payment: 'x' }), ['orders[1].status', 'orders[1].payment']],
  ])('%s', (_, broken, paths) => {
    const page = readOrderPage(aRawPage([aRawOrder({ id: '1' }), broken, aRawOrder({ id: '3' })]), byUpdate);
    expect(page.orders.map(({ id }) => id)).toEqual(['1', '3']);
    expect(page.malformed).toEqual([{ id: '578229876110094402', updatedAt: 1767550867000, paths }]);
  });

  test.each([
    ['no object', null, ['orders[0]']],
    ['an id that is a number beyond what numbers hold', aRawOrder({ id: 5.7e17, update_time: 0 }), undefined],
    ['an id that is no id', aRawOrder({ id: 'Jane Doe <jane@mail.example>', update_time: [] }), undefined],
  ])('%s: neither id nor time can be read', (_, broken, paths) => {
    expect(readOrderPage(aRawPage([broken]), byUpdate).malformed).toEqual([
      { paths: paths ?? ['orders[0].id', 'orders[0].update_time'] },
    ]);
  });

  test('whatever is put in the place of any field, the page survives and shows no value of it', () => {
    const keys = Object.keys(aRawOrder());
    const value = fc.oneof(fc.constant('MARKER'), fc.constant({ MARKER: 'MARKER' }), fc.constant(['MARKER']));
    fc.assert(
      fc.property(fc.constantFrom(...keys), value, (key, spoiled) => {
        const page = readOrderPage(aRawPage([aRawOrder({ id: '1' }), aRawOrder({ [key]: spoiled })]), byUpdate);
        expect(page.orders.length + page.malformed.length).toBe(2);
        expect(page.orders[0]?.id).toBe('1');
        expect(JSON.stringify(page.malformed.map(({ paths }) => paths))).not.toContain('MARKER');
      }),
    );
  });
});

describe('a page that is none is an error', () => {
  test.each([
    ['no data', null, 'data'],
    ['orders that are no list', { orders: {} }, 'data.orders'],
    ['a total that is a text', { orders: [], total_count: 'many' }, 'data.total_count'],
    ['no orders though more are announced', { next_page_token: 'x', total_count: 4 }, 'data.orders'],
    ['no orders on the first page of four', { total_count: 4 }, 'data.orders'],
  ])('%s', (_, data, path) => {
    expect(() => readOrderPage(data, byUpdate)).toThrow(new Rejected(`order search: unreadable at ${path}`));
  });
});

describe('an empty page', () => {
  test.each([
    ['nothing found', { orders: [], total_count: 0, next_page_token: '' }, true, 0],
    ['nothing found, and no list', { total_count: 0 }, true, 0],
    ['nothing found, with nulls', { orders: null, total_count: null, next_page_token: null }, true, 0],
    ['a last page after full ones', { total_count: 200 }, false, 200],
  ])('%s', (_, data, first, total) => {
    expect(readOrderPage(data, { by: 'update_time', first })).toEqual({ orders: [], malformed: [], total });
  });
});

test('a page token is opaque: it goes back exactly as it came', () => {
  const page = readOrderPage(aRawPage([aRawOrder()], { next_page_token: ' a+/=\n' }), byUpdate);
  expect(page.next).toBe(' a+/=\n');
});
