import type { OrderItem, RemediationRequest } from '../../shared/domain/remediation.ts';
import type { RemedyCall } from '../../shared/remedies/remedy.ts';
import { aShop } from './a-shop.ts';
import { hoursAgo, now } from './moments.ts';
import type { Spoil } from './spoil.ts';
import { spoil } from './spoil.ts';

/** Baseline: a parcel that has been silent for four days. */
export function aRemedyItem(changes: Spoil<OrderItem> = {}): OrderItem {
  return spoil<OrderItem>(
    {
      kind: 'order',
      key: 'trace-silent/578230114599817301#1',
      check: 'trace-silent',
      stage: 'tracking-stale',
      order: '578230114599817301',
      parcel: '1153131168834490069',
      carrier: 'Royal Mail',
      number: 'JD0002274300018',
      lastEvent: { at: hoursAgo(96), text: 'Departed from sorting centre' },
      since: hoursAgo(24),
    },
    changes,
  );
}

/** Baseline: one tracking supplement for one parcel of one carrier. */
export function aRemediation(changes: Spoil<RemediationRequest> = {}): RemediationRequest {
  const { id, name, market, zone, operations } = aShop();
  const run = '2026-01-15T12:00:00.000Z';
  return spoil<RemediationRequest>(
    {
      v: 1,
      id: `${id}#${run}#supplement-tracking#Royal Mail`,
      shop: { id, name, market, zone },
      run,
      remedy: 'supplement-tracking',
      group: 'Royal Mail',
      to: operations,
      now,
      items: [aRemedyItem()],
    },
    changes,
  );
}

/** Baseline: the same, as the remedy gets it; nothing more is known of its orders. */
export function aRemedyCall(
  changes: Spoil<Omit<RemediationRequest, 'items'>> & Partial<Pick<RemedyCall<'order'>, 'items' | 'files'>> = {},
): RemedyCall<'order'> {
  const { items = [aRemedyItem()], files = new Map(), ...rest } = changes;
  const request = aRemediation(rest);
  return { request, items, files, shop: { ...aShop(), ...request.shop, operations: request.to } };
}
