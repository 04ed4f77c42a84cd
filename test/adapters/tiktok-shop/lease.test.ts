import { afterEach, describe, expect, test } from 'vitest';
import { hours, instant, minutes, seconds } from '../../../shared/domain/time.ts';
import type { OrderWindow } from '../../../shared/ports/marketplace.ts';
import { aSeller, aShop, someCredentials } from '../../support/a-shop.ts';
import { Crash } from '../../support/crash-plan.ts';
import { daysFromNow, hoursAgo, hoursFromNow, now } from '../../support/moments.ts';
import { grant, refreshPath, renewed, takesOnlyNew } from './a-grant.ts';
import { aRawPage } from './a-raw-order.ts';
import { type Stall, aStall, newTokens, oldTokens, opened, quick } from './a-stall.ts';
import { ok, refused } from './fake-tiktok.ts';

const window: OrderWindow = { by: 'update_time', from: hoursAgo(1), to: now };
const nearlyOver = someCredentials({ accessExpiresAt: hoursFromNow(23) });
const over = someCredentials({ accessExpiresAt: hoursAgo(1) });

let stall: Stall;
afterEach(async () => {
  await stall.close();
});

async function leaseToAnother(until = instant(now + hours(1))): Promise<void> {
  await stall.sellers.acquireRefresh(aSeller, 'other', now, until);
}

describe('one refresh at a time', () => {
  test('while another holder refreshes, the stored token serves if it is still valid', async () => {
    stall = await aStall(nearlyOver);
    await leaseToAnother();
    stall.tiktok.behave = () => ok(aRawPage([]));
    const marketplace = await opened(stall.process());
    await marketplace.searchOrders(window);
    expect(stall.tiktok.on(refreshPath)).toEqual([]);
    expect(stall.tiktok.seen[0]?.headers['x-tts-access-token']).toBe(oldTokens.accessToken);
  });

  test('if it is not, that is a passing failure', async () => {
    stall = await aStall(over);
    await leaseToAnother();
    const { marketplace, transient } = await stall.process().open(aShop(), now);
    expect(marketplace).toBeUndefined();
    expect(transient).toBe('token refresh: another holder has not finished');
  });

  test('what the other holder fetched meanwhile is used, not fetched again', async () => {
    stall = await aStall(over);
    await leaseToAnother();
    stall.tiktok.behave = takesOnlyNew(grant);
    const patient = { ...quick, leaseWait: seconds(5) };
    const opening = opened(stall.process('me', { patience: patient }));
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
    await stall.vault.storeTokens(aSeller, newTokens);
    await stall.sellers.recordRefresh(aSeller, 'other', renewed);
    await (await opening).searchOrders(window);
    expect(stall.tiktok.on(refreshPath)).toEqual([]);
  });

  test('the lease is taken by wall-clock time, for a minute', async () => {
    stall = await aStall(over);
    const taken: [number, number][] = [];
    const acquire = stall.sellers.acquireRefresh.bind(stall.sellers);
    stall.sellers.acquireRefresh = (seller, holder, wall, until) => {
      taken.push([wall, until - wall]);
      return acquire(seller, holder, wall, until);
    };
    stall.tiktok.behave = takesOnlyNew(grant);
    await stall.process().open(aShop(), daysFromNow(30));
    expect(taken).toEqual([[now + 1_000, minutes(1)]]);
  });
});

test('a process that dies anywhere in a refresh leaves a seller that the next one can open', async () => {
  const passed: (string | undefined)[] = [];
  for (let point = 1, died = true; died; point += 1) {
    stall = await aStall(over);
    let valid: string = oldTokens.refreshToken;
    stall.tiktok.behave = (request) => {
      if (request.path !== refreshPath) return takesOnlyNew(grant)(request);
      // Here a refresh token serves once: the worst case that the documents leave open.
      const good = request.query['refresh_token'] === valid;
      valid = newTokens.refreshToken;
      return good ? grant : refused(98001006);
    };
    stall.plan.crashAt(point);
    died = await stall
      .process('first')
      .open(aShop(), now)
      .then(
        () => false,
        (error: unknown) => error instanceof Crash,
      );
    const last = died ? stall.plan.passed.at(-1) : undefined;
    passed.push(last);
    stall.plan.revive();
    // By then the dead holder's lease has run out.
    const next = await stall.process('next', { wall: instant(now + minutes(10)) }).open(aShop(), now);
    // Only between TikTok's answer and the vault can a token be lost.
    expect([last, next.marketplace !== undefined]).toEqual([last, last !== 'before vault.storeTokens']);
    await stall.close();
  }
  expect(passed).toContain('after vault.storeTokens');
  expect(passed).toContain('before sellers.recordRefresh');
});
