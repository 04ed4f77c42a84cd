import type { DynamoDBClient, KeysAndAttributes, WriteRequest } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deleteAll, putAll, readAll } from '../../../shared/adapters/dynamo/batch.ts';
import type { Table } from '../../../shared/adapters/dynamo/client.ts';
import { createDynamoClient } from '../../../shared/adapters/dynamo/client.ts';
import { keyAttributes, keyOf } from '../../../shared/adapters/dynamo/item.ts';
import { DynamoWatches } from '../../../shared/adapters/dynamo/watches.ts';
import { Transient } from '../../../shared/ports/errors.ts';
import type { DynamoEngine } from '../../support/dynamo-engine.ts';
import { freePort, startDynamo } from '../../support/dynamo-engine.ts';

const keys = Array.from({ length: 260 }, (_, place) => ({ pk: 'p', sk: String(place).padStart(3, '0') }));

describe('batches that the table does not finish', () => {
  let engine: DynamoEngine;
  let table: Table;
  let calls: string[];
  let waits: number[];

  beforeAll(async () => {
    engine = await startDynamo();
  });
  afterAll(() => engine.stop());
  beforeEach(async () => {
    calls = [];
    waits = [];
    const opened = await engine.table();
    table = {
      ...opened,
      client: clientOf(engine),
      pause: (wait) => {
        waits.push(wait);
        return Promise.resolve();
      },
    };
  });

  it('are finished by asking again, more patiently each time', async () => {
    leaveUndone(table.client, 'BatchWriteItemCommand', 10, calls);
    leaveUndone(table.client, 'BatchGetItemCommand', 30, calls);
    await putAll(table, keys.map(keyAttributes));
    const read = await readAll(table, keys);
    expect(read.map((item) => keyOf(item).sk).toSorted()).toEqual(keys.map(({ sk }) => sk));
    expect(calls.filter((name) => name === 'BatchWriteItemCommand')).toHaveLength(10 * 3 + 1);
    expect(waits.length).toBeGreaterThan(20);
    await deleteAll(table, keys.slice(1));
    expect((await readAll(table, keys)).map(keyOf)).toEqual(keys.slice(0, 1));
  });

  it('are given up as passing when nothing moves', async () => {
    leaveUndone(table.client, 'BatchWriteItemCommand', 0, calls);
    await expect(putAll(table, keys.slice(0, 30).map(keyAttributes))).rejects.toThrow(Transient);
    await expect(putAll(table, keys.slice(0, 30).map(keyAttributes))).rejects.toThrow(
      '25 of 25 items were left undone',
    );
    expect(Math.max(...waits)).toBeLessThanOrEqual(1_600 * 2);
  });

  it('let nothing land after a failure has been reported', async () => {
    let landed = 0;
    let sent = 0;
    table.client.middlewareStack.add(
      (next) => async (args) => {
        sent += 1;
        if (sent === 1) throw Object.assign(new Error('no'), { name: 'ValidationException' });
        const answer = await next(args);
        landed += 1;
        return answer;
      },
      { step: 'initialize' },
    );
    await expect(putAll(table, keys.map(keyAttributes))).rejects.toThrow('no');
    expect(landed).toBe(3);
    expect(sent).toBe(4);
  });

  it.each([
    ['throttling', { name: 'ProvisionedThroughputExceededException' }],
    ['an on-demand table that grows too fast', { name: 'ThrottlingException' }],
    ['a failure of DynamoDB', { name: 'InternalServerError', $metadata: { httpStatusCode: 500 } }],
    ['a broken connection', { name: 'Error', code: 'ECONNRESET' }],
    ['a 503 of something between', { name: 'Unknown', $metadata: { httpStatusCode: 503 } }],
  ])('call %s passing', async (_, failure) => {
    failWith(table.client, Object.assign(new Error('a reason'), failure));
    await expect(readAll(table, keys)).rejects.toThrow(Transient);
    await expect(new DynamoWatches(table).read('s')).rejects.toThrow(Transient);
  });

  it.each([
    ['a missing permission', { name: 'AccessDeniedException', $metadata: { httpStatusCode: 400 } }],
    ['a request that is wrong', { name: 'ValidationException', $metadata: { httpStatusCode: 400 } }],
  ])('do not call %s passing', async (_, failure) => {
    failWith(table.client, Object.assign(new Error('a reason'), failure));
    await expect(readAll(table, keys)).rejects.toThrow('a reason');
    await expect(readAll(table, keys)).rejects.not.toThrow(Transient);
  });

  it('call a table that cannot be reached passing', async () => {
    const endpoint = `http://127.0.0.1:${await freePort()}`;
    const unreachable = { ...table, client: clientOf({ endpoint }) };
    await expect(readAll(unreachable, keys)).rejects.toThrow(Transient);
  });
});

function clientOf({ endpoint }: Pick<DynamoEngine, 'endpoint'>): DynamoDBClient {
  return createDynamoClient({
    endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
}

function failWith(client: DynamoDBClient, error: Error): void {
  client.middlewareStack.add(() => () => Promise.reject(error), { step: 'initialize' });
}

/** Lets only the first `done` things of a batch through and hands the rest back, as a busy table does. */
function leaveUndone(client: DynamoDBClient, command: string, done: number, calls: string[]): void {
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context['commandName'] !== command || !('RequestItems' in args.input)) return next(args);
      calls.push(command);
      const [[name, wanted] = ['', []]] = Object.entries(args.input.RequestItems ?? {});
      const { now, rest } = split(name, wanted, done);
      if (done === 0) return { response: {}, output: { $metadata: {}, ...rest } };
      const answer = await next({
        ...args,
        input: { ...args.input, RequestItems: { [name]: now } },
      });
      return { ...answer, output: { ...answer.output, ...rest } };
    },
    { step: 'initialize' },
  );
}

type Batch = readonly WriteRequest[] | KeysAndAttributes;

function split(name: string, wanted: Batch, done: number): { readonly now: Batch; readonly rest: object } {
  if (!('Keys' in wanted)) {
    const later = wanted.slice(done);
    const now = wanted.slice(0, done);
    return { now, rest: { UnprocessedItems: later.length > 0 ? { [name]: later } : {} } };
  }
  const { Keys = [] } = wanted;
  const later = { ...wanted, Keys: Keys.slice(done) };
  return {
    now: { ...wanted, Keys: Keys.slice(0, done) },
    rest: { UnprocessedKeys: later.Keys.length > 0 ? { [name]: later } : {} },
  };
}
