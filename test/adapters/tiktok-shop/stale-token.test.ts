import { afterEach, describe, expect, test } from 'vitest';
import { Rejected } from '../../../shared/ports/errors.ts';
import type { OrderWindow } from '../../../shared/ports/marketplace.ts';
import { aSeller, aShop } from '../../support/a-shop.ts';
import { hoursAgo, now } from '../../support/moments.ts';
import { grant, refreshPath, renewed, takesOnlyNew } from './a-grant.ts';
import { type Stall, aStall, newTokens, opened } from './a-stall.ts';
import { refused } from './fake-tiktok.ts';

const window: OrderWindow = { by: 'update_time', from: hoursAgo(1), to: now };

let stall: Stall;
afterEach(async () => {
  await stall.close();
});

describe('a token turned away in the middle of a sweep', () => {
  test('is renewed once for all calls under way, and each of them is repeated', async () => {
    stall = await aStall();
    stall.tiktok.behave = takesOnlyNew(grant);
    const marketplace = await opened(stall.process());
    const pages = await Promise.all(Array.from({ length: 10 }, () => marketplace.searchOrders(window)));
    expect(pages.every(({ total }) => total === 1)).toBe(true);
    expect(stall.tiktok.on(refreshPath)).toHaveLength(1);
    expect(marketplace.calls).toEqual({ search: 10, detail: 0, tracking: 0, other: 1, retries: 10 });
    expect(await stall.sellers.read(aSeller)).toEqual(renewed);
  });

  test('a token that somebody else has stored is taken without a refresh', async () => {
    stall = await aStall();
    stall.tiktok.behave = takesOnlyNew(refused(98001006));
    const marketplace = await opened(stall.process());
    await stall.vault.storeTokens(aSeller, newTokens);
    await expect(marketplace.searchOrders(window)).resolves.toMatchObject({ total: 1 });
    expect(stall.tiktok.on(refreshPath)).toEqual([]);
  });

  test('a refused renewal reaches the caller as a credential fault, and the record', async () => {
    stall = await aStall();
    stall.tiktok.behave = takesOnlyNew(refused(98001006));
    const shop = await stall.process().open(aShop(), now);
    const error = await shop.marketplace?.searchOrders(window).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Rejected);
    expect(error).toMatchObject({
      about: 'credential',
      message: expect.stringContaining('order search refused: code 105002'),
    });
    expect((await stall.sellers.read(aSeller)).refusedSince).toBe(now);
    expect(shop.credentials.refusedSince).toBe(now);
  });

  test('a renewal that fails for now is Transient', async () => {
    stall = await aStall();
    stall.tiktok.behave = takesOnlyNew({ text: '', status: 503 });
    const marketplace = await opened(stall.process());
    await expect(marketplace.searchOrders(window)).rejects.toMatchObject({ name: 'Transient' });
    expect((await stall.sellers.read(aSeller)).refusedSince).toBeUndefined();
  });

  test('a new token that is turned away as well ends the call', async () => {
    stall = await aStall();
    stall.tiktok.behave = ({ path }) => (path === refreshPath ? grant : refused(105002));
    const marketplace = await opened(stall.process());
    await expect(marketplace.searchOrders(window)).rejects.toMatchObject({ name: 'Rejected', about: 'credential' });
    expect(stall.tiktok.on(refreshPath)).toHaveLength(1);
    expect(stall.tiktok.seen).toHaveLength(3);
  });

  test('a missing scope cannot be mended by a refresh', async () => {
    stall = await aStall();
    stall.tiktok.behave = () => refused(105005, 'scope', 401);
    const marketplace = await opened(stall.process());
    await expect(marketplace.searchOrders(window)).rejects.toMatchObject({ name: 'Rejected', about: 'credential' });
    expect(stall.tiktok.seen).toHaveLength(1);
  });
});
