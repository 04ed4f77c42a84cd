import { isConfirmed } from '../domain/order.ts';
import { before, hours } from '../domain/time.ts';
import { ok, unknown } from '../domain/verdict.ts';
import type { Check } from './check.ts';
import { clocksApply, hasOwnHandlingTime } from './clocks-apply.ts';
import { clauseDeadline, platformDeadline } from './deadline-of.ts';
import { staged } from './staged.ts';

/** How long before the line people want to hear of it: half of the 24 hours (founding article, 2024). */
const lead = hours(12);

/**
 * "Confirm within 24 hours of the order, else it is cancelled and the shop loses credit." The API knows no
 * confirmation, so the ship call (`rts_time`) or any state past AWAITING_SHIPMENT counts as one.
 */
export const confirmBy = {
  id: 'confirm-by',
  on: 'order',
  stages: [
    { id: 'confirm-due-soon', severity: 'warning' },
    { id: 'confirm-overdue', severity: 'critical' },
  ],
  inhibitedBy: ['feed-lagging'],
  judge({ order }, at) {
    if (!clocksApply(order) || isConfirmed(order)) return ok;
    if (order.status === 'unrecognised') return unknown('status-unrecognised');
    const start = hasOwnHandlingTime(order) ? undefined : order.createdAt;
    const deadline = platformDeadline(order, 'rts_sla_time') ?? clauseDeadline('confirm-by', start, at);
    if (!deadline) return unknown('no-deadline-known');
    return staged(
      [
        { stage: 'confirm-due-soon', line: before(deadline.at, lead) },
        { stage: 'confirm-overdue', line: deadline.at },
      ],
      at.now,
      deadline,
    );
  },
} as const satisfies Check<'order'>;
