import { isCollected, type Order } from '../domain/order.ts';
import { instant } from '../domain/time.ts';
import { okBecause, unknown } from '../domain/verdict.ts';
import type { MarkInForce } from '../policies/policy.ts';
import type { Check, Setting } from './check.ts';
import { atRest, beforeHandOver } from './clocks-apply.ts';
import { markOf, ruleFacts } from './mark-of.ts';

/**
 * "A cross-border label bears an English address, city and postcode in the destination's format." Judged on what the
 * buyer typed; which markets want Latin letters, the packs say. TikTok masks most addresses: of those nothing is known.
 */
export const address = {
  id: 'address',
  on: 'order',
  stages: [{ id: 'address-not-latin', severity: 'warning' }],
  inhibitedBy: ['feed-lagging'],
  during: beforeHandOver,
  judge({ order }, at) {
    if (order.status === 'unrecognised') return unknown('status-unrecognised');
    const rest = atRest(order);
    if (rest) return rest;
    if (isCollected(order)) return okBecause('collected');
    const script = brokenScript(order, at);
    const postcode = brokenPostcode(order, at);
    if (!script && !postcode) return isMasked(order, at) ? unknown('address-masked') : okBecause('nothing-wrong');
    const what = script && postcode ? 'both' : script ? 'address' : 'postcode';
    const since = instant(Math.min(order.createdAt, at.now));
    return { is: 'firing', stage: 'address-not-latin', since, facts: { what, ...ruleFacts(script ?? postcode) } };
  },
} as const satisfies Check<'order'>;

function brokenScript(order: Order, at: Setting): MarkInForce | undefined {
  return order.flags.address === 'not-latin' ? markOf('latin-address', order, at) : undefined;
}

/** Whether something that a rule asks for cannot be seen. */
function isMasked(order: Order, at: Setting): boolean {
  const { address: street, postcode } = order.flags;
  if (street === 'hidden' && markOf('latin-address', order, at)) return true;
  return postcode === 'masked' && markOf('local-postcode', order, at) !== undefined;
}

function brokenPostcode(order: Order, at: Setting): MarkInForce | undefined {
  return order.flags.postcode === 'odd' ? markOf('local-postcode', order, at) : undefined;
}
