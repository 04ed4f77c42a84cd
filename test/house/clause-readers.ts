import { checks } from '../../shared/checks/registry.ts';
import type { OrderSubject, Setting } from '../../shared/checks/check.ts';
import type { Order } from '../../shared/domain/order.ts';
import { after, days, hours, type Instant } from '../../shared/domain/time.ts';
import type { Verdict } from '../../shared/domain/verdict.ts';
import { marketZone, markets } from '../../shared/policies/market-zone.ts';
import type { Clause, Pack } from '../../shared/policies/policy.ts';
import { aCredential } from '../support/a-shop.ts';
import { anOrder } from '../support/an-order.ts';
import { aSetting, subject } from '../support/a-setting.ts';
import { at } from '../support/moments.ts';

/** The checks that draw a line from a clause: asked about orders and keys to which it applies, long after its line. */
export function readersOf(pack: Pack, clause: Clause): readonly string[] {
  const starts = startsIn(clause);
  const names = (verdict: Verdict): boolean =>
    verdict.is === 'firing' &&
    verdict.deadline?.source.kind === 'clause' &&
    verdict.deadline.source.pack === pack.id &&
    verdict.deadline.source.clause === clause.id;
  const onOrders = checks.order.filter((check) =>
    starts.some((start) =>
      ordersUnder(clause, start).some((order) => names(check.judge(order, settingOf(pack, clause, start)))),
    ),
  );
  const onCredentials = checks.credential.filter((check) =>
    starts.some((start) =>
      names(check.judge(aCredential({ expiresAt: undefined, issuedAt: start }), settingOf(pack, clause, start))),
    ),
  );
  return [...onOrders, ...onCredentials].map(({ id }) => id);
}

/** Some instants within its validity and some beside it: which, its own dates and zone decide. */
function startsIn({ from, to }: Clause): readonly Instant[] {
  const first = at(`${(from ?? '2026-06-01').slice(0, 10)}T00:00:00Z`);
  const last = to === undefined ? [] : [after(at(`${to.slice(0, 10)}T00:00:00Z`), hours(-36))];
  return [...last, ...Array.from({ length: 8 }, (_, step) => after(first, hours(6 * step)))];
}

function settingOf(pack: Pack, clause: Clause, start: Instant): Setting {
  const market = (clause.markets ?? pack.markets ?? markets)[0] ?? 'GB';
  const sellerType = clause.sellerTypes?.[0] ?? (clause.logistics?.[0] === 'third-party' ? 'CROSS_BORDER' : 'LOCAL');
  return aSetting(market, after(start, days(120)), { sellerType, packs: [pack.id], zone: marketZone(market) });
}

function ordersUnder(clause: Clause, start: Instant): readonly OrderSubject[] {
  const order: Partial<Order> = {
    createdAt: start,
    type: clause.orderTypes?.[0] ?? 'normal',
    shipping: clause.logistics === undefined || clause.logistics[0] === 'tiktok-shipping' ? 'tiktok' : 'seller',
    platform: clause.starts === 'dispatch-line' && clause.clock !== 'confirm-by' ? { rts_sla_time: start } : {},
  };
  const [deliveryOption] = clause.deliveryOptions ?? [];
  const states: readonly Partial<Order>[] = [
    { status: 'AWAITING_SHIPMENT' },
    { status: 'AWAITING_COLLECTION', confirmedAt: start },
    { status: 'IN_TRANSIT', confirmedAt: start, collectedAt: start },
  ];
  return states.map((state) => subject(anOrder({ ...order, ...state, ...(deliveryOption && { deliveryOption }) })));
}
