import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { DynamoShops, putShop } from '../../../shared/adapters/dynamo/shops.ts';
import { knownToShops } from '../../../shared/known-to-shops.ts';
import { aShop } from '../../support/a-shop.ts';
import { daysAgo } from '../../support/moments.ts';
import { describeOnEachEngine } from './on-each-store.ts';

describeOnEachEngine('stored settings', (table) => {
  it('are changed unless somebody was faster, who then is heard', async () => {
    const opened = await table();
    const shops = new DynamoShops(opened, knownToShops);
    await putShop(opened, aShop({ id: 's' }));
    expect(await shops.change('s', () => undefined)).toBe(false);
    expect(await shops.change('gone', (shop) => shop)).toBe(false);
    expect(await shops.change('s', (shop) => ({ ...shop, paused: true, deauthorized: daysAgo(1) }))).toBe(true);
    expect(await shops.read('s')).toEqual(aShop({ id: 's', paused: true, deauthorized: daysAgo(1) }));
    const client: Pick<typeof opened.client, 'send'> = Object.create(opened.client);
    // Somebody writes between the reading and the writing.
    client.send = (async (command: UpdateItemCommand) => {
      if (command instanceof UpdateItemCommand) await putShop(opened, aShop({ id: 's' }));
      return await opened.client.send(command);
    }) as typeof client.send;
    const slow = new DynamoShops({ ...opened, client: client as typeof opened.client }, knownToShops);
    expect(await slow.change('s', (shop) => ({ ...shop, name: 'mine' }))).toBe(false);
    expect(await shops.read('s')).toEqual(aShop({ id: 's' }));
  });
});
