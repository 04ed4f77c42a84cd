import type { OrderItem } from '../domain/remediation.ts';
import type { Locale } from '../domain/shop.ts';
import { age } from '../domain/time.ts';
import type { Instant } from '../domain/time.ts';
import { plain } from '../messages/plain.ts';
import { messagesIn } from '../messages/registry.ts';

// What remedies say of parcels that do not move.

function silentFrom({ lastEvent, since }: OrderItem): Instant {
  return lastEvent?.at ?? since;
}

/** The longest silence first. */
export function bySilence(items: readonly OrderItem[]): readonly OrderItem[] {
  return items.toSorted((one, other) => silentFrom(one) - silentFrom(other));
}

export function silenceOf(item: OrderItem, now: Instant, locale: Locale): string {
  return messagesIn(locale).duration(age(silentFrom(item), now));
}

export function carrierName(item: OrderItem | undefined, locale: Locale): string {
  return plain(item?.carrier ?? '', 60) || messagesIn(locale).supplement.unknownCarrier;
}
