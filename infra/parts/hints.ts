import { Duration } from 'aws-cdk-lib';
import type { GuardedQueue } from '../constructs/guarded-queue.ts';
import { maySend, mayTouch } from '../constructs/permissions.ts';
import { runRegularly } from '../constructs/regular-schedule.ts';
import type { Parts } from './parts.ts';

/** Brings the sweeps of shops forward of which TikTok announces a change. */
export function addHints({ scope, table, alarms, named, makeFunction }: Parts, sweeps: GuardedQueue): void {
  const hints = makeFunction('Hints', {
    name: 'hints',
    environment: { TABLE_NAME: table.tableName, SWEEP_QUEUE_URL: sweeps.queue.queueUrl },
    timeout: Duration.seconds(50),
    memory: 256,
    impact: 'What TikTok announces is not looked at at once: changes are noticed by the next round.',
  });
  mayTouch(hints, table, ['hints'], ['Query', 'UpdateItem']);
  mayTouch(hints, table, ['shops', 'shop#*'], ['GetItem']);
  maySend(hints, sweeps);
  runRegularly(scope, 'Minutely', {
    name: 'hints',
    function: hints.function,
    rate: 'rate(1 minute)',
    notRunning: 'Nobody has looked at what TikTok announces for two hours: changes are noticed by the next round.',
    lost: 'What TikTok announced in a minute is looked at a minute later.',
    alarms,
    named,
  });
}
