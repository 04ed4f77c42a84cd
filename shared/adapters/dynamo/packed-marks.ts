import type { AddressFlags, Order } from '../../domain/order.ts';
import { letterOf, refuse, wordOf } from './pack.ts';

const statuses = {
  UNPAID: 'u',
  ON_HOLD: 'h',
  AWAITING_SHIPMENT: 's',
  PARTIALLY_SHIPPING: 'p',
  AWAITING_COLLECTION: 'a',
  IN_TRANSIT: 't',
  DELIVERED: 'd',
  COMPLETED: 'c',
  CANCELLED: 'x',
  unrecognised: '?',
} as const satisfies Record<Order['status'], string>;

const fulfillers = { seller: 's', tiktok: 't', unrecognised: '?' } as const satisfies Record<
  Order['fulfilledBy'],
  string
>;

const shippings = { seller: 's', tiktok: 't', unrecognised: '?' } as const satisfies Record<Order['shipping'], string>;

const types = {
  normal: 'n',
  'pre-order': 'p',
  'made-to-order': 'm',
  'back-order': 'b',
  lottery: 'l',
  unrecognised: '?',
} as const satisfies Record<Order['type'], string>;

const addresses = { latin: 'l', 'not-latin': 'n', hidden: 'h' } as const satisfies Record<
  NonNullable<AddressFlags['address']>,
  string
>;
const postcodes = { ok: 'o', odd: 'd', masked: 'm' } as const satisfies Record<
  NonNullable<AddressFlags['postcode']>,
  string
>;
const tags = { SPLIT: 's', COMBINED: 'c' } as const satisfies Record<NonNullable<Order['tag']>, string>;

type Marks = Pick<
  Order,
  'status' | 'fulfilledBy' | 'shipping' | 'type' | 'sample' | 'buyerAskedToCancel' | 'replacement' | 'tag' | 'flags'
>;

/** One letter a mark, each in its own place; `-` is "no" or "not there". */
export function packMarks(order: Marks): string {
  const { status, fulfilledBy, shipping, type, sample, buyerAskedToCancel, replacement, tag, flags } = order;
  return [
    letterOf(statuses, status),
    letterOf(fulfillers, fulfilledBy),
    letterOf(shippings, shipping),
    letterOf(types, type),
    sample ? 'y' : '-',
    buyerAskedToCancel ? 'y' : '-',
    replacement ? 'y' : '-',
    tag === undefined ? '-' : letterOf(tags, tag),
    flags.address === undefined ? '-' : letterOf(addresses, flags.address),
    flags.postcode === undefined ? '-' : letterOf(postcodes, flags.postcode),
    flags.battery === undefined ? '-' : 's',
  ].join('');
}

export function unpackMarks(packed: string): Marks {
  const at = (place: number) => packed.charAt(place);
  const tag = optionalWord(tags, at(7));
  const address = optionalWord(addresses, at(8));
  const postcode = optionalWord(postcodes, at(9));
  return {
    status: wordOf(statuses, at(0)),
    fulfilledBy: wordOf(fulfillers, at(1)),
    shipping: wordOf(shippings, at(2)),
    type: wordOf(types, at(3)),
    sample: isYes(at(4)),
    buyerAskedToCancel: isYes(at(5)),
    replacement: isYes(at(6)),
    ...(tag && { tag }),
    flags: {
      ...(address && { address }),
      ...(postcode && { postcode }),
      ...(at(10) === 's' && { battery: 'suspected' }),
    },
  };
}

function optionalWord<Word extends string>(letters: Readonly<Record<Word, string>>, letter: string): Word | undefined {
  return letter === '-' ? undefined : wordOf(letters, letter);
}

function isYes(letter: string): boolean {
  if (letter !== 'y' && letter !== '-') refuse('an unknown letter');
  return letter === 'y';
}
