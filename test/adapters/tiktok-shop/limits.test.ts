import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { usualPatience } from '../../../shared/adapters/tiktok-shop/patience.ts';
import { type Duration, seconds } from '../../../shared/domain/time.ts';
import { Transient } from '../../../shared/ports/errors.ts';
import type { OrderWindow } from '../../../shared/ports/marketplace.ts';
import { aShop } from '../../support/a-shop.ts';
import { hoursAgo, now } from '../../support/moments.ts';
import tracking from '../../fixtures/tiktok-shop/tracking.json' with { type: 'json' };
import { aRawPage } from './a-raw-order.ts';
import { type Stall, aStall, failure, opened, quick } from './a-stall.ts';
import { type Answer, ok } from './fake-tiktok.ts';

const searchPath = '/order/202309/orders/search';
const window: OrderWindow = { by: 'update_time', from: hoursAgo(1), to: now };

let stall: Stall;
beforeEach(async () => {
  stall = await aStall();
});
afterEach(async () => {
  await stall.close();
});

async function timeOf(work: Promise<unknown>): Promise<{ readonly took: number; readonly error: unknown }> {
  const start = performance.now();
  const error = await failure(work);
  return { took: performance.now() - start, error };
}

async function slowly(time: Duration): Promise<Answer> {
  await new Promise((resolve) => {
    setTimeout(resolve, time);
  });
  return ok(tracking.data);
}

describe('time is bounded', () => {
  test.each([
    ['over several attempts', { oneAttempt: seconds(0.25), wholeCall: seconds(0.6) }],
    ['within one attempt', { oneAttempt: seconds(5), wholeCall: seconds(0.4) }],
  ])('a far side that hangs costs the whole call and no more, %s', async (_, times) => {
    stall.tiktok.behave = () => 'hang';
    const marketplace = await opened(stall.process('me', { patience: { ...quick, ...times } }));
    const { took, error } = await timeOf(marketplace.searchOrders(window));
    expect(error).toBeInstanceOf(Transient);
    expect(took).toBeLessThan(4_000);
    expect(stall.tiktok.seen.length).toBeLessThan(4);
  });

  test('a far side that is gone fails in seconds, with the usual patience', async () => {
    const shop = stall.process('me', { patience: usualPatience });
    const marketplace = await opened(shop);
    await stall.tiktok.close();
    const { took, error } = await timeOf(marketplace.searchOrders(window));
    expect(String(error)).toBe('Transient: order search: ECONNREFUSED');
    expect(took).toBeLessThan(5_000);
    expect(marketplace.calls).toMatchObject({ search: 1, retries: 3 });
  });
});

describe('limits', () => {
  test('a shop never has more than twenty requests in flight, and does have ten', async () => {
    stall.tiktok.behave = () => slowly(seconds(0.03));
    const marketplace = await opened(stall.process('me', { patience: usualPatience }));
    await Promise.all(Array.from({ length: 45 }, (_, order) => marketplace.readTrace(String(order))));
    expect(stall.tiktok.seen).toHaveLength(45);
    expect(stall.tiktok.mostAtOnce).toBe(20);
  });

  test('calls to one endpoint leave evenly, however many wait', async () => {
    stall.tiktok.behave = () => ok(tracking.data);
    const marketplace = await opened(stall.process('me', { callsPerSecond: 50 }));
    await Promise.all(Array.from({ length: 26 }, (_, order) => marketplace.readTrace(String(order))));
    const times = stall.tiktok.seen.map(({ at }) => at).toSorted((left, right) => left - right);
    // 25 gaps of 20 ms; some slack for a busy machine, none for a burst.
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(440);
    expect((times[12] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(190);
  });

  test('another endpoint and another shop have a pace of their own; the same shop opened twice has not', async () => {
    stall.tiktok.behave = ({ path }) => ok(path === searchPath ? aRawPage([]) : tracking.data);
    const shop = stall.process('me', { callsPerSecond: 0.5 });
    const [one, same, other] = await Promise.all([
      shop.open(aShop(), now),
      shop.open(aShop(), now),
      shop.open(aShop({ id: '2' }), now),
    ]);
    const start = performance.now();
    await Promise.all([
      one.marketplace?.readTrace('1'),
      one.marketplace?.searchOrders(window),
      other.marketplace?.readTrace('1'),
    ]);
    expect(performance.now() - start).toBeLessThan(1_900);
    await same.marketplace?.readTrace('2');
    expect(performance.now() - start).toBeGreaterThan(1_900);
  });

  test('connections are kept alive', async () => {
    const marketplace = await opened(stall.process());
    for (let page = 0; page < 20; page += 1) await marketplace.searchOrders(window);
    // A socket is free again a moment after its answer was read, so a second one may be opened.
    expect(stall.tiktok.connections).toBeLessThanOrEqual(2);
  });
});
