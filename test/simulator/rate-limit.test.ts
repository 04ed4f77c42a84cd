import { describe, expect, it } from 'vitest';
import { rateLimit } from '../../infra/local/simulator/rate-limit.ts';
import { call } from './client.ts';
import { aShop, aSimulator } from './world.ts';

const search = '/order/202309/orders/search';
const page = { body: {}, query: { page_size: '1' } };

async function searches(
  simulator: Awaited<ReturnType<typeof aSimulator>>,
  count: number,
  shop = 0,
): Promise<readonly number[]> {
  const answers = await Promise.all(Array.from({ length: count }, () => call(simulator, search, { ...page, shop })));
  return answers.map(({ code, status }) => (status === 429 ? code : status));
}

describe('the limit of 50 calls a second in real time', () => {
  it('holds in every second, not only in whole ones', () => {
    let now = 0;
    const limit = rateLimit('wall', () => now);
    function admitted(count: number): number {
      return Array.from({ length: count }, () => limit.admit('search', 'shop')).filter(Boolean).length;
    }
    now = 600;
    expect(admitted(30)).toBe(30);
    now = 1100;
    expect(admitted(30)).toBe(20);
    now = 1599;
    expect(admitted(1)).toBe(0);
    now = 1600;
    expect(admitted(40)).toBe(30);
    now = 2100;
    expect(admitted(40)).toBe(20);
  });

  it('answers 429 with 36009002 above it, and lists each', async () => {
    const simulator = await aSimulator({ rateMode: 'wall' });
    const codes = await searches(simulator, 120);
    const refused = codes.filter((code) => code === 36009002).length;
    expect(refused).toBeGreaterThan(0);
    expect(codes.filter((code) => code === 200).length).toBe(120 - refused);
    expect(simulator.calls().limited.length).toBe(refused);
    expect(simulator.calls().limited[0]).toEqual(
      expect.objectContaining({ shop: simulator.shops[0]?.id, endpoint: 'search' }),
    );
  });

  it('counts each shop and each endpoint for itself', async () => {
    const simulator = await aSimulator({ rateMode: 'wall', shops: [aShop(), aShop({ region: 'US' })] });
    const [one, other] = await Promise.all([searches(simulator, 40), searches(simulator, 40, 1)]);
    expect(new Set([...one, ...other])).toEqual(new Set([200]));
    const { status } = await call(simulator, '/order/202309/orders', { query: { ids: '1' } });
    expect(status).toBe(200);
  });
});

describe('the limit in virtual time', () => {
  it('never refuses and reports how long the calls would have taken', async () => {
    const simulator = await aSimulator({ shops: [aShop(), aShop({ region: 'US' })] });
    expect(new Set(await searches(simulator, 101))).toEqual(new Set([200]));
    await searches(simulator, 50, 1);
    const [first, second] = simulator.shops;
    expect(simulator.calls().virtual).toEqual([
      { shop: first?.id, endpoint: 'search', requests: 101, durationMs: 2000 },
      { shop: second?.id, endpoint: 'search', requests: 50, durationMs: 0 },
    ]);
    expect(simulator.calls().limited).toEqual([]);
    simulator.resetCalls();
    expect(simulator.calls().virtual).toEqual([]);
  });
});

describe('counters', () => {
  it('count per shop and endpoint, seller calls apart', async () => {
    const simulator = await aSimulator({ shops: [aShop(), aShop({ region: 'US' })] });
    await searches(simulator, 3, 1);
    await call(simulator, '/order/202309/orders', { query: { ids: '1' } });
    await call(simulator, '/fulfillment/202309/orders/1/tracking', { shop: 1 });
    await call(simulator, '/fulfillment/202309/packages/1');
    await call(simulator, '/authorization/202309/shops', { without: ['shop_cipher'] });
    const [first, second] = simulator.shops.map(({ id }) => simulator.calls().perShop[id]);
    expect(first).toEqual({ search: 0, detail: 1, tracking: 0, packages: 1, webhooks: 0 });
    expect(second).toEqual({ search: 3, detail: 0, tracking: 1, packages: 0, webhooks: 0 });
    expect(simulator.calls().seller).toEqual(expect.objectContaining({ shops: 1, token: 0 }));
    expect(simulator.calls().failed).toBe(2);
    simulator.resetCalls();
    expect(simulator.calls().perShop[simulator.shops[1]?.id ?? '']).toEqual({
      search: 0,
      detail: 0,
      tracking: 0,
      packages: 0,
      webhooks: 0,
    });
  });
});
