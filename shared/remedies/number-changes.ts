import { proposeNumber } from '../domain/number-proposal.ts';
import { isPast } from '../domain/time.ts';
import type { NumberChange } from '../ports/corrections.ts';
import { editWindow } from './edit-window.ts';
import type { RemedyCall } from './remedy.ts';

/**
 * What may be entered without asking: the shop allows it, the seller ships, the window is open, and exactly one number of
 * the order has a proposal, since TikTok takes one change per order.
 */
export function numberChanges({ items, files, shop, request }: RemedyCall<'order'>): readonly NumberChange[] {
  if (!shop.correctNumbers) return [];
  return items.flatMap(({ key: item, order: id }) => {
    const order = files.get(id)?.watched.order;
    const provider = order?.carrierId;
    if (order?.shipping !== 'seller' || provider === undefined) return [];
    const until = editWindow(order, shop);
    if (until && isPast(until.at, request.now)) return [];
    const changes = order.parcels.flatMap(({ id: parcel, number, carrier }) => {
      const proposal = proposeNumber(number ?? '', carrier);
      return proposal ? [{ item, parcel, number: proposal.number, provider }] : [];
    });
    return changes.length === 1 ? changes : [];
  });
}
