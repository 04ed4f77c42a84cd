import { after, before, hours } from '../domain/time.ts';
import { ok, unknown } from '../domain/verdict.ts';
import type { Check } from './check.ts';
import { clocksApply, hasOwnHandlingTime } from './clocks-apply.ts';
import { clauseDeadline, platformDeadline } from './deadline-of.ts';
import { staged } from './staged.ts';

const lead = hours(24);

/** Delivered more than 24 hours after the promise counts in the late-fulfilment rate (founding article, 2024). */
const grace = hours(24);

/** "Keep the delivery promise: United Kingdom 5, South-East Asia 3, United States 7 calendar days from the order." */
export const deliverBy = {
  id: 'deliver-by',
  on: 'order',
  stages: [
    { id: 'delivery-due-soon', severity: 'warning' },
    { id: 'delivery-overdue', severity: 'breach' },
    { id: 'delivery-late-counted', severity: 'critical' },
  ],
  inhibitedBy: ['feed-lagging'],
  judge({ order }, at) {
    if (order.status === 'unrecognised') return unknown('status-unrecognised');
    if (!clocksApply(order)) return ok;
    const start = hasOwnHandlingTime(order) ? undefined : order.createdAt;
    const deadline = platformDeadline(order, 'delivery_sla_time') ?? clauseDeadline('deliver-by', start, at);
    if (!deadline) return unknown('no-deadline-known');
    return staged(
      [
        { stage: 'delivery-due-soon', line: before(deadline.at, lead) },
        { stage: 'delivery-overdue', line: deadline.at },
        { stage: 'delivery-late-counted', line: after(deadline.at, grace) },
      ],
      at.now,
      deadline,
    );
  },
} as const satisfies Check<'order'>;
