import { isCollected, isConfirmed } from '../domain/order.ts';
import { before, hours } from '../domain/time.ts';
import { ok, unknown } from '../domain/verdict.ts';
import type { Check } from './check.ts';
import { clocksApply } from './clocks-apply.ts';
import { clauseDeadline, platformDeadline } from './deadline-of.ts';
import { staged } from './staged.ts';

/** A carrier needs a working day to be sent (carriers' pick-up slots are daily; rules of 2024). */
const lead = hours(24);

/** "Once confirmed, have the parcel picked up within 72 hours, in the United Kingdom 48." A label is no pick-up. */
export const pickupBy = {
  id: 'pickup-by',
  on: 'order',
  stages: [
    { id: 'pickup-due-soon', severity: 'warning' },
    { id: 'pickup-overdue', severity: 'breach' },
  ],
  inhibitedBy: ['feed-lagging'],
  judge({ order }, at) {
    if (order.status === 'unrecognised') return unknown('status-unrecognised');
    if (!clocksApply(order) || !isConfirmed(order) || isCollected(order)) return ok;
    const deadline = platformDeadline(order, 'tts_sla_time') ?? clauseDeadline('pickup-by', order.confirmedAt, at);
    if (!deadline) return unknown('no-deadline-known');
    return staged(
      [
        { stage: 'pickup-due-soon', line: before(deadline.at, lead) },
        { stage: 'pickup-overdue', line: deadline.at },
      ],
      at.now,
      deadline,
    );
  },
} as const satisfies Check<'order'>;
