import { describe, expect, it } from 'vitest';
import { hours, instant } from '../../shared/domain/time.ts';
import { call, searchPage } from './client.ts';
import { aShop, aSimulator, noon } from './world.ts';

const simulator = await aSimulator({ shops: [aShop(), aShop({ region: 'US' })] });
const shop = simulator.shops[0]?.id ?? '';

async function control(
  method: string,
  path: string,
  body?: unknown,
): Promise<readonly [number, Record<string, unknown>]> {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await fetch(`${simulator.url}/control/${path}`, { method, ...sent });
  return [response.status, (await response.json()) as Record<string, unknown>];
}

describe('the control paths', () => {
  it('move the world, freeze it and let it go', async () => {
    expect(await control('GET', 'now')).toEqual([200, { now: noon }]);
    expect(await control('POST', 'now', { now: '2026-03-16T14:00:00Z' })).toEqual([200, { now: noon + hours(2) }]);
    expect(simulator.now()).toBe(noon + hours(2));
    await control('POST', 'now', { now: null });
    expect(Math.abs(simulator.now() - Date.now())).toBeLessThan(5000);
    expect(await control('POST', 'now', { now: noon })).toEqual([200, { now: noon }]);
  });

  it('set, list and clear faults', async () => {
    const [, set] = await control('POST', 'faults', { kind: 'server-error', status: 503, endpoint: 'search' });
    const [, listed] = await control('GET', 'faults');
    expect(listed['faults']).toEqual([
      { id: set['id'], fault: { kind: 'server-error', status: 503, endpoint: 'search' } },
    ]);
    expect((await call(simulator, '/order/202309/orders/search', { body: {}, query: { page_size: '1' } })).status).toBe(
      503,
    );
    expect(await control('DELETE', `faults?id=${Number(set['id'])}`)).toEqual([200, { faults: [] }]);
    await control('POST', 'faults', { kind: 'reset' });
    expect(await control('DELETE', 'faults')).toEqual([200, { faults: [] }]);
  });

  it('spoil and mend the second source', async () => {
    const [, spoilt] = await control('POST', '17track', { quota: 3, status: 'BrandNew' });
    expect(spoilt['faults']).toMatchObject({ quota: 3, status: 'BrandNew', down: false });
    expect(simulator.seventeenTrack.faults.quota).toBe(3);
    expect(await control('GET', '17track')).toMatchObject([200, { faults: { quota: 3 }, calls: { register: 0 } }]);
    expect(await control('POST', '17track', { quotas: 3 })).toMatchObject([400, { error: expect.any(String) }]);
    await control('DELETE', '17track');
    expect(simulator.seventeenTrack.faults).toMatchObject({ quota: null, status: null });
  });

  it('spoil and mend how notifications come', async () => {
    const [, spoilt] = await control('POST', 'webhooks', { copies: 2 });
    expect(spoilt['faults']).toEqual({ copies: 2, shuffled: false, late: 0, lost: false });
    expect(await control('GET', 'webhooks')).toMatchObject([200, { faults: { copies: 2 }, counts: { answered: 0 } }]);
    expect(await control('POST', 'webhooks', { copies: 0 })).toMatchObject([400, { error: expect.any(String) }]);
    await control('DELETE', 'webhooks');
    expect(simulator.webhooks.faults.copies).toBe(1);
  });

  it('take the authorization away, until somebody consents anew', async () => {
    const own = await aSimulator({ seed: 31 });
    const search = async () =>
      (await call(own, '/order/202309/orders/search', { body: {}, query: { page_size: '1' } })).code;
    const grant = async (path: string, query: Readonly<Record<string, string>>) => {
      const all = new URLSearchParams({ app_key: own.appKey, app_secret: own.appSecret, ...query });
      return ((await (await fetch(`${own.authUrl}/api/v2/token/${path}?${String(all)}`)).json()) as { code: number })
        .code;
    };
    const refresh = { grant_type: 'refresh_token', refresh_token: own.refreshToken };
    expect(await search()).toBe(0);
    const answer = await fetch(`${own.url}/control/deauthorize`, { method: 'POST' });
    expect(await answer.json()).toEqual({ deauthorized: true });
    expect([await search(), await grant('refresh', refresh)]).toEqual([105001, 98001006]);
    expect(await grant('get', { grant_type: 'authorized_code', auth_code: own.issueAuthCode() })).toBe(0);
    expect([await search(), await grant('refresh', refresh)]).toEqual([0, 98001006]);
  });

  it('tell and reset the calls', async () => {
    await control('DELETE', 'calls');
    await searchPage(simulator, {});
    const [, report] = await control('GET', 'calls');
    expect(report).toEqual(JSON.parse(JSON.stringify(simulator.calls())));
    expect(report['perShop']).toEqual(
      expect.objectContaining({ [shop]: { search: 1, detail: 0, tracking: 0, packages: 0, webhooks: 0 } }),
    );
  });

  it('give the minimum of a sweep', async () => {
    const from = noon - hours(6);
    const [status, minimum] = await control('GET', `minimum?shop=${shop}&from=${from}&to=${noon}`);
    expect([status, minimum]).toEqual([200, simulator.minimum({ shop, from: instant(from), to: noon })]);
    expect(minimum['changed']).toBeGreaterThan(0);
  });

  it('tell the truth about a shop and about one order', async () => {
    const [, truth] = await control('GET', `truth?shop=${shop}`);
    const { total } = await searchPage(simulator, {});
    expect(truth['orders']).toBe(total);
    const inTransit = await searchPage(simulator, { order_status: 'IN_TRANSIT' });
    expect((truth['statuses'] as Record<string, number>)['IN_TRANSIT']).toBe(inTransit.total);
    const order = String(inTransit.orders[0]?.['id']);
    const [, one] = await control('GET', `truth?shop=${shop}&order=${order}`);
    expect(one).toEqual(
      expect.objectContaining({ status: 'IN_TRANSIT', life: expect.objectContaining({ id: order }) as unknown }),
    );
  });

  it('list the shops and hand out auth codes', async () => {
    expect((await control('GET', 'shops'))[1]['shops']).toEqual(simulator.shops);
    expect((await control('POST', 'auth-code'))[1]['authCode']).toMatch(/^ROW_/);
  });

  it.each([
    ['GET', 'nothing', undefined, 404, 'known: GET /control/now'],
    ['POST', 'now', { now: 'tomorrow' }, 400, 'now'],
    ['POST', 'now', undefined, 400, 'JSON'],
    ['POST', 'faults', { kind: 'flood' }, 400, 'kind'],
    ['POST', 'faults', { kind: 'latency' }, 400, 'ms'],
    ['POST', 'faults', { kind: 'reset', often: 3 }, 400, 'often'],
    ['GET', 'minimum?from=1&to=2', undefined, 400, 'shop'],
    ['GET', 'minimum?shop=nobody&from=1&to=2', undefined, 400, 'no shop nobody'],
    ['GET', 'truth', undefined, 400, 'shop is required'],
    ['GET', `truth?shop=${shop}&order=nobody`, undefined, 400, 'no such order'],
  ])('refuse %s %s %j', async (method, path, body, status, text) => {
    const [given, answer] = await control(method, path, body);
    expect([given, String(answer['error'])]).toEqual([status, expect.stringContaining(text)]);
  });
});
