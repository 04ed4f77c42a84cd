import * as z from 'zod';
import { milestones } from '../../domain/milestone.ts';
import type { SecondTrace } from '../../domain/second-trace.ts';
import { days, type Instant } from '../../domain/time.ts';
import type { SecondTraces } from '../../ports/second-traces.ts';
import { instantSchema } from '../domain-schema.ts';
import { putAll, readAll } from './batch.ts';
import type { Table } from './client.ts';
import { expiry, isAlive, keyAttributes, readDocument } from './item.ts';
import { secondTraceKey } from './keys.ts';

/** An order is watched for 60 days, and its parcels' numbers are asked about by nobody later (house rule, 2026). */
const life = days(90);

const traceSchema = z.object({
  number: z.string(),
  source: z.string(),
  askedAt: instantSchema,
  state: z.enum(['pending', 'traced', 'not-found', 'unreadable']),
  carrier: z.string().exactOptional(),
  status: z.string().exactOptional(),
  events: z.array(
    z.object({
      at: instantSchema,
      text: z.string(),
      milestone: z.enum([...milestones, 'unrecognised']),
      zone: z.enum(['stated', 'assumed']),
    }),
  ),
}) satisfies z.ZodType<SecondTrace>;

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
    const traces = alive.map((item) => readDocument(item, 'trace', traceSchema));
    return new Map(traces.map((trace) => [trace.number, trace]));
  }

  async write(shop: string, traces: readonly SecondTrace[], wall: Instant): Promise<void> {
    const ttl = expiry(wall, life);
    await putAll(
      this.#table,
      traces.map((trace) => ({
        ...keyAttributes(secondTraceKey(shop, trace.number)),
        trace: { S: JSON.stringify(trace) },
        ...ttl,
      })),
    );
  }
}
