import * as z from 'zod';
import { systemClock } from '../shared/adapters/clock.ts';
import { openTable } from '../shared/adapters/dynamo/client.ts';
import { DynamoWatches } from '../shared/adapters/dynamo/watches.ts';
import { minutes } from '../shared/domain/time.ts';
import { createSqsClient, SqsOutbox } from '../shared/adapters/queue.ts';
import { dispatch, type DispatchPorts, type DispatchRequest } from '../shared/jobs/dispatch.ts';
import type { Environment } from './environment.ts';
import { heartbeatTo } from './runtime/heartbeat.ts';
import { onEvent } from './runtime/on-event.ts';
import { parseEvent } from './runtime/parse-event.ts';
import { shopsIn } from './runtime/shops-in.ts';
import type { Telemetry } from './runtime/telemetry.ts';

/** The schedule's time; by hand also single shops, or a world's time other than the present. */
const dispatchRequest: z.ZodType<DispatchRequest> = z.object({
  scheduledTime: z.iso.datetime({ offset: true }),
  now: z.int().exactOptional(),
  shops: z.array(z.string().min(1)).exactOptional(),
});

/** Called by the schedule, every hour. */
export const handler = onEvent({
  name: 'dispatch',
  read: parseEvent(dispatchRequest),
  build,
  run: dispatch,
  done: 'Round started',
});

/** On a cold start only. */
function build(environment: Environment<'dispatch'>, { log }: Telemetry): DispatchPorts {
  const table = openTable(environment.TABLE_NAME, systemClock);
  return {
    shops: shopsIn(table),
    watches: new DynamoWatches(table),
    clock: systemClock,
    roundLasts: minutes(environment.SWEEP_MINUTES),
    outbox: new SqsOutbox(createSqsClient(), { sweep: environment.SWEEP_QUEUE_URL }),
    ...(environment.HEARTBEAT_URL !== undefined && { heartbeat: heartbeatTo(environment.HEARTBEAT_URL, log) }),
  };
}
