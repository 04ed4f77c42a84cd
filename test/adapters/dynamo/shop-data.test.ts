import { afterAll, beforeAll, expect, it } from 'vitest';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { createSsmClient } from '../../../shared/adapters/secrets.ts';
import { keyAttributes } from '../../../shared/adapters/dynamo/item.ts';
import * as keys from '../../../shared/adapters/dynamo/keys.ts';
import { readPartition } from '../../../shared/adapters/dynamo/query.ts';
import { StoredShopData } from '../../../shared/adapters/dynamo/shop-data.ts';
import { DynamoShops, putShop } from '../../../shared/adapters/dynamo/shops.ts';
import { knownToShops } from '../../../shared/known-to-shops.ts';
import { dayOf } from '../../../shared/domain/day-totals.ts';
import { after, before, days, hours, type Instant } from '../../../shared/domain/time.ts';
import { aSeller, aShop } from '../../support/a-shop.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { startSsm, type SsmStandIn } from '../../support/ssm-stand-in.ts';
import { describeOnEachEngine } from './on-each-store.ts';

const prefix = '/tidewatch';
const channels = [{ id: 'erp', kind: 'webhook', locale: 'en' }] as const;
const shop = aShop({ id: '7', slack: { locale: 'en' }, channels });

let ssm: SsmStandIn;
beforeAll(async () => {
  ssm = await startSsm();
});
afterAll(() => ssm.stop());

/** One key of every kind in which something of a shop may stand. */
function keysOf(id: string, wall: Instant): readonly keys.Key[] {
  const order = { id: '5782', createdAt: before(wall, days(100)) };
  const lists = ['told', 'remedy', 'run', 'quarantine', 'day', 'score', 'list', 'channel', 'case'] as const;
  return [
    keys.watchKey(id),
    keys.openKey(id, order.id),
    keys.closedKey(id, order),
    keys.closedKey(id, { id: '1', createdAt: before(wall, days(152)) }),
    keys.closedKey(id, { id: '2', createdAt: wall }),
    // A backfill brought it.
    keys.closedKey(id, { id: '3', createdAt: before(wall, days(1_000)) }),
    keys.olderDayKey(id, dayOf(before(wall, days(1_000)))),
    keys.deedKey(id, order.id),
    { pk: keys.actPartition(id), sk: 'link/1' },
    keys.secondTraceKey(id, 'JD1'),
    ...lists.map((list) => ({ pk: keys.recordPartition(list, id), sk: '1' })),
    keys.hintKey(id),
  ];
}

describeOnEachEngine('what is kept of a shop', (table) => {
  async function stored(clock: FakeClock) {
    const made = await table(clock);
    const put = async (key: keys.Key) => {
      await made.client.send(new PutItemCommand({ TableName: made.name, Item: keyAttributes(key) }));
    };
    for (const id of ['7', '77']) for (const key of keysOf(id, clock.wallTime)) await put(key);
    await put(keys.sellerKey(aSeller));
    await putShop(made, shop);
    ssm.forget();
    for (const name of [
      'shops/7/slack',
      'shops/7/channels/erp',
      'shops/77/slack',
      `sellers/${aSeller.appKey}/${aSeller.openId}`,
    ]) {
      ssm.put(`${prefix}/${name}`, 'secret');
    }
    const client = createSsmClient({
      endpoint: ssm.endpoint,
      region: 'eu-west-1',
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    });
    const left = async (id: string) => {
      const found = await Promise.all(
        keysOf(id, clock.wallTime).map(async ({ pk, sk }) =>
          (await readPartition(made, pk)).some((item) => item['sk']?.S === sk),
        ),
      );
      return found.filter(Boolean).length;
    };
    return { made, left, data: new StoredShopData(made, client, prefix) };
  }

  it('is gone with its secrets, and nothing of another shop is', async () => {
    const clock = new FakeClock();
    const { made, left, data } = await stored(clock);
    const all = keysOf('7', clock.wallTime).length;
    expect([await left('7'), await left('77')]).toEqual([all, all]);
    expect(await data.remove(shop, false, after(clock.wallTime, hours(1)))).toBe(true);
    expect([await left('7'), await left('77')]).toEqual([0, all]);
    expect([...ssm.versions.keys()]).toEqual([
      `${prefix}/shops/77/slack`,
      `${prefix}/sellers/${aSeller.appKey}/${aSeller.openId}`,
    ]);
    expect(await readPartition(made, keys.sellerKey(aSeller).pk)).toHaveLength(1);
    await data.removeSettings(shop.id);
    expect(await new DynamoShops(made, knownToShops).list()).toEqual([]);
  });

  it('takes the tokens of its seller along where no other shop needs them, and may be gone already', async () => {
    const clock = new FakeClock();
    const { made, data } = await stored(clock);
    for (const _ of ['once', 'again'])
      expect(await data.remove(shop, true, after(clock.wallTime, hours(1)))).toBe(true);
    expect([...ssm.versions.keys()]).toEqual([`${prefix}/shops/77/slack`]);
    expect(await readPartition(made, keys.sellerKey(aSeller).pk)).toEqual([]);
  });

  it('is left for the next time when time is up', async () => {
    const clock = new FakeClock();
    const { left, data } = await stored(clock);
    expect(await data.remove(shop, true, clock.wallTime)).toBe(false);
    expect(await left('7')).toBeGreaterThan(0);
  });
});
