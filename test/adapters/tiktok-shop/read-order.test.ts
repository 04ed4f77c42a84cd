import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wireOrder } from '../../../shared/adapters/tiktok-shop/order-schema.ts';
import { readOrder } from '../../../shared/adapters/tiktok-shop/read-order.ts';
import { type RawOrder, aRawOrder } from './a-raw-order.ts';

function read(changes: RawOrder = {}) {
  return readOrder(wireOrder.parse(aRawOrder(changes)));
}

describe('a time that does not apply is absent', () => {
  test.each([[0], [null], [''], [undefined]])('%j', (value) => {
    const order = read({ collection_time: value, rts_sla_time: value });
    expect(order.collectedAt).toBeUndefined();
    expect(order.platform.rts_sla_time).toBeUndefined();
  });
});

test('every platform field is kept under its own name', () => {
  const fields = [
    'rts_sla_time',
    'tts_sla_time',
    'delivery_sla_time',
    'shipping_due_time',
    'collection_due_time',
    'delivery_due_time',
    'pick_up_cut_off_time',
    'delivery_option_required_delivery_time',
    'fast_dispatch_sla_time',
    'cancel_order_sla_time',
  ];
  const sent = Object.fromEntries(fields.map((field, at) => [field, 1767000000 + at]));
  const kept = Object.fromEntries(fields.map((field, at) => [field, (1767000000 + at) * 1000]));
  expect(read(sent).platform).toEqual(kept);
});

test('the facts of an order keep their own times', () => {
  const order = read({
    paid_time: 1767000001,
    rts_time: 1767000002,
    collection_time: 1767000003,
    delivery_time: 1767000004,
    cancel_time: 1767000005,
    request_cancel_time: 1767000006,
  });
  expect(order).toMatchObject({
    paidAt: 1767000001000,
    confirmedAt: 1767000002000,
    collectedAt: 1767000003000,
    deliveredAt: 1767000004000,
    cancelledAt: 1767000005000,
    cancelRequestedAt: 1767000006000,
  });
});

describe('words of TikTok', () => {
  test.each([
    ['status', 'PARTIALLY_SHIPPING', 'status', 'PARTIALLY_SHIPPING'],
    ['status', 'CANCELLED', 'status', 'CANCELLED'],
    ['status', 'TELEPORTED', 'status', 'unrecognised'],
    ['fulfillment_type', 'FULFILLMENT_BY_SELLER', 'fulfilledBy', 'seller'],
    ['fulfillment_type', 'FULFILLMENT_BY_TIKTOK', 'fulfilledBy', 'tiktok'],
    ['fulfillment_type', 'FULFILLMENT_BY_DILAYANI_TOKOPEDIA', 'fulfilledBy', 'tiktok'],
    ['fulfillment_type', 'FULFILLMENT_BY_ROBOT', 'fulfilledBy', 'unrecognised'],
    ['fulfillment_type', undefined, 'fulfilledBy', 'unrecognised'],
    ['shipping_type', 'TIKTOK', 'shipping', 'tiktok'],
    ['shipping_type', 'SELLER', 'shipping', 'seller'],
    ['shipping_type', 'PIGEON', 'shipping', 'unrecognised'],
    ['order_type', 'NORMAL', 'type', 'normal'],
    ['order_type', '', 'type', 'normal'],
    ['order_type', undefined, 'type', 'normal'],
    ['order_type', 'PRE_ORDER', 'type', 'pre-order'],
    ['order_type', 'MADE_TO_ORDER', 'type', 'made-to-order'],
    ['order_type', 'BACK_ORDER', 'type', 'back-order'],
    ['order_type', 'ZERO_LOTTERY', 'type', 'lottery'],
    ['order_type', 'AUCTION', 'type', 'unrecognised'],
    ['split_or_combine_tag', 'SPLIT', 'tag', 'SPLIT'],
    ['split_or_combine_tag', 'COMBINED', 'tag', 'COMBINED'],
    ['split_or_combine_tag', 'SHREDDED', 'tag', undefined],
    ['is_sample_order', true, 'sample', true],
    ['is_buyer_request_cancel', true, 'buyerAskedToCancel', true],
    ['is_replacement_order', true, 'replacement', true],
    ['is_replacement_order', undefined, 'replacement', false],
  ])('%s %s becomes %s %s', (field, sent, key, expected) => {
    expect({ ...read({ [field]: sent }) }[key as 'status']).toBe(expected);
  });
});

describe('parcels', () => {
  const one = { package_id: '11', tracking_number: 'YT1', shipping_provider_name: 'YunExpress' };
  const two = { package_id: '22', tracking_number: 'YT2', shipping_provider_name: 'Evri' };
  const first = { id: '11', number: 'YT1', carrier: 'YunExpress' };
  const second = { id: '22', number: 'YT2', carrier: 'Evri' };
  test.each([
    ['two units in one parcel are one parcel', [{ id: '11' }], [one, one], [first]],
    ['a split order has two', [{ id: '11' }, { id: '22' }], [one, two], [first, second]],
    ['a parcel that only a line item names counts', [], [one], [first]],
    ['a parcel that only the order names counts', [{ id: '11' }, { id: '33' }], [one], [first, { id: '33' }]],
    ['before shipping there is none', [], [{ package_id: '', tracking_number: '' }], []],
    ['no lists at all', null, null, []],
    ["a lonely parcel takes the order's number", [{ id: '33' }], [], [{ id: '33', number: 'ORD9', carrier: 'Yodel' }]],
  ])('%s', (_, packages, line_items, expected) => {
    const order = read({ packages, line_items, tracking_number: 'ORD9', shipping_provider: 'Yodel' });
    expect(order.parcels).toEqual(expected);
  });
});

test('a battery by its name alone raises the flag', () => {
  expect(read({ line_items: [{ product_name: 'Power bank' }] }).flags.battery).toBe('suspected');
  expect(read({ line_items: [{ product_name: 'Power bank', is_dangerous_good: true }] }).flags).not.toHaveProperty(
    'battery',
  );
});

const buyerFields = [
  'user_id',
  'buyer_message',
  'buyer_email',
  'seller_note',
  'cpf',
  'cpf_name',
  'consultation_id',
  'cancel_reason',
];
const addressFields = [
  'full_address',
  'phone_number',
  'name',
  'first_name',
  'last_name',
  'first_name_local_script',
  'last_name_local_script',
  'address_detail',
  'address_line1',
  'address_line2',
  'address_line3',
  'address_line4',
  'postal_code',
  'region_code',
  'post_town',
];

test('nothing of the buyer leaves the parser, whatever stands in the fields about the buyer', () => {
  const text = fc.string({ unit: 'binary', maxLength: 40 }).map((noise) => `${noise}MARKER${noise}`);
  fc.assert(
    fc.property(text, (marker) => {
      const about = (fields: readonly string[]) => Object.fromEntries(fields.map((field) => [field, marker]));
      const order = read({
        ...about(buyerFields),
        recipient_address: {
          ...about(addressFields),
          district_info: [{ address_level: 'L3', address_name: marker, address_level_name: marker }],
          delivery_preferences: { drop_off_location: marker },
        },
        line_items: [{ package_id: '11', product_name: marker, seller_sku: marker, sku_name: marker }],
      });
      expect(textsIn(order).filter((found) => found.includes('MARKER'))).toEqual([]);
    }),
  );
});

test('a plain order carries no key about the buyer', () => {
  expect(JSON.stringify(read()).toLowerCase()).not.toMatch(
    /name"|phone|mail|message|user|note|recipient|street|bristol/,
  );
});

/** Every text anywhere in a value, keys included. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...textsIn(inner)]);
}
