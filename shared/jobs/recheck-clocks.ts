import type { Setting } from '../checks/check.ts';
import { beforeRules, clauseLine, platformLine } from '../checks/deadline-of.ts';
import { lastMoved, type Order, type PlatformField, type Trace } from '../domain/order.ts';
import type { RecheckedClock, RecheckedLine } from '../domain/recheck.ts';
import { iso } from '../domain/time.ts';
import type { Deadline } from '../domain/verdict.ts';
import { usualStart, type Clock } from '../policies/policy.ts';

/** TikTok's own field for a clock, where the check on it goes by one. */
const fields: { readonly [clock in Clock]?: PlatformField } = {
  'confirm-by': 'rts_sla_time',
  'pickup-by': 'tts_sla_time',
  'fast-dispatch-by': 'fast_dispatch_sla_time',
  'deliver-by': 'delivery_sla_time',
  'ship-cancel-by': 'shipping_due_time',
  'collect-cancel-by': 'collection_due_time',
};

/** Every clock that has a line on this order, as TikTok, the shop's packs and the founding article draw it. */
export function clocksOf(order: Order, trace: Trace, at: Setting): readonly RecheckedClock[] {
  const moved = lastMoved(order, trace);
  return (Object.keys(usualStart) as readonly Clock[]).flatMap((clock) => {
    const drawn = (packs: readonly string[]): RecheckedLine | null =>
      lineTold(clauseLine(clock, beforeRules(order, at.shop, packs, moved), at));
    const lines = {
      platform: lineTold(platformLine(order, fields[clock])),
      packs: drawn(at.shop.packs),
      article: drawn(['article']),
    };
    return lines.platform || lines.packs || lines.article ? [{ clock, ...lines }] : [];
  });
}

export function lineTold(deadline: Deadline | undefined): RecheckedLine | null {
  return deadline ? { at: iso(deadline.at), source: deadline.source } : null;
}
