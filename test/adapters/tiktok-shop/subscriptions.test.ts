import { afterEach, beforeEach, expect, test } from 'vitest';
import { Rejected } from '../../../shared/ports/errors.ts';
import { aShop } from '../../support/a-shop.ts';
import { now } from '../../support/moments.ts';
import { type Stall, aStall, failure } from './a-stall.ts';
import { ok, refused } from './fake-tiktok.ts';

const event = 'ORDER_STATUS_CHANGE';
const address = 'https://ours.example.com/webhooks/app';

let stall: Stall;
beforeEach(async () => {
  stall = await aStall();
});
afterEach(async () => {
  await stall.close();
});

function subscriptions() {
  return stall.process().subscriptions(aShop(), now);
}

test.each([
  ['PUT', () => subscriptions().set({ event, address }), { event_type: event, address }],
  ['DELETE', () => subscriptions().remove(event), { event_type: event }],
])('%s is one signed call for the shop', async (method, act, body) => {
  await act();
  expect(stall.tiktok.seen).toMatchObject([
    { method, path: '/event/202309/webhooks', query: { shop_cipher: aShop().cipher } },
  ]);
  expect(JSON.parse(stall.tiktok.seen[0]?.body ?? '')).toEqual(body);
});

test.each([
  [
    { webhooks: [{ event_type: event, address, create_time: 1, update_time: 2 }], total_count: 1 },
    [{ event, address }],
  ],
  [{ webhooks: [], total_count: 0 }, []],
  [{ webhooks: null }, []],
  [{}, []],
])('a list of %j', async (answer, registered) => {
  stall.tiktok.behave = () => ok(answer);
  expect(await subscriptions().list()).toEqual(registered);
});

test('an answer of another shape is refused with its path', async () => {
  stall.tiktok.behave = () => ok({ webhooks: [{ event_type: 1, address }] });
  await expect(subscriptions().list()).rejects.toThrow('webhooks: unreadable at data.webhooks[0].event_type');
});

test('a scope that the app lacks is for a person to give', async () => {
  stall.tiktok.behave = () => refused(105005);
  const error = await failure(subscriptions().list());
  expect(error).toBeInstanceOf(Rejected);
  expect(error).toMatchObject({ about: 'credential' });
});
