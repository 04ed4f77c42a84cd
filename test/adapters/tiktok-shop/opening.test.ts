import { afterEach, describe, expect, test } from 'vitest';
import { instant, seconds } from '../../../shared/domain/time.ts';
import type { OrderWindow } from '../../../shared/ports/marketplace.ts';
import { aSeller, aShop, someCredentials } from '../../support/a-shop.ts';
import { daysAgo, hoursAgo, hoursFromNow, now } from '../../support/moments.ts';
import { grant, refreshPath, renewed, takesOnlyNew } from './a-grant.ts';
import { type Stall, aStall, appSecret, newTokens, oldTokens, opened } from './a-stall.ts';
import { ok, refused } from './fake-tiktok.ts';

const window: OrderWindow = { by: 'update_time', from: hoursAgo(1), to: now };
const nearlyOver = someCredentials({ accessExpiresAt: hoursFromNow(23) });
const over = someCredentials({ accessExpiresAt: hoursAgo(1) });

let stall: Stall;
afterEach(async () => {
  await stall.close();
});

describe('opening a shop', () => {
  test.each([
    ['24 h are left', hoursFromNow(24), 0],
    ['a second less than 24 h is left', instant(hoursFromNow(24) - seconds(1)), 1],
    ['the token has expired', hoursAgo(1), 1],
    ['its expiry is not known', undefined, 1],
  ])('when %s, %s → %d refreshes', async (_, accessExpiresAt, refreshes) => {
    stall = await aStall(someCredentials({ accessExpiresAt }));
    stall.tiktok.behave = takesOnlyNew(grant);
    const { marketplace, credentials } = await stall.process().open(aShop(), now);
    expect(stall.tiktok.on(refreshPath)).toHaveLength(refreshes);
    expect(marketplace?.calls.other).toBe(refreshes);
    if (refreshes > 0) expect(credentials).toEqual(renewed);
  });

  test('the refresh is a plain GET with everything in the query, on the auth host', async () => {
    stall = await aStall(nearlyOver);
    stall.tiktok.behave = takesOnlyNew(grant);
    await stall.process().open(aShop(), now);
    const [request] = stall.tiktok.on(refreshPath);
    expect(request?.method).toBe('GET');
    expect(request?.query).toEqual({
      app_key: aSeller.appKey,
      app_secret: appSecret,
      refresh_token: oldTokens.refreshToken,
      grant_type: 'refresh_token',
    });
    expect(request?.headers).not.toHaveProperty('x-tts-access-token');
  });

  test('the new pair is stored first, then its expiries, and the next call uses it', async () => {
    stall = await aStall(nearlyOver);
    stall.tiktok.behave = takesOnlyNew(grant);
    const marketplace = await opened(stall.process());
    const writes = stall.plan.passed.filter((point) => /^before (vault.store|sellers.record)/.test(point));
    expect(writes).toEqual(['before vault.storeTokens', 'before sellers.recordRefresh']);
    expect(await stall.vault.readTokens(aSeller)).toEqual(newTokens);
    expect(await stall.sellers.read(aSeller)).toEqual(renewed);
    await expect(marketplace.searchOrders(window)).resolves.toMatchObject({ total: 1 });
  });

  test('a warm process reads the vault once', async () => {
    stall = await aStall();
    const shop = stall.process();
    for (const id of ['1', '2', '3']) await shop.open(aShop({ id }), now);
    await (await opened(shop)).readTrace('57');
    expect(stall.plan.passed.filter((point) => point === 'before vault.readTokens')).toHaveLength(1);
    expect(stall.plan.passed.filter((point) => point === 'before vault.readAppSecret')).toHaveLength(1);
  });

  test('two shops of one seller share one refresh', async () => {
    stall = await aStall(nearlyOver);
    stall.tiktok.behave = takesOnlyNew(grant);
    const shop = stall.process();
    const both = await Promise.all([shop.open(aShop(), now), shop.open(aShop({ id: '2' }), now)]);
    expect(stall.tiktok.on(refreshPath)).toHaveLength(1);
    expect(both.every(({ marketplace }) => marketplace !== undefined)).toBe(true);
  });

  test('a warm process takes over the token that another one fetched', async () => {
    stall = await aStall();
    stall.tiktok.behave = takesOnlyNew(refused(98001006));
    const shop = stall.process();
    await opened(shop);
    await stall.vault.storeTokens(aSeller, newTokens);
    stall.sellers.seed(aSeller, renewed);
    await (await opened(shop)).searchOrders(window);
    expect(stall.tiktok.seen.map(({ headers }) => headers['x-tts-access-token'])).toEqual([newTokens.accessToken]);
  });
});

