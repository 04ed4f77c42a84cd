import { checks } from '../../shared/checks/registry.ts';
import type { OrderSubject, Setting } from '../../shared/checks/check.ts';
import { attestations } from '../../shared/domain/deed.ts';
import type { Order } from '../../shared/domain/order.ts';
import { after, before, days, hours, type Instant } from '../../shared/domain/time.ts';
import type { Verdict } from '../../shared/domain/verdict.ts';
import { lineOf } from '../../shared/policies/line.ts';
import { marketZone, markets } from '../../shared/policies/market-zone.ts';
import type { Clause, Pack } from '../../shared/policies/policy.ts';
import { aCredential } from '../support/a-shop.ts';
import { anOrder } from '../support/an-order.ts';
import { aSetting, subject } from '../support/a-setting.ts';
import { at } from '../support/moments.ts';

/**
 * The checks that draw a line from a clause: asked about orders and keys to which it applies, in the last hour before
 * its line and long after it.
 */
export function readersOf(pack: Pack, clause: Clause): readonly string[] {
  const starts = startsIn(clause);
  const names = (verdict: Verdict): boolean =>
    verdict.is === 'firing' &&
    verdict.deadline?.source.kind === 'clause' &&
    verdict.deadline.source.pack === pack.id &&
    verdict.deadline.source.clause === clause.id;
  const onOrders = checks.order.filter((check) =>
    starts.some((start) =>
      settingsOf(pack, clause, start).some((setting) =>
        ordersUnder(clause, start).some((order) => names(check.judge(order, setting))),
      ),
    ),
  );
  const onCredentials = checks.credential.filter((check) =>
    starts.some((start) =>
      settingsOf(pack, clause, start).some((setting) =>
        names(check.judge(aCredential({ expiresAt: undefined, issuedAt: start }), setting)),
      ),
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

function settingsOf(pack: Pack, clause: Clause, start: Instant): readonly Setting[] {
  const market = (clause.markets ?? pack.markets ?? markets)[0] ?? 'GB';
  const sellerType = clause.sellerTypes?.[0] ?? (clause.logistics?.[0] === 'third-party' ? 'CROSS_BORDER' : 'LOCAL');
  const shop = { sellerType, packs: [pack.id], zone: marketZone(market), attests: attestations };
  const line = lineOf(clause.deadline, start, market);
  const moments = [...(line === undefined ? [] : [before(line, hours(1))]), after(start, days(120))];
  return moments.map((now) => aSetting(market, now, shop));
}

function ordersUnder(clause: Clause, start: Instant): readonly OrderSubject[] {
  const order: Partial<Order> = {
    createdAt: start,
    type: clause.orderTypes?.[0] ?? 'normal',
    platform: clause.starts === 'dispatch-line' && clause.clock !== 'confirm-by' ? { rts_sla_time: start } : {},
  };
  const [deliveryOption] = clause.deliveryOptions ?? [];
  const states: readonly Partial<Order>[] = [
    { status: 'AWAITING_SHIPMENT' },
    { status: 'AWAITING_SHIPMENT', buyerAskedToCancel: true, cancelRequestedAt: start },
    { status: 'AWAITING_COLLECTION', confirmedAt: start },
    { status: 'IN_TRANSIT', confirmedAt: start, collectedAt: start },
  ];
  return shippersUnder(clause).flatMap((shipping) =>
    states.map((state) =>
      subject(anOrder({ ...order, ...state, shipping, ...(deliveryOption && { deliveryOption }) })),
    ),
  );
}

function shippersUnder({ logistics }: Clause): readonly Order['shipping'][] {
  if (logistics === undefined) return ['tiktok', 'seller'];
  return [logistics[0] === 'tiktok-shipping' ? 'tiktok' : 'seller'];
}
