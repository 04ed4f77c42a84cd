import { describe, expect, it } from 'vitest';
import type { Simulator } from '../../infra/local/simulator/handle.ts';
import { codes } from '../../infra/local/simulator/refused.ts';
import { hours, instant } from '../../shared/domain/time.ts';
import { call, searchAll } from './client.ts';
import type { Wire } from './client.ts';
import { aShop, aSimulator, noon } from './world.ts';

const yunExpress = '7117858858072016801';
const number = 'YT2600512345678901';

function inMarket(region: string, shares = {}): Promise<Simulator> {
  const orders = { from: 'generator', open: 60, historyDays: 12, shares } as const;
  return aSimulator({ shops: [aShop({ region, orders })] });
}

function parcelsOf(order: Wire | undefined): readonly string[] {
  return ((order?.['packages'] ?? []) as readonly { readonly id: string }[]).map(({ id }) => id);
}

/** Shipped parcels of orders shipped like this, the one shipped last first. */
async function shipped(simulator: Simulator, shipping: 'SELLER' | 'TIKTOK'): Promise<readonly Wire[]> {
  const orders = await searchAll(simulator, { shipping_type: shipping });
  const ready = orders.filter((order) => order['rts_time'] !== undefined && order['status'] !== 'CANCELLED');
  return ready.toSorted((one, other) => Number(other['rts_time']) - Number(one['rts_time']));
}

function change(simulator: Simulator, parcel: string | undefined, body: object = {}) {
  const wanted = { tracking_number: number, shipping_provider_id: yunExpress, ...body };
  return call(simulator, `/fulfillment/202309/packages/${parcel}/shipping_info/update`, { body: wanted });
}

describe('the number of a parcel that the seller ships', async () => {
  const simulator = await inMarket('GB');
  const [newest, next] = await shipped(simulator, 'SELLER');

  it('is changed once, and shows everywhere', async () => {
    const [parcel] = parcelsOf(newest);
    expect((await change(simulator, parcel)).code).toBe(0);
    const { data } = await call(simulator, `/fulfillment/202309/packages/${parcel}`);
    expect(data).toMatchObject({ tracking_number: number, shipping_provider_name: 'YunExpress' });
    const order = (await searchAll(simulator, {})).find(({ id }) => id === newest?.['id']);
    expect(order).toMatchObject({ tracking_number: number, update_time: newest?.['update_time'] });
    expect((await change(simulator, parcel, { tracking_number: 'YT2600512345678902' })).code).toBe(codes.changeUsedUp);
  });

  it.each([
    ['with special characters', { tracking_number: 'YT 2600512345678901' }, codes.numberCharacters],
    ['that is empty', { tracking_number: '' }, codes.badRequest],
    ['of a carrier that nobody knows', { shipping_provider_id: '1' }, codes.badRequest],
  ])('is not changed to one %s', async (_, body, code) => {
    expect((await change(simulator, parcelsOf(next)[0], body)).code).toBe(code);
  });

  it('is not to be changed of a parcel that there is not', async () => {
    expect((await change(simulator, '1')).code).toBe(codes.permissionDenied);
  });
});

describe('an order in several parcels', async () => {
  const simulator = await inMarket('GB', { split: 0.5 });
  const order = (await shipped(simulator, 'SELLER')).find((one) => parcelsOf(one).length > 1);

  it('has one change for all of them', async () => {
    const [first, second] = parcelsOf(order);
    expect((await change(simulator, first)).code).toBe(0);
    expect((await change(simulator, second)).code).toBe(codes.changeUsedUp);
  });
});

describe.each([
  ['GB', codes.changeOver],
  ['TH', codes.changeOver],
  ['US', codes.changeForbidden],
  ['DE', 0],
  ['JP', 0],
])('in %s', async (region, after) => {
  const simulator = await inMarket(region);
  const [newest, next] = await shipped(simulator, 'SELLER');

  it(`a change after 72 hours answers ${after}`, async () => {
    simulator.setNow(instant(Number(newest?.['rts_time']) * 1_000 + hours(72)));
    expect((await change(simulator, parcelsOf(newest)[0])).code).toBe(0);
    simulator.setNow(instant(Number(next?.['rts_time']) * 1_000 + hours(72) + 1_000));
    expect((await change(simulator, parcelsOf(next)[0])).code).toBe(after);
    simulator.setNow(noon);
  });

  it('what TikTok ships keeps its number, and only that stands on a platform label', async () => {
    const [theirs] = await shipped(simulator, 'TIKTOK');
    expect((await change(simulator, parcelsOf(theirs)[0])).code).toBe(codes.notSellerShipped);
    expect(await isPlatform(theirs)).toBe(true);
    expect(await isPlatform(next)).toBe(false);
    expect(await isPlatform({ tracking_number: 'NOBODY1' })).toBe(false);
  });

  async function isPlatform(order: Wire | undefined): Promise<unknown> {
    const query = { tracking_number: String(order?.['tracking_number']) };
    const { data } = await call(simulator, '/fulfillment/202508/tts_tracking_validation', { query });
    return data['is_tiktok_shipping'];
  }
});
