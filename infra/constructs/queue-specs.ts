import { Duration } from 'aws-cdk-lib';
import type { GuardedQueueProps } from './guarded-queue.ts';

/** A queue as it is to be, without what the stack gives to each. */
export type QueueSpec = Omit<GuardedQueueProps, 'alarms' | 'named'>;

export const sweeps: QueueSpec = {
  name: 'sweep',
  fifo: true,
  visibility: Duration.minutes(30),
  // A slice of a backfill is killed as easily as it is long: three kills of the same one end nothing.
  receives: 5,
  lost: 'A shop is not being swept: its seller hears nothing of lines that are about to be crossed.',
  late: {
    impact: 'Shops are swept more than two hours late, so their sellers hear of a line after it was crossed.',
    // Two missed rounds; a single sweep that fails is tried again within the hour and is no reason to wake anyone.
    after: Duration.hours(2),
  },
};

export const notices: QueueSpec = {
  name: 'notify',
  visibility: Duration.minutes(6),
  // The function itself lets growing waits lie between them: together a day.
  receives: 30,
  lost: 'A notice never reached a seller, who knows nothing of what it says.',
  late: { impact: 'Notices reach sellers more than an hour late.', after: Duration.hours(1) },
};

export const remediations: QueueSpec = {
  name: 'remediate',
  visibility: Duration.minutes(6),
  // As those of notices: another system may be down for a night.
  receives: 30,
  lost: 'A remediation request was not carried out: nobody was asked to act for the orders in it.',
  late: { impact: 'People are asked to act on orders more than an hour late.', after: Duration.hours(1) },
};
