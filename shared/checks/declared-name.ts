import { isCollected } from '../domain/order.ts';
import { ok, unknown } from '../domain/verdict.ts';
import { attests } from './attests.ts';
import type { Check } from './check.ts';
import { beforeHandOver, clocksApply } from './clocks-apply.ts';
import { markOf, packedSince, ruleFacts } from './mark-of.ts';

/** "Customs return what is declared under another name, and the shop loses credit." What was declared, people know. */
export const declaredName = {
  id: 'declared-name',
  on: 'order',
  stages: [{ id: 'declared-name-mismatch', severity: 'warning' }],
  inhibitedBy: ['feed-lagging'],
  settledBy: 'declared-name',
  during: beforeHandOver,
  judge({ order, deeds }, at) {
    if (order.status === 'unrecognised') return unknown('status-unrecognised');
    if (!clocksApply(order) || isCollected(order)) return ok;
    if (deeds.declaredName === 'differs') {
      const facts = ruleFacts(markOf('declared-name', order, at));
      return { is: 'firing', stage: 'declared-name-mismatch', since: packedSince(order, at.now), facts };
    }
    // What does not cross a border is not declared.
    if (deeds.declaredName === 'matches' || at.shop.sellerType === 'LOCAL') return ok;
    return attests(at, 'declared-name') ? ok : unknown('needs-attestations');
  },
} as const satisfies Check<'order'>;
