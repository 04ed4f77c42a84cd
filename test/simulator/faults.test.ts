import { describe, expect, it } from 'vitest';
import { askForToken, call, searchPage } from './client.ts';
import type { Wire } from './client.ts';
import { aShop, aSimulator } from './world.ts';

const search = '/order/202309/orders/search';
const page = { body: {}, query: { page_size: '5' } };

describe('faults of the platform', async () => {
  const simulator = await aSimulator({ shops: [aShop(), aShop({ region: 'US' })] });
  const second = simulator.shops[1]?.id ?? '';
  async function codes(count: number, shop = 0): Promise<readonly unknown[]> {
    const seen: unknown[] = [];
    for (let turn = 0; turn < count; turn += 1) {
      const { status, code } = await call(simulator, search, { ...page, shop });
      seen.push(status === 200 ? code : status);
    }
    return seen;
  }

  it('strike as often as asked, then no more', async () => {
    simulator.faults.set({ kind: 'server-error', status: 503, times: 2 });
    expect(await codes(4)).toEqual([503, 503, 0, 0]);
    expect(simulator.faults.list()).toEqual([]);
  });

  it('strike until cleared', async () => {
    const id = simulator.faults.set({ kind: 'server-error', status: 500 });
    expect(await codes(3)).toEqual([500, 500, 500]);
    simulator.faults.clear(id);
    expect(await codes(1)).toEqual([0]);
  });

  it('strike one shop or one endpoint alone', async () => {
    simulator.faults.set({ kind: 'rate-limited', shop: second });
    simulator.faults.set({ kind: 'server-error', status: 503, endpoint: 'tracking' });
    expect([await codes(1), await codes(1, 1)]).toEqual([[0], [429]]);
    expect((await call(simulator, '/fulfillment/202309/orders/1/tracking')).status).toBe(503);
    expect((await call(simulator, '/authorization/202309/shops', { without: ['shop_cipher'] })).code).toBe(0);
    expect(simulator.calls().limited.map(({ shop }) => shop)).toEqual([second]);
    simulator.faults.clear();
  });

  it('answer a 500 with an envelope and a 503 with no JSON', async () => {
    simulator.faults.set({ kind: 'server-error', status: 500, times: 1 });
    expect((await call(simulator, search, page)).code).toBe(36009003);
    simulator.faults.set({ kind: 'server-error', status: 503, times: 1 });
    expect((await call(simulator, search, page)).code).toBeNaN();
  });

  it('break the connection', async () => {
    simulator.faults.set({ kind: 'reset', times: 1 });
    await expect(call(simulator, search, page)).rejects.toThrow('fetch failed');
    expect(await codes(1)).toEqual([0]);
  });

  it('cut the JSON in the middle', async () => {
    simulator.faults.set({ kind: 'truncated', times: 1 });
    const answer = await call(simulator, search, page);
    expect(answer.status).toBe(200);
    expect(answer.text).toMatch(/^\{"code":0/);
    expect(() => JSON.parse(answer.text) as unknown).toThrow(SyntaxError);
  });

  it('make answers late', async () => {
    simulator.faults.set({ kind: 'latency', ms: 80, times: 1 });
    const started = performance.now();
    expect(await codes(1)).toEqual([0]);
    expect(performance.now() - started).toBeGreaterThan(75);
  });

  it('refuse everything', async () => {
    simulator.faults.set({ kind: 'refuse-everything' });
    expect(await codes(1)).toEqual([36009004]);
    expect((await askForToken(simulator, 'refresh', { grant_type: 'refresh_token' })).code).toBe(36009004);
    simulator.faults.clear();
  });

  it('refuse connections while stopped, and serve on the same port afterwards', async () => {
    await simulator.stop();
    await expect(call(simulator, search, page)).rejects.toThrow('fetch failed');
    await simulator.resume();
    expect(await codes(1)).toEqual([0]);
  });
});

describe('a malformed order in a page', async () => {
  const simulator = await aSimulator();
  const good = (await searchPage(simulator, {}, { page_size: '3' })).orders;
  async function withFault(over: {
    readonly spoil: 'status' | 'create_time' | 'id';
    readonly order?: string;
  }): Promise<readonly Wire[]> {
    simulator.faults.set({ kind: 'malformed-order', times: 1, ...over });
    const { orders } = await searchPage(simulator, {}, { page_size: '3' });
    return orders;
  }

  it('has a number for a status and can be named by its id', async () => {
    const [first, ...others] = await withFault({ spoil: 'status' });
    expect(first).toEqual({ ...good[0], status: 42 });
    expect(others).toEqual(good.slice(1));
  });

  it('has no create_time', async () => {
    const [first] = await withFault({ spoil: 'create_time' });
    expect(first).not.toHaveProperty('create_time');
    expect(first?.['id']).toBe(good[0]?.['id']);
  });

  it('has no id', async () => {
    const [first] = await withFault({ spoil: 'id' });
    expect(first).not.toHaveProperty('id');
  });

  it('is the order asked for, on whichever page it stands', async () => {
    const order = String(good[1]?.['id']);
    simulator.faults.set({ kind: 'malformed-order', spoil: 'status', order, times: 1 });
    const one = await searchPage(simulator, {}, { page_size: '1' });
    expect(one.orders).toEqual(good.slice(0, 1));
    const two = await searchPage(simulator, {}, { page_size: '1', page_token: one.next });
    expect(two.orders).toEqual([{ ...good[1], status: 42 }]);
    expect(simulator.faults.list()).toEqual([]);
  });
});

describe('broken credentials', () => {
  it('an expired token is refused until it is refreshed', async () => {
    const simulator = await aSimulator();
    const old = simulator.accessToken;
    simulator.faults.set({ kind: 'expired-token' });
    expect((await call(simulator, search, page)).code).toBe(105002);
    const { refreshToken } = simulator;
    const refreshed = await askForToken(simulator, 'refresh', {
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    });
    expect(refreshed.code).toBe(0);
    const headers = { 'x-tts-access-token': String(refreshed.data['access_token']) };
    expect((await call(simulator, search, { ...page, headers })).code).toBe(0);
    expect((await call(simulator, search, { ...page, headers: { 'x-tts-access-token': old } })).code).toBe(105002);
  });

  it('an expired token whose refresh is refused recovers when the fault is over', async () => {
    const simulator = await aSimulator();
    const refresh = { grant_type: 'refresh_token', refresh_token: simulator.refreshToken };
    simulator.faults.set({ kind: 'expired-token' });
    const refused = simulator.faults.set({ kind: 'refused-refresh' });
    expect((await call(simulator, search, page)).code).toBe(105002);
    expect((await askForToken(simulator, 'refresh', refresh)).code).toBe(98001006);
    simulator.faults.clear(refused);
    const { data } = await askForToken(simulator, 'refresh', refresh);
    const headers = { 'x-tts-access-token': String(data['access_token']) };
    expect((await call(simulator, search, { ...page, headers })).code).toBe(0);
  });
});
