import { describe, expect, it } from 'vitest';
import { codes } from '../../infra/local/simulator/refused.ts';
import { hours, instant } from '../../shared/domain/time.ts';
import { call } from './client.ts';
import { aShop, aSimulator, noon } from './world.ts';

const path = '/event/202309/webhooks';
const address = 'https://hooks.example.com/webhooks/app';
const event = 'ORDER_STATUS_CHANGE';

describe('the webhooks of a shop', async () => {
  const simulator = await aSimulator({ shops: [aShop(), aShop({ region: 'US' })] });
  const set = (body: object, shop = 0) => call(simulator, path, { method: 'PUT', body, shop });
  const list = async (shop = 0) => (await call(simulator, path, { shop })).data;

  it('are none at first', async () => {
    expect(await list()).toEqual({ webhooks: [], total_count: 0 });
  });

  it('have one address for each event, the last one given, and are of that shop alone', async () => {
    expect((await set({ event_type: event, address: 'https://old.example.com/' })).code).toBe(0);
    simulator.setNow(instant(noon + hours(1)));
    expect((await set({ event_type: event, address })).code).toBe(0);
    const times = { create_time: noon / 1_000, update_time: noon / 1_000 + 3_600 };
    expect(await list()).toEqual({ webhooks: [{ event_type: event, address, ...times }], total_count: 1 });
    expect(await list(1)).toMatchObject({ total_count: 0 });
  });

  it('are removed, which is a success even where there are none', async () => {
    for (const _ of [1, 2]) {
      expect((await call(simulator, path, { method: 'DELETE', body: { event_type: event } })).code).toBe(0);
    }
    expect(await list()).toMatchObject({ total_count: 0 });
  });

  it.each([
    ['an address of an IP', 'https://192.0.2.7/hooks'],
    ['an address with a port', 'https://hooks.example.com:8443/'],
    ['an address without encryption', 'http://hooks.example.com/'],
    ['an address of more than 255 characters', `https://hooks.example.com/${'a'.repeat(230)}`],
    ['no address', 'hooks'],
  ])('are not set to %s', async (_, wrong) => {
    expect((await set({ event_type: event, address: wrong })).code).toBe(codes.badRequest);
  });

  it('are not of an event that there is not, nor of no shop', async () => {
    expect((await set({ event_type: 'EVERYTHING', address })).code).toBe(codes.badRequest);
    expect((await call(simulator, path, { without: ['shop_cipher'] })).code).toBe(codes.cipherMissing);
  });

  it('need the scope of authorized shops', async () => {
    const poor = await aSimulator({ scopes: ['seller.order.info'] });
    expect((await call(poor, path)).code).toBe(codes.scopeMissing);
  });
});
