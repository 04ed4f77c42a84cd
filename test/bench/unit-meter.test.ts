import { expect, it } from 'vitest';
import { meterExchange, UnitMeter } from './unit-meter.ts';

const key = { pk: { S: 'open#1' }, sk: { S: 'a' } };
const meter = new UnitMeter();

/** An item of so many bytes, its key included. */
function item(bytes: number) {
  return { ...key, v: { S: 'x'.repeat(bytes - 'pkopen#1skav'.length) } };
}

function exchange(operation: string, asked: object, answered: object = {}) {
  meterExchange(meter, operation, { ...asked }, { ...answered });
  return meter.take();
}

it('bills a put by its KB, and one that makes an item smaller by what was there', () => {
  expect(exchange('PutItem', { Item: item(1_024) }).write).toEqual({ open: 1 });
  expect(exchange('PutItem', { Item: item(2_500) }).write).toEqual({ open: 3 });
  expect(exchange('PutItem', { Item: item(100) }).write).toEqual({ open: 3 });
});

it('bills updates and deletes by the item that is there, one unit at least', () => {
  exchange('PutItem', { Item: item(2_000) });
  expect(exchange('UpdateItem', { Key: key }).write).toEqual({ open: 2 });
  expect(exchange('DeleteItem', { Key: key }).write).toEqual({ open: 2 });
  expect(exchange('DeleteItem', { Key: key }).write).toEqual({ open: 1 });
});

it('bills a batch of writes item by item', () => {
  const requests = [{ PutRequest: { Item: item(1_500) } }, { DeleteRequest: { Key: { ...key, sk: { S: 'b' } } } }];
  expect(exchange('BatchWriteItem', { RequestItems: { table: requests } }).write).toEqual({ open: 3 });
});

it('bills reads by 4 KB, half of it where they need not be consistent; nothing found is a unit too', () => {
  const asked = { Key: key, ConsistentRead: true };
  expect(exchange('GetItem', asked, { Item: item(4_097) }).read).toEqual({ open: 2 });
  expect(exchange('GetItem', { Key: key }, { Item: item(4_096) }).read).toEqual({ open: 0.5 });
  expect(exchange('GetItem', asked).read).toEqual({ open: 1 });
});

it('bills a query by the page and a batch of reads by the item', () => {
  const items = [item(3_000), item(3_000)];
  const query = { ExpressionAttributeValues: { ':pk': { S: 'open#1' } }, ConsistentRead: true };
  expect(exchange('Query', query, { Items: items }).read).toEqual({ open: 2 });
  const keys = { Keys: [key, { ...key, sk: { S: 'b' } }], ConsistentRead: true };
  const answered = { Responses: { table: [item(5_000)] } };
  expect(exchange('BatchGetItem', { RequestItems: { table: keys } }, answered).read).toEqual({ open: 3 });
});

it('lets nothing go uncounted', () => {
  expect(() => exchange('TransactWriteItems', {})).toThrow('TransactWriteItems');
});
