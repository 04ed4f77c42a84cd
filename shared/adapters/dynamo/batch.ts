import { BatchGetItemCommand, BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import type { WriteRequest } from '@aws-sdk/client-dynamodb';
import type { Duration } from '../../domain/time.ts';
import { Transient } from '../../ports/errors.ts';
import { attempt } from '../aws-failure.ts';
import type { Table } from './client.ts';
import type { Item } from './item.ts';
import { keyAttributes, keyOf } from './item.ts';
import type { Key } from './keys.ts';

/** DynamoDB's own limits a call (API reference, 2026). */
const keysPerRead = 100;
const itemsPerWrite = 25;

/** Calls in flight at once: enough to hide the latency, far from 1,000 writes/s on one partition key. */
const lanes = 4;

/** What the table left undone is asked for again so often, at most 1.6 s apart. */
const rounds = 8;
const firstWait = 25;

/** Reads these keys, consistently; what is not there is left out. No order is kept. */
export async function readAll(table: Table, keys: readonly Key[]): Promise<readonly Item[]> {
  const found = await inLanes(chunks(distinct(keys, same), keysPerRead), (some) => readSome(table, some));
  return found.flat();
}

export async function putAll(table: Table, items: readonly Item[]): Promise<void> {
  const last = distinct(items, (item) => same(keyOf(item)));
  await writeAll(
    table,
    last.map((item) => ({ PutRequest: { Item: item } })),
  );
}

export async function deleteAll(table: Table, keys: readonly Key[]): Promise<void> {
  await writeAll(
    table,
    distinct(keys, same).map((key) => ({ DeleteRequest: { Key: keyAttributes(key) } })),
  );
}

async function readSome(table: Table, keys: readonly Key[]): Promise<readonly Item[]> {
  const found: Item[] = [];
  await untilDone(table, 'read', keys.map(keyAttributes), async (rest) => {
    const { Responses, UnprocessedKeys } = await attempt('dynamodb read', () =>
      table.client.send(
        new BatchGetItemCommand({ RequestItems: { [table.name]: { Keys: [...rest], ConsistentRead: true } } }),
      ),
    );
    found.push(...(Responses?.[table.name] ?? []));
    return UnprocessedKeys?.[table.name]?.Keys ?? [];
  });
  return found;
}

async function writeAll(table: Table, requests: readonly WriteRequest[]): Promise<void> {
  await inLanes(chunks(requests, itemsPerWrite), (some) =>
    untilDone(table, 'write', some, async (rest) => {
      const { UnprocessedItems } = await attempt('dynamodb write', () =>
        table.client.send(new BatchWriteItemCommand({ RequestItems: { [table.name]: [...rest] } })),
      );
      return UnprocessedItems?.[table.name] ?? [];
    }),
  );
}

/** Repeats a batch with what the table left undone, more patiently each time. */
async function untilDone<Request>(
  table: Table,
  what: string,
  requests: readonly Request[],
  send: (rest: readonly Request[]) => Promise<readonly Request[]>,
): Promise<void> {
  let rest = requests;
  for (let round = 0; round < rounds; round += 1) {
    rest = await send(rest);
    if (rest.length === 0) return;
    await table.pause((Math.random() * firstWait * 2 ** round) as Duration);
  }
  throw new Transient(`dynamodb ${what}: ${rest.length} of ${requests.length} items were left undone`);
}

/**
 * Runs tasks side by side and waits for all that were started even when one fails: a write still under way may not
 * land after the caller has gone on.
 */
export async function inLanes<Task, Answer>(
  tasks: readonly Task[],
  run: (task: Task) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const some of chunks(tasks, lanes)) {
    const settled = await Promise.allSettled(some.map(run));
    for (const outcome of settled) {
      if (outcome.status === 'rejected') throw outcome.reason;
      answers.push(outcome.value);
    }
  }
  return answers;
}

/** A batch may not name a key twice; the last one given wins, as it would one by one. */
function distinct<Thing>(things: readonly Thing[], identity: (thing: Thing) => string): readonly Thing[] {
  return [...new Map(things.map((thing) => [identity(thing), thing])).values()];
}

function same({ pk, sk }: Key): string {
  return `${pk}\n${sk}`;
}

function chunks<Thing>(things: readonly Thing[], size: number): readonly (readonly Thing[])[] {
  return Array.from({ length: Math.ceil(things.length / size) }, (_, place) =>
    things.slice(place * size, (place + 1) * size),
  );
}
