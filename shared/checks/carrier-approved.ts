import { carrierKey } from '../domain/carrier-name.ts';
import { isCollected, isConfirmed, type Order } from '../domain/order.ts';
import { okBecause, unknown } from '../domain/verdict.ts';
import type { Check } from './check.ts';
import { atRest, beforeHandOver } from './clocks-apply.ts';
import { markOf, packedSince, ruleFacts } from './mark-of.ts';

/** "Only TikTok Shipping, approved carriers and local warehouses may ship." Which are approved, the shop writes down. */
export const carrierApproved = {
  id: 'carrier-approved',
  on: 'order',
  stages: [{ id: 'carrier-not-approved', severity: 'breach' }],
  inhibitedBy: ['feed-lagging'],
  during: beforeHandOver,
  judge({ order }, at) {
    if (order.status === 'unrecognised') return unknown('status-unrecognised');
    const rest = atRest(order);
    if (rest) return rest;
    if (!isConfirmed(order)) return okBecause('not-confirmed');
    if (isCollected(order)) return okBecause('collected');
    if (order.shipping === 'tiktok') return okBecause('not-seller-shipped');
    const { approvedCarriers } = at.shop;
    if (!approvedCarriers) return unknown('needs-approved-carriers');
    const carrier = strangerOn(order, keysOf(approvedCarriers));
    if (carrier !== undefined) {
      const facts = { carrier, ...ruleFacts(markOf('approved-carrier', order, at)) };
      return { is: 'firing', stage: 'carrier-not-approved', since: packedSince(order, at.now), facts };
    }
    return isNamelessStranger(order, keysOf(approvedCarriers))
      ? unknown('needs-approved-carriers')
      : okBecause('carrier-approved');
  },
} as const satisfies Check<'order'>;

/** The first carrier by name that is not approved. The order's id names the same carrier as the order's name does. */
function strangerOn({ carrier, carrierId, parcels }: Order, approved: ReadonlySet<string>): string | undefined {
  const byId = carrierId !== undefined && approved.has(carrierKey(carrierId));
  const isStranger = (name: string | undefined): name is string =>
    name !== undefined &&
    !approved.has(carrierKey(name)) &&
    !(byId && (carrier === undefined || isSame(name, carrier)));
  if (isStranger(carrier)) return carrier;
  return parcels.map((parcel) => parcel.carrier).find(isStranger);
}

/** Known by an id alone: a list of names cannot tell whose it is. */
function isNamelessStranger({ carrier, carrierId, parcels }: Order, approved: ReadonlySet<string>): boolean {
  if (carrierId === undefined || carrier !== undefined || approved.has(carrierKey(carrierId))) return false;
  return parcels.every((parcel) => parcel.carrier === undefined);
}

function isSame(one: string, other: string): boolean {
  return carrierKey(one) === carrierKey(other);
}

// A sweep asks for every order of a shop, whose list stays the same object.
const keys = new WeakMap<readonly string[], ReadonlySet<string>>();

function keysOf(approved: readonly string[]): ReadonlySet<string> {
  let known = keys.get(approved);
  if (!known) keys.set(approved, (known = new Set(approved.map(carrierKey))));
  return known;
}