describe('a refusal', () => {
  test('is recorded with its first date, and the old token serves while it lives', async () => {
    stall = await aStall(nearlyOver);
    stall.tiktok.behave = () => refused(98001006);
    const shop = stall.process();
    const first = await shop.open(aShop(), now);
    expect(first.marketplace).toBeDefined();
    expect(first.transient).toBeUndefined();
    const later = await shop.open(aShop(), hoursFromNow(1));
    expect(later.credentials).toEqual({ ...nearlyOver, refusedSince: now });
    expect(await stall.sellers.read(aSeller)).toEqual({ ...nearlyOver, refusedSince: now });
    expect(stall.tiktok.on(refreshPath)).toHaveLength(2);
  });

  test('leaves no marketplace once the old token is over', async () => {
    stall = await aStall(over);
    stall.tiktok.behave = () => refused(98001006);
    const { marketplace, credentials, transient } = await stall.process().open(aShop(), now);
    expect({ marketplace, transient }).toEqual({});
    expect(credentials.refusedSince).toBe(now);
  });

  test('is forgotten when the seller has renewed the authorization', async () => {
    stall = await aStall(someCredentials({ refusedSince: daysAgo(2) }));
    stall.tiktok.behave = takesOnlyNew(grant);
    const { credentials } = await stall.process().open(aShop(), now);
    expect(credentials).toEqual(renewed);
    expect(await stall.sellers.read(aSeller)).toEqual(renewed);
  });

  test.each([
    ['a lifetime in the place of a time', { access_token_expire_in: 604800 }],
    ['no refresh token', { refresh_token: undefined }],
  ])('so is a grant with %s: nothing is stored', async (_, spoiled) => {
    stall = await aStall(over);
    const full = { access_token: 'a', access_token_expire_in: 1768215900, refresh_token: 'r' };
    stall.tiktok.behave = () => ok({ ...full, refresh_token_expire_in: 1798675200, ...spoiled });
    const { marketplace, credentials } = await stall.process().open(aShop(), now);
    expect(marketplace).toBeUndefined();
    expect(credentials.refusedSince).toBe(now);
    expect(await stall.vault.readTokens(aSeller)).toEqual(oldTokens);
  });

  test('without tokens, or without the app secret, there is nothing to call with', async () => {
    stall = await aStall();
    const stranger = { appKey: 'nobody', openId: 'nowhere' };
    stall.sellers.seed(stranger, someCredentials());
    const noTokens = await stall.process().open(aShop({ seller: stranger }), now);
    await stall.vault.storeTokens(stranger, oldTokens);
    const noSecret = await stall.process().open(aShop({ seller: stranger }), now);
    for (const answer of [noTokens, noSecret]) {
      expect(answer.marketplace).toBeUndefined();
      expect(answer.credentials.refusedSince).toBe(now);
    }
    expect(stall.tiktok.seen).toEqual([]);
  });
});

describe('a passing failure while refreshing', () => {
  test('goes on with the old token while it lives', async () => {
    stall = await aStall(nearlyOver);
    stall.tiktok.behave = () => refused(36009002, 'slow down', 429);
    const { marketplace, credentials, transient } = await stall.process().open(aShop(), now);
    expect(marketplace?.calls).toMatchObject({ other: 1, retries: 3 });
    expect(transient).toBeUndefined();
    expect(credentials).toEqual(nearlyOver);
  });

  test('is said when the old token is over, and is no refusal', async () => {
    stall = await aStall(over);
    stall.tiktok.behave = () => 'reset';
    const { marketplace, credentials, transient } = await stall.process().open(aShop(), now);
    expect(marketplace).toBeUndefined();
    expect(transient).toMatch(/^token refresh: (UND_ERR_SOCKET|ECONNRESET)$/);
    expect(credentials).toEqual(over);
  });

  test('gives the lease back, so the next process need not wait', async () => {
    stall = await aStall(over);
    stall.tiktok.behave = () => ({ text: '', status: 503 });
    await stall.process('one').open(aShop(), now);
    stall.tiktok.behave = takesOnlyNew(grant);
    expect((await stall.process('two').open(aShop(), now)).marketplace).toBeDefined();
  });
});
