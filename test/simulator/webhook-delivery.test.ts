import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Simulator } from '../../infra/local/simulator/handle.ts';
import { days, hours, instant } from '../../shared/domain/time.ts';
import { call, searchAll } from './client.ts';
import { aShop, aSimulator, noon } from './world.ts';

interface Told {
  readonly type: number;
  readonly tts_notification_id: string;
  readonly shop_id: string;
  readonly timestamp: number;
  readonly data: Readonly<Record<string, unknown>>;
}

let simulator: Simulator;
let receiver: Server;
let told: { readonly body: string; readonly authorization: string }[];
let status: number;

beforeEach(async () => {
  // Split and cancelled orders enough that some of each fall into the hours that are looked at.
  const shares = { split: 0.3, 'buyer-cancels': 0.3 };
  const orders = { from: 'generator', open: 150, historyDays: 20, shares } as const;
  simulator = await aSimulator({ haste: 12_000, shops: [aShop({ orders }), aShop({ region: 'US', orders })] });
  told = [];
  status = 200;
  receiver = createServer((request, response) => {
    void text(request).then((body) => {
      told.push({ body, authorization: request.headers.authorization ?? '' });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((listening) => receiver.listen(0, '127.0.0.1', listening));
});
afterEach(() => {
  receiver.closeAllConnections();
  receiver.close();
});

function address(): string {
  return `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/webhooks/app`;
}

async function register(...events: readonly string[]): Promise<void> {
  for (const event_type of events) {
    const body = { event_type, address: address() };
    expect((await call(simulator, '/event/202309/webhooks', { method: 'PUT', body })).code).toBe(0);
  }
}

/** Lets hours pass and whoever is registered hear of them. */
async function pass(span: number): Promise<readonly Told[]> {
  simulator.setNow(instant(simulator.now() + hours(span)));
  await simulator.webhooks.look();
  return told.map(({ body }) => JSON.parse(body) as Told);
}

describe('what happens in the world', () => {
  it('is told to nobody where nothing is registered', async () => {
    expect(await pass(6)).toEqual([]);
  });

  it('is told where it is registered, of that shop, from then on, and signed', async () => {
    await pass(2);
    await register('ORDER_STATUS_CHANGE');
    const heard = await pass(6);
    const since = { update_time_ge: noon / 1_000 + 2 * 3_600 + 1 };
    const changed = (await searchAll(simulator, since)).filter(({ status }) => status !== 'PARTIALLY_SHIPPING');
    expect(changed.length).toBeGreaterThan(5);
    for (const { id, update_time, status: is } of changed) {
      const order_status = is === 'CANCELLED' ? 'CANCEL' : is;
      expect(heard.map(({ data }) => data)).toContainEqual(
        expect.objectContaining({ order_id: id, order_status, update_time }),
      );
    }
    expect(new Set(heard.map(({ shop_id: shop, type }) => `${type} ${shop}`))).toEqual(
      new Set([`1 ${simulator.shops[0]?.id}`]),
    );
    expect(Math.min(...heard.map(({ data }) => Number(data['update_time'])))).toBeGreaterThan(noon / 1_000 + 7_200);
    for (const { body, authorization } of told) {
      const signature = createHmac('sha256', simulator.appSecret).update(`${simulator.appKey}${body}`).digest('hex');
      expect(authorization).toBe(signature);
    }
  });

  it('is told once, under an id of its own, in the time of whoever receives it', async () => {
    await register('ORDER_STATUS_CHANGE');
    await pass(3);
    const heard = await pass(3);
    expect(new Set(heard.map((one) => one.tts_notification_id)).size).toBe(heard.length);
    for (const one of heard) {
      expect(one.tts_notification_id).toMatch(/^\d{19}$/);
      expect(Math.abs(one.timestamp - Date.now() / 1_000)).toBeLessThan(60);
    }
  });

  it('is a cancellation and a package too', async () => {
    await register('CANCELLATION_STATUS_CHANGE', 'PACKAGE_UPDATE');
    const heard = await pass(48);
    const first = (type: number) => heard.find((one) => one.type === type)?.data;
    expect(first(11)).toMatchObject({ cancel_status: expect.stringMatching(/^CANCELLATION_REQUEST_/) as unknown });
    expect(first(4)).toMatchObject({ sc_type: 'SPLIT', package_list: expect.any(Array) as unknown });
    expect(new Set(heard.map(({ type }) => type))).toEqual(new Set([4, 11]));
  });

  it('is an authorization that is taken away, told at once to every shop that is registered', async () => {
    await simulator.deauthorize();
    expect(told).toEqual([]);
    simulator = await aSimulator();
    await register('SELLER_DEAUTHORIZATION', 'ORDER_STATUS_CHANGE');
    await simulator.deauthorize();
    const [first, ...more] = told.map(({ body }) => JSON.parse(body) as Told);
    expect(first).toMatchObject({ type: 6, shop_id: simulator.shops[0]?.id });
    expect(more).toEqual([]);
  });

  it('is an authorization that ends within 30 days, every midnight until then', async () => {
    simulator = await aSimulator({ tokenLeft: { refresh: days(31) } });
    await register('UPCOMING_AUTHORIZATION_EXPIRATION');
    expect(await pass(24)).toEqual([]);
    const heard = await pass(48);
    const expiration_time = String(noon / 1_000 + 31 * 86_400);
    expect(heard).toHaveLength(2);
    for (const { type, data } of heard) expect({ type, data }).toMatchObject({ type: 7, data: { expiration_time } });
    expect(await pass(24 * 40)).toHaveLength(30);
  });
});

describe('a notification', () => {
  beforeEach(() => register('ORDER_STATUS_CHANGE'));

  it('that is not answered well is sent five times in all, then given up', async () => {
    status = 500;
    const heard = await pass(1);
    expect(heard.length).toBeGreaterThan(0);
    await vi.waitFor(() => expect(simulator.webhooks.counts.givenUp).toBe(heard.length), { timeout: 20_000 });
    expect(told).toHaveLength(heard.length * 5);
    expect(new Set(told.map(({ body }) => body)).size).toBe(heard.length);
  }, 30_000);

  it('of which the signature is refused has been answered', async () => {
    status = 401;
    const heard = await pass(2);
    expect(heard.length).toBeGreaterThan(0);
    expect(simulator.webhooks.counts).toEqual({ answered: heard.length, unanswered: 0, givenUp: 0 });
  });

  it('comes twice, late, in no order or never, as told', async () => {
    const { faults } = simulator.webhooks;
    Object.assign(faults, { copies: 2, shuffled: true });
    const ids = (await pass(6)).map((one) => one.tts_notification_id);
    expect(new Set(ids).size).toBe(ids.length / 2);
    const times = told.map(({ body }) => Number((JSON.parse(body) as Told).data['update_time']));
    expect(times).not.toEqual(times.toSorted((one, other) => one - other));
    Object.assign(faults, { lost: true });
    expect(await pass(6)).toHaveLength(ids.length);
    Object.assign(faults, { lost: false, copies: 1, late: 200 });
    expect(await pass(6)).toHaveLength(ids.length);
    await vi.waitFor(() => expect(told.length).toBeGreaterThan(ids.length));
  });
});
