import * as z from 'zod';
import { systemClock } from '../shared/adapters/clock.ts';
import { openTable } from '../shared/adapters/dynamo/client.ts';
import { createSqsClient, SqsOutbox } from '../shared/adapters/queue.ts';
import { backfill, type BackfillOrder, type BackfillPorts } from '../shared/jobs/backfill.ts';
import type { Environment } from './environment.ts';
import { onEvent } from './runtime/on-event.ts';
import { moment, parseEvent } from './runtime/parse-event.ts';
import { shopsIn } from './runtime/shops-in.ts';

/** Orders created from `from` (included) to `to` (not); silent unless `notify` is true. */
const backfillOrder: z.ZodType<BackfillOrder> = z
  .strictObject({
    shop: z.string({ error: 'give the id of an item of shops, in quotes' }).min(1),
    from: moment,
    to: moment,
    notify: z.boolean().default(false),
    now: moment.exactOptional(),
  })
  .refine(({ from, to }) => from < to, { path: ['to'], error: 'has to lie after from' });

/** Called by a person, through the command line. */
export const handler = onEvent({
  name: 'backfill',
  read: parseEvent(backfillOrder),
  build,
  run: backfill,
  done: 'Backfill started',
});

/** On a cold start only. */
function build({ TABLE_NAME, SWEEP_QUEUE_URL }: Environment<'backfill'>): BackfillPorts {
  return {
    shops: shopsIn(openTable(TABLE_NAME, systemClock)),
    outbox: new SqsOutbox(createSqsClient(), { sweep: SWEEP_QUEUE_URL }),
    clock: systemClock,
  };
}
