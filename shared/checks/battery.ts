import { isCollected } from '../domain/order.ts';
import { instant } from '../domain/time.ts';
import { ok, unknown } from '../domain/verdict.ts';
import type { Check } from './check.ts';
import { beforeHandOver, clocksApply } from './clocks-apply.ts';
import { markOf, ruleFacts } from './mark-of.ts';

/**
 * "What holds a battery has to be declared so; wrong declarations are the commonest reason why clearance fails." A
 * product's name gives it away; that the goods are declared after all, or hold none, people can say.
 */
export const battery = {
  id: 'battery',
  on: 'order',
  stages: [{ id: 'battery-flag-missing', severity: 'breach' }],
  inhibitedBy: ['feed-lagging'],
  settledBy: 'battery',
  during: beforeHandOver,
  judge({ order, deeds }, at) {
    if (order.status === 'unrecognised') return unknown('status-unrecognised');
    if (!clocksApply(order) || isCollected(order)) return ok;
    if (order.flags.battery !== 'suspected' || deeds.battery !== undefined) return ok;
    const since = instant(Math.min(order.createdAt, at.now));
    const facts = ruleFacts(markOf('battery-declaration', order, at));
    return { is: 'firing', stage: 'battery-flag-missing', since, facts };
  },
} as const satisfies Check<'order'>;
