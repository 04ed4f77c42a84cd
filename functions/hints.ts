import * as z from 'zod';
import { systemClock } from '../shared/adapters/clock.ts';
import { openTable } from '../shared/adapters/dynamo/client.ts';
import { DynamoHints } from '../shared/adapters/dynamo/hints.ts';
import { DynamoWatches } from '../shared/adapters/dynamo/watches.ts';
import { createSqsClient, SqsOutbox } from '../shared/adapters/queue.ts';
import { followHints, type FollowPorts, type FollowRequest } from '../shared/jobs/follow-hints.ts';
import type { Environment } from './environment.ts';
import { onEvent } from './runtime/on-event.ts';
import { parseEvent } from './runtime/parse-event.ts';
import { shopsIn } from './runtime/shops-in.ts';

const followRequest: z.ZodType<FollowRequest> = z.object({ scheduledTime: z.iso.datetime({ offset: true }) });

/** Called by a schedule, every minute. */
export const handler = onEvent({
  name: 'hints',
  read: parseEvent(followRequest),
  build,
  run: followHints,
  done: 'Hints followed',
});

/** On a cold start only. */
function build({ TABLE_NAME, SWEEP_QUEUE_URL }: Environment<'hints'>): FollowPorts {
  const table = openTable(TABLE_NAME, systemClock);
  return {
    hints: new DynamoHints(table),
    shops: shopsIn(table),
    watches: new DynamoWatches(table),
    outbox: new SqsOutbox(createSqsClient(), { sweep: SWEEP_QUEUE_URL }),
    clock: systemClock,
  };
}
