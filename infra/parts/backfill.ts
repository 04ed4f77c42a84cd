import { Duration } from 'aws-cdk-lib';
import type { GuardedQueue } from '../constructs/guarded-queue.ts';
import { maySend, mayTouch } from '../constructs/permissions.ts';
import type { Parts } from './parts.ts';

/** Begins the reading of a shop's history, for whoever invokes it. */
export function addBackfill({ table, makeFunction }: Parts, sweeps: GuardedQueue): void {
  const backfill = makeFunction('Backfill', {
    name: 'backfill',
    environment: { TABLE_NAME: table.tableName, SWEEP_QUEUE_URL: sweeps.queue.queueUrl },
    timeout: Duration.minutes(1),
    memory: 256,
    impact: 'History that someone asked for is not read in; the hourly watch goes on.',
    // Someone waits for the answer and nothing tries again by itself.
    failures: 1,
  });
  mayTouch(backfill, table, ['shops'], ['GetItem']);
  maySend(backfill, sweeps);
}
