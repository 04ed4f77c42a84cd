import { expect, it } from 'vitest';
import { DynamoSellers, putSeller } from '../../../shared/adapters/dynamo/sellers.ts';
import { after, minutes } from '../../../shared/domain/time.ts';
import type { Sellers } from '../../../shared/ports/credentials.ts';
import { Transient } from '../../../shared/ports/errors.ts';
import { aSeller, someCredentials } from '../../support/a-shop.ts';
import { FakeSellers } from '../../support/fake-sellers.ts';
import { hoursAgo, minutesFromNow, now } from '../../support/moments.ts';
import { describeOnEachEngine, describeOnEachStore } from './on-each-store.ts';

const until = minutesFromNow(1);

describeOnEachStore<Sellers>(
  'the sellers',
  { fake: () => new FakeSellers(), real: (table) => new DynamoSellers(table) },
  (fresh) => {
    it('know nothing of a seller nobody has authorized', async () => {
      expect(await (await fresh()).read(aSeller)).toEqual({});
    });

    it('record a refresh and give the lease back', async () => {
      const sellers = await fresh();
      expect(await sellers.acquireRefresh(aSeller, 'first', now, until)).toBe(true);
      expect(await sellers.read(aSeller)).toEqual({});
      await sellers.recordRefresh(aSeller, 'first', someCredentials());
      expect(await sellers.read(aSeller)).toEqual(someCredentials());
      expect(await sellers.acquireRefresh(aSeller, 'second', now, until)).toBe(true);
    });

    it('record since when a refresh is refused, and forget it when one succeeds', async () => {
      const sellers = await fresh();
      await sellers.acquireRefresh(aSeller, 'first', now, until);
      await sellers.recordRefresh(aSeller, 'first', someCredentials({ refusedSince: hoursAgo(2) }));
      expect((await sellers.read(aSeller)).refusedSince).toBe(hoursAgo(2));
      await sellers.acquireRefresh(aSeller, 'second', now, until);
      await sellers.recordRefresh(aSeller, 'second', someCredentials({ refreshExpiresAt: undefined }));
      expect(await sellers.read(aSeller)).toEqual(someCredentials({ refreshExpiresAt: undefined }));
    });

    it('record that nothing at all is known', async () => {
      const sellers = await fresh();
      await sellers.acquireRefresh(aSeller, 'first', now, until);
      await sellers.recordRefresh(aSeller, 'first', {});
      expect(await sellers.read(aSeller)).toEqual({});
    });

    it('let one refresh in at a time, and the next one when its time has run out', async () => {
      const sellers = await fresh();
      await sellers.acquireRefresh(aSeller, 'first', now, until);
      expect(await sellers.acquireRefresh(aSeller, 'second', now, until)).toBe(false);
      expect(await sellers.acquireRefresh(aSeller, 'second', until, after(until, minutes(1)))).toBe(true);
      await expect(sellers.recordRefresh(aSeller, 'first', someCredentials())).rejects.toThrow(Transient);
      expect(await sellers.read(aSeller)).toEqual({});
    });

    it('keep sellers of two apps apart', async () => {
      const sellers = await fresh();
      const other = { ...aSeller, appKey: 'other' };
      expect(await sellers.acquireRefresh(aSeller, 'first', now, until)).toBe(true);
      expect(await sellers.acquireRefresh(other, 'second', now, until)).toBe(true);
    });
  },
);

describeOnEachEngine('a seller written down by a person', (table) => {
  it('is known, and a refresh under way keeps its lease', async () => {
    const opened = await table();
    const sellers = new DynamoSellers(opened);
    await sellers.acquireRefresh(aSeller, 'first', now, until);
    await putSeller(opened, aSeller, someCredentials());
    const consentedAt = opened.clock.wall();
    expect(await sellers.read(aSeller)).toEqual({ ...someCredentials(), consentedAt });
    expect(await sellers.acquireRefresh(aSeller, 'second', now, until)).toBe(false);
    await sellers.recordRefresh(aSeller, 'first', { refusedSince: now });
    expect(await sellers.read(aSeller)).toEqual({ refusedSince: now, consentedAt });
    await putSeller(opened, aSeller, {});
    expect(await sellers.read(aSeller)).toEqual({ consentedAt });
  });
});
