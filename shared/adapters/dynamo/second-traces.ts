import type { SecondTrace } from '../../domain/second-trace.ts';
import { days, type Instant } from '../../domain/time.ts';
import type { SecondTraces } from '../../ports/second-traces.ts';
import { putAll, readAll } from './batch.ts';
import type { Table } from './client.ts';
import { expiry, isAlive, keyAttributes, keyOf, readItem, readText, type Item } from './item.ts';
import { secondTraceKey } from './keys.ts';
import { refuse } from './pack.ts';
import { packEvents, packSecondTrace, unpackSecondTrace } from './packed-second-trace.ts';

/** An order is watched for 60 days, and its parcels' numbers are asked about by nobody later (house rule, 2026). */
const life = days(90);

/** One item per number, in as many shards as the open book; only silent parcels have one. */
export class DynamoSecondTraces implements SecondTraces {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async find(shop: string, numbers: readonly string[]): Promise<ReadonlyMap<string, SecondTrace>> {
    const items = await readAll(
      this.#table,
      numbers.map((number) => secondTraceKey(shop, number)),
    );
    const alive = items.filter((item) => isAlive(item, this.#table.clock));
    return new Map(alive.map(traceOf).map((trace) => [trace.number, trace]));
  }

  async write(shop: string, traces: readonly SecondTrace[], wall: Instant): Promise<void> {
    const ttl = expiry(wall, life);
    await putAll(
      this.#table,
      traces.map((trace) => ({ ...itemOf(shop, trace), ...ttl })),
    );
  }
}

function itemOf(shop: string, trace: SecondTrace): Item {
  const { number, events } = trace;
  return {
    ...keyAttributes(secondTraceKey(shop, number)),
    trace: { S: packSecondTrace(trace) },
    ...(events.length > 0 && { events: { S: packEvents(trace) } }),
  };
}

function traceOf(item: Item): SecondTrace {
  const events = item['events'] === undefined ? '' : readText(item, 'events');
  return readItem(item, 'trace', ({ S }) => unpackSecondTrace(keyOf(item).sk, S ?? refuse('not a text'), events));
}
